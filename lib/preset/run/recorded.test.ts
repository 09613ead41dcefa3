import { describe, expect, it } from 'vitest'
import { completionOf, type Completion, type WireToken } from '#lib/reply/completion.ts'
import { legacyStream, openAiStream, splitEmojiStream } from '#lib/reply/fixtures/streams.ts'
import { applyEvent } from '#lib/reply/reducer.ts'
import { createReply, type Reply } from '#lib/reply/reply.ts'
import { replyTo } from '#lib/teaching-model/reply/reply.fixture.ts'
import { fileText, readFile } from '../file.ts'
import { linkFor, readLink } from '../link.ts'
import { packLink } from '../link-codec.ts'
import { recordedRunOf, type RecordedRun } from '../recorded-run.ts'
import { starter } from '../starter.ts'
import { packRun } from './pack-run.ts'
import { quantisation } from './quantise.ts'

function played(...texts: readonly string[]): Reply {
  const reply = createReply()
  const type = texts.length > 1 ? 'chunk' : 'completion'
  for (const data of texts) applyEvent(reply, { type, data, at: 5 })
  applyEvent(reply, { type: 'end', at: 1500 })
  return reply
}

const teaching = (body: object) =>
  JSON.stringify(replyTo({ logprobs: true, top_logprobs: 5, ...body }))
const choices = {
  calls: JSON.stringify({
    model: 'm',
    choices: [
      {
        message: {
          content: null,
          reasoning_content: 'So…',
          tool_calls: [
            { id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a": 1}' } },
            { id: 'c2', type: 'custom', custom: { name: 'g', input: 'x' } },
          ],
        },
        finish_reason: 'tool_calls',
      },
      {
        index: 4,
        message: { refusal: 'No.' },
        logprobs: { refusal: [{ token: 'No.', logprob: -1 }] },
      },
    ],
  }),
}
const replies: Record<string, Reply> = {
  'a stream of OpenAI': played(...openAiStream),
  'a stream of the older form': played(...legacyStream),
  'a stream that splits characters': played(...splitEmojiStream),
  'three choices of the teaching model': played(teaching({ n: 3, max_tokens: 30 })),
  'calls and a refusal': played(choices.calls),
  'nothing at all': played('{"choices":[]}'),
}

/** What a reply says of its tokens, to a hundredth of what the page shows. */
function tokensIn(completion: Completion): WireToken[] {
  return completion.choices.flatMap(({ logprobs }) =>
    [logprobs?.content, logprobs?.refusal, logprobs?.reasoning_content].flatMap(
      (list = []) => list,
    ),
  )
}

function again(run: RecordedRun): Completion {
  return completionOf(played(run.completion))
}

describe.each(Object.entries(replies))('%s', (_, reply) => {
  const run = recordedRunOf({ settings: { ...starter, seed: 7 }, reply }, 1_795_000_000_000)

  it('is the same when its completion is read again', () => {
    expect(again(run)).toEqual(completionOf(reply))
    expect(run.took).toBe(1500)
  })

  it('comes back from a file as exact as it was', () => {
    expect(readFile(fileText({ settings: starter }, run))).toMatchObject({ value: { run } })
  })

  it('comes back from a link, its log probabilities as near as is said', () => {
    const made = linkFor({ settings: starter }, run)
    const read = made.ok ? readLink(made.value) : undefined
    const back = read?.ok ? read.value.run : undefined
    if (!back) throw new Error('The run did not come back.')
    expect(back).toMatchObject({
      settings: run.settings,
      recordedAt: 1_795_000_000_000,
      took: 1500,
    })
    const [kept, whole] = [again(back), again(run)]
    expect({ ...kept, choices: kept.choices.map(({ logprobs: __, ...rest }) => rest) }).toEqual({
      ...whole,
      choices: whole.choices.map(({ logprobs: __, ...rest }) => rest),
    })
    const [near, exact] = [tokensIn(kept), tokensIn(whole)]
    expect(near.map(nameOf)).toEqual(exact.map(nameOf))
    near.forEach((token, at) => expectNear(token, exact[at]))
    expect(near.map(rankOf)).toEqual(exact.map(rankOf))
  })
})

/** Text, bytes and the texts of the alternatives. */
function nameOf({ token, bytes, top_logprobs }: WireToken): unknown {
  return [token, bytes, top_logprobs?.map(nameOf)]
}

/** 1-based, among the alternatives; what is likelier stays likelier, however little. */
function rankOf({ logprob, top_logprobs = [] }: WireToken): number {
  return 1 + top_logprobs.filter((one) => Number(one.logprob) > Number(logprob)).length
}

function expectNear(near: WireToken, exact: WireToken | undefined): void {
  const x = -Number(exact?.logprob ?? 0)
  expect(near.logprob === null).toBe(exact?.logprob === null)
  expect(Math.abs(Number(near.logprob) + x)).toBeLessThanOrEqual(quantisation.logprobError(x))
  near.top_logprobs?.forEach((one, at) => expectNear(one, exact?.top_logprobs?.[at]))
}

describe('a link with a run', () => {
  const reply = played(teaching({ max_tokens: 200, seed: 3, logit_bias: { 199_999: -100 } }))
  const run = recordedRunOf({ settings: starter, reply }, 1_795_000_000_000)

  it('of 200 tokens with 5 alternatives has at most 6,000 characters', () => {
    const made = linkFor({ settings: starter, name: 'Rain' }, run)
    const length = made.ok ? made.value.length : Infinity
    expect(reply.choices[0]?.tokens.length).toBe(200)
    expect(length).toBeGreaterThan(2000)
    expect(length).toBeLessThanOrEqual(6000)
  })

  it('is made of any completion, whatever is missing of it or wrong in it', () => {
    const completions = [
      '{}',
      'no JSON',
      '{"choices":[{"logprobs":{"content":null,"refusal":null}}]}',
      '{"choices":[{"message":7,"logprobs":{"content":[{"token":1}]}},null]}',
    ]
    for (const completion of completions) {
      const made = linkFor({ settings: starter }, { settings: starter, completion })
      expect(made.ok && readLink(made.value)).toMatchObject({ ok: true, value: { refused: [] } })
    }
  })

  it('is opened without its run where that is damaged or lies about its length', () => {
    const { head, columns } = packRun(run, starter)
    const broken: [unknown, Uint8Array][] = [
      [head, columns.subarray(0, 40)],
      [head, new Uint8Array(columns.length).fill(255)],
      [head, new Uint8Array()],
      [{ ...head, choices: [] }, columns],
      [{ ...head, choices: Array(500).fill(head.choices[0]) }, columns],
      [{ ...head, tokens: { texts: ['a'] } }, columns],
      [{ ...head, tokens: { texts: [1] } }, columns],
      [{ ...head, tokens: 7 }, columns],
      [7, columns],
    ]
    for (const [bad, bytes] of broken) {
      const made = packLink({ settings: starter, run: bad }, bytes)
      expect(made.ok && readLink(made.value)).toEqual({
        ok: true,
        value: {
          preset: { settings: starter },
          refused: [{ name: 'run', reason: 'The recorded run is damaged.' }],
          whole: true,
        },
      })
    }
  })
})
