import type { GalleryGroup } from './state.ts'
import { among, chunk, likely, spoken, whole, type WireToken } from './wire.ts'

/** Tokens without their bytes, as many servers send them. */
function byText(tokens: readonly WireToken[]): WireToken[] {
  return tokens.map(({ token, logprob = null }) => ({ token, logprob, bytes: null }))
}

const plain = [
  likely('Take', 0.4),
  likely(' the', 0.95),
  likely(' early', 0.08),
  likely(' ferry', 0.6),
  likely('.', 0.9),
]

const legacy = {
  tokens: ['Take', ' the', ' early', ' ferry', '.'],
  token_logprobs: [null, -0.05, -2.6, -0.4, -5],
  top_logprobs: [null, { ' the': -0.05, ' a': -3.2 }, { ' last': -0.3, ' early': -2.6 }, {}, {}],
}

const short = [
  among('Take', 0.5, { Take: 0.5, Catch: 0.3 }),
  among(' the', 0.9, { ' the': 0.9, ' a': 0.05 }),
  among(' barge', 0.01, { ' ferry': 0.7, ' boat': 0.2 }),
]

const refusal = [
  likely('I', 0.9),
  likely(' can', 0.3),
  likely('not', 0.97),
  likely(' help', 0.6),
  likely(' with', 0.95),
  likely(' that', 0.2),
  likely('.', 0.9),
]

const thought = [
  likely('Rain', 0.3),
  likely(' in', 0.8),
  likely(' Porto', 0.05),
  likely(',', 0.6),
  likely(' so', 0.3),
  likely(' Lisbon', 0.9),
  likely('.', 0.95),
]

const differing = [
  likely('Take', 0.4),
  likely(' teh', 0.05),
  likely(' early', 0.2),
  likely(' ferry', 0.6),
  likely('<|end|>', 0.9),
]

/** What servers send, and what they leave out. */
export const repliesGroup: GalleryGroup = {
  id: 'replies',
  title: 'What servers send',
  states: [
    {
      id: 'differs',
      title: 'Tokens that differ from the content',
      look: 'The content is shown; “the” has a dashed frame with a bar for the token that is gone, and a note counts the place.',
      chunks: whole('Take the early ferry', differing),
      text: 'Take the early ferry',
    },
    {
      id: 'no-bytes',
      title: 'Tokens without bytes',
      look: 'Laid by their texts, with the same tints as with bytes.',
      chunks: whole('Take the early ferry.', byText(plain)),
      text: 'Take the early ferry.',
    },
    {
      id: 'legacy',
      title: 'The older shape of logprobs',
      look: 'The first token is hatched, as its logprob is null; the full stop is below one in a hundred.',
      chunks: [chunk({ content: 'Take the early ferry.' }, legacy)],
      text: 'Take the early ferry.',
    },
    {
      id: 'no-logprobs',
      title: 'No logprobs',
      look: 'The text alone, in the same place and face, without tints or hatches.',
      chunks: [chunk({ content: 'Take the early ferry.\nIt is dry until noon.' })],
      text: 'Take the early ferry.\nIt is dry until noon.',
      asked: { logprobs: true },
    },
    {
      id: 'short',
      title: 'Fewer alternatives than asked, and a chosen token outside of them',
      look: 'Figures become intervals; “barge” is not on its list of two, so it is third at best.',
      chunks: spoken(short),
      text: 'Take the barge',
      figures: 'tokens',
      asked: { logprobs: true, top_logprobs: 5 },
    },
    {
      id: 'refusal',
      title: 'A refusal',
      look: 'Words above say that the model refused; its text is tinted like any other.',
      chunks: refusal.map((token) => chunk({ refusal: token.token }, { refusal: [token] })),
      text: 'I cannot help with that.',
    },
    {
      id: 'parts',
      title: 'Reasoning, content and tool calls',
      look: 'The reasoning is folded with tints of its own; calls stand in cards; the content follows.',
      chunks: [
        ...thought.map((token) =>
          chunk({ reasoning_content: token.token }, { reasoning_content: [token] }),
        ),
        ...spoken(plain),
        chunk({
          tool_calls: [
            {
              index: 0,
              id: 'call_1',
              type: 'function',
              function: { name: 'get_forecast', arguments: '{"city":"Lisbon","days":2}' },
            },
          ],
        }),
      ],
      text: 'Take the early ferry.',
    },
    {
      id: 'empty',
      title: 'An empty reply',
      look: 'Nothing at all: no frame, no mark, no note.',
      chunks: [chunk({ content: '' })],
      text: '',
    },
  ],
}
