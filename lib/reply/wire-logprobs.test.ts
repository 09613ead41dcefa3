import { describe, expect, it } from 'vitest'
import { isUnknown } from '#lib/logprobs/index.ts'
import { tokenEntries } from './wire-logprobs.ts'

const logprobsOf = (entries: { logprob: number | null }[]) => entries.map(({ logprob }) => logprob)

describe('sentinels', () => {
  it('stay as they were recorded, and all count as unknown', () => {
    const sent = [-9999, -3.4028235e38, null, undefined, 'NaN', '-Infinity', '-inf', '', true, {}]
    const content = sent.map((logprob) => ({ token: 'a', logprob }))
    const read = logprobsOf(tokenEntries({ content }, 'content'))
    expect(read).toEqual([
      -9999,
      -3.4028235e38,
      null,
      null,
      null,
      -Infinity,
      -Infinity,
      null,
      null,
      null,
    ])
    expect(read.every(isUnknown)).toBe(true)
  })

  it('are told from numbers that are written as text', () => {
    const content = [
      { token: 'a', logprob: '-0.25' },
      { token: 'b', logprob: ' -1e-3 ' },
    ]
    expect(logprobsOf(tokenEntries({ content }, 'content'))).toEqual([-0.25, -0.001])
  })
})

describe('probabilities instead of logprobs (llama.cpp’s post_sampling_probs)', () => {
  it('become logprobs, with ids and bytes kept', () => {
    const content = [
      {
        id: 5,
        token: 'a',
        bytes: [97],
        prob: 0.5,
        top_probs: [
          { id: 5, token: 'a', bytes: [97], prob: 0.5 },
          { id: 6, token: 'b', bytes: [98], prob: 0 },
        ],
      },
    ]
    expect(tokenEntries({ content }, 'content')).toEqual([
      {
        token: 'a',
        id: 5,
        bytes: [97],
        logprob: Math.log(0.5),
        alternatives: [
          { token: 'a', id: 5, bytes: [97], logprob: Math.log(0.5) },
          { token: 'b', id: 6, bytes: [98], logprob: -Infinity },
        ],
      },
    ])
  })

  it('yield to a logprob, and are unknown where they are none', () => {
    const content = [
      { token: 'a', prob: 0.5, logprob: -3 },
      { token: 'a', prob: -1 },
      { token: 'a', prob: null },
    ]
    expect(logprobsOf(tokenEntries({ content }, 'content'))).toEqual([-3, null, null])
  })
})

describe('the older shape', () => {
  const read = (top_logprobs: unknown) =>
    tokenEntries(
      {
        tokens: ['Rain', ' falls'],
        token_logprobs: [null, -0.5],
        top_logprobs,
        text_offset: [0, 4],
      },
      'content',
    ).map(({ alternatives }) => alternatives.map(({ token, logprob }) => [token, logprob]))

  const wanted = [
    [],
    [
      [' falls', -0.5],
      [' is', -1],
      [' x', null],
    ],
  ]

  it('reads objects, pairs and entries, likeliest first', () => {
    expect(read([null, { ' x': null, ' is': -1, ' falls': -0.5 }])).toEqual(wanted)
    expect(
      read([
        null,
        [
          [' x', null],
          [' is', -1],
          [' falls', -0.5],
        ],
      ]),
    ).toEqual(wanted)
    expect(
      read([
        [],
        [
          { token: ' falls', logprob: -0.5 },
          { token: ' x', logprob: null },
          { token: ' is', logprob: -1 },
        ],
      ]),
    ).toEqual(wanted)
  })

  it('has a first token without a logprob, and ids where they came', () => {
    const entries = tokenEntries(
      { tokens: ['a', 'b'], token_logprobs: [null, -1], token_ids: [7, 8] },
      'content',
    )
    expect(entries.map(({ logprob, id }) => [logprob, id])).toEqual([
      [null, 7],
      [-1, 8],
    ])
  })

  it('is of the content alone', () => {
    expect(tokenEntries({ tokens: ['a'], token_logprobs: [-1] }, 'refusal')).toEqual([])
  })
})
