import * as z from 'zod'
import { parameter } from './descriptor.ts'

const tokenId = z.string().regex(/^\d{1,9}$/, 'A key is a token id, such as "2683".')

const biasRange = 'A bias must be between −100 and 100.'

export const logprobs = [
  parameter({
    name: 'logprobs',
    title: 'Include log probabilities',
    summary: 'Returns how likely each token of the reply was. The heatmap is drawn from it.',
    group: 'logprobs',
    seedLabel: 'Include Log Probabilities',
    schema: z.boolean(),
    widget: { kind: 'switch' },
    to: 'body',
    start: true,
    apiDefault: false,
  }),
  parameter({
    name: 'top_logprobs',
    title: 'Top log probabilities',
    summary:
      'How many of the likeliest alternatives to return at each position. OpenAI allows 20; some providers fewer.',
    group: 'logprobs',
    seedLabel: 'Include Top Log Probabilities',
    schema: z.int().min(0).max(20),
    widget: { kind: 'number' },
    to: 'body',
    start: 5,
    needs: [
      {
        parameter: 'logprobs',
        equals: true,
        message: 'Top log probabilities need Include log probabilities to be on.',
      },
    ],
  }),
  parameter({
    name: 'logit_bias',
    title: 'Logit bias',
    summary:
      'Token ids mapped to a bias from −100 to 100 that is added to their logits: −100 bans a token, 100 all but forces it. Type a word to find its ids, or write them yourself: {"290": -100} bans “ the” on the teaching model and on current OpenAI models.',
    group: 'logprobs',
    seedLabel: 'Logit Bias',
    schema: z.record(
      tokenId,
      z.int('A bias is a whole number.').min(-100, biasRange).max(100, biasRange),
    ),
    widget: { kind: 'json', aid: 'logit-bias' },
    to: 'body',
    start: {},
    example: '{"2683": -100, "7211": 5}',
  }),
  parameter({
    name: 'logit_bias_labels',
    title: 'Words of the logit bias',
    summary:
      'What the token ids of Logit bias stand for, as it was written down with them, and the encoding that they are of. Not sent.',
    group: 'logprobs',
    schema: z.strictObject({
      encoding: z.string().max(64).optional(),
      labels: z.record(tokenId, z.string().max(256)),
    }),
    widget: { kind: 'beside', parameter: 'logit_bias' },
    to: 'rules',
    start: { labels: {} },
  }),
] as const
