import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunk, entryOf, tokensOf } from './fixtures/chunks.ts'
import { seedExample } from './fixtures/seed-example.ts'
import { legacyStream, openAiStream, splitEmojiStream } from './fixtures/streams.ts'
import { applyEvent } from './reducer.ts'
import { createReply, type Choice, type Reply } from './reply.ts'
import { TokenText } from './token-text.ts'

function streamed(...data: readonly string[]): Reply {
  const reply = createReply()
  data.forEach((text, index) => applyEvent(reply, { type: 'chunk', data: text, at: index + 1 }))
  applyEvent(reply, { type: 'end', at: 99 })
  return reply
}

function whole(body: unknown): Reply {
  const reply = createReply()
  applyEvent(reply, { type: 'completion', data: JSON.stringify(body), at: 5 })
  applyEvent(reply, { type: 'end', at: 6 })
  return reply
}

const tokensIn = (choice: Choice | undefined) =>
  Array.from({ length: choice?.tokens.length ?? 0 }, (_, index) => choice?.tokens.token(index))
const shown = (choice: Choice | undefined) =>
  choice
    ? [...new TokenText(choice.tokens).segments(choice.content)].map(({ start, end }) =>
        choice.content.slice(start, end),
      )
    : []
/** A choice as plain values. */
const view = (choice: Choice) => ({
  ...choice,
  tokens: tokensIn(choice),
  refusalTokens: choice.refusalTokens.length,
  reasoningTokens: choice.reasoningTokens.length,
  firstTokenAt: undefined,
  arrivals: undefined,
})

describe('the seed’s example', () => {
  it('shows its whole content, though only one token is listed', () => {
    const reply = whole(seedExample)
    const choice = reply.choices[0]
    expect(reply).toMatchObject({
      status: 'done',
      id: seedExample.id,
      created: 1768721350,
      model: 'gpt-4o-mini-2024-07-18',
      systemFingerprint: 'fp_29330a9688',
      choices: [{ index: 0, role: 'assistant', finishReason: 'stop' }],
    })
    expect(choice?.content).toBe(
      'The current weather in New York City is cloudy, with a temperature of 12°C.',
    )
    expect(shown(choice)).toEqual(['The', choice?.content.slice(3)])
    expect(choice && [...new TokenText(choice.tokens).segments(choice.content)]).toMatchObject([
      { first: 0, mismatch: false },
      { first: -1, mismatch: false },
    ])
  })

  it('keeps alternatives as listed, even where bytes and text differ', () => {
    expect(tokensIn(whole(seedExample).choices[0])).toEqual([
      {
        token: 'The',
        bytes: [84],
        logprob: -0.001632451661862433,
        alternatives: [
          { token: 'The', bytes: [84], logprob: -0.001632451661862433 },
          { token: 'In', bytes: [73], logprob: -7.001632213592529 },
          { token: 'Currently', bytes: [67], logprob: -7.376632213592529 },
        ],
      },
    ])
  })
})

describe('streams as providers send them', () => {
  it('reads OpenAI’s, with usage in a chunk without choices', () => {
    const reply = streamed(...openAiStream)
    const [choice] = reply.choices
    expect(reply).toMatchObject({
      status: 'done',
      id: 'chatcmpl-7',
      model: 'gpt-4o-mini-2024-07-18',
      systemFingerprint: 'fp_1',
      serviceTier: 'default',
      usage: { prompt: 9, completion: 3, total: 12, reasoning: 0, cached: 8 },
      firstByteAt: 1,
      firstTokenAt: 2,
    })
    expect(reply.usage?.raw.completion_tokens_details).toHaveProperty('accepted_prediction_tokens')
    expect(choice).toMatchObject({ content: 'Rain falls.', finishReason: 'stop', firstTokenAt: 2 })
    expect(shown(choice)).toEqual(['Rain', ' falls', '.'])
    expect(tokensIn(choice).map((token) => token?.logprob)).toEqual([-0.25, -9999, 0])
    expect(tokensIn(choice)[0]?.alternatives.map(({ token }) => token)).toEqual(['Rain', 'Snow'])
  })

  it('reads the older shape of log probabilities, likeliest first', () => {
    const [choice] = streamed(...legacyStream).choices
    expect(choice).toMatchObject({ content: 'Rain falls.', finishReason: 'stop' })
    expect(shown(choice)).toEqual(['Rain', ' falls', '.'])
    expect(tokensIn(choice)).toMatchObject([
      { logprob: -0.25, bytes: undefined, alternatives: [{ token: 'Rain' }, { token: 'Snow' }] },
      { logprob: null, alternatives: [] },
      { logprob: -0.5, alternatives: [] },
    ])
  })

  it('reads a character that is split over tokens and chunks', () => {
    const [choice] = streamed(...splitEmojiStream).choices
    expect(choice?.tokens.length).toBe(5)
    expect(shown(choice)).toEqual(['Hi ', '😀', '!'])
  })

  it('reads usage beside LiteLLM’s empty choice, and nothing from a null', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 }
    const last = JSON.stringify({ choices: [{ index: 0, delta: {} }], usage })
    const reply = streamed(chunk(0, { content: 'a' }), last, JSON.stringify({ usage: null }))
    expect(reply.usage).toEqual({ prompt: 1, completion: 2, total: 3, raw: usage })
    expect(streamed(chunk(0, { content: 'a' })).usage).toBeUndefined()
  })

  it('keeps interleaved choices apart', () => {
    const reply = streamed(
      chunk(1, { content: 'b' }),
      chunk(0, { content: 'a' }),
      chunk(1, { content: 'B' }),
    )
    expect(reply.choices.map(({ index, content }) => [index, content])).toEqual([
      [0, 'a'],
      [1, 'bB'],
    ])
    expect(reply.choices.map(({ firstTokenAt }) => firstTokenAt)).toEqual([2, 1])
  })

  it('counts choices by their place where they have no index', () => {
    const body = { choices: [{ message: { content: 'a' } }, { message: { content: 'b' } }] }
    expect(whole(body).choices.map(({ content }) => content)).toEqual(['a', 'b'])
  })

  it('reads reasoning by either name once, and keeps its tokens out of the content', () => {
    const logprobs = (token: string) => ({ content: [{ token, logprob: -1 }] })
    const [choice] = streamed(
      chunk(0, { reasoning_content: 'Hm', reasoning: 'Hm' }, logprobs('Hm')),
      chunk(0, { reasoning: '.', content: '' }, logprobs('.')),
      chunk(0, { content: 'Yes' }, logprobs('Yes')),
    ).choices
    expect(choice).toMatchObject({ reasoning: 'Hm.', content: 'Yes', firstTokenAt: 1 })
    expect([choice?.reasoningTokens.length, choice?.tokens.length]).toEqual([2, 1])
  })

  it('reads refusals with their own tokens', () => {
    const refusal = [{ token: 'No', logprob: -0.1, bytes: [78, 111], top_logprobs: [] }]
    const reply = streamed(
      chunk(0, { refusal: 'No' }, { content: null, refusal }),
      chunk(0, { refusal: '.' }),
    )
    expect(reply.choices[0]).toMatchObject({ refusal: 'No.', content: '' })
    expect(reply.choices[0]?.refusalTokens.token(0)?.token).toBe('No')
    expect(reply.choices[0]?.tokens.length).toBe(0)
  })

  it('reads content in parts and keeps annotations', () => {
    const content = [{ type: 'text', text: 'a' }, { type: 'image' }, { type: 'text', text: 'b' }]
    const message = { content, annotations: [{ type: 'url_citation' }] }
    expect(whole({ choices: [{ index: 0, message }] }).choices[0]).toMatchObject({
      content: 'ab',
      annotations: [{ type: 'url_citation' }],
    })
  })

  it('notes when the first text came, not the first empty chunk', () => {
    const reply = streamed(chunk(0, { role: 'assistant', content: '' }), chunk(0, { content: 'a' }))
    expect([reply.firstByteAt, reply.firstTokenAt]).toEqual([1, 2])
  })

  it('counts bytes as missing where any of them is none', () => {
    const bytesFor = (bytes: unknown) => {
      const content = [{ token: 'a', logprob: -1, bytes }]
      return streamed(chunk(0, { content: 'a' }, { content })).choices[0]?.tokens.token(0)?.bytes
    }
    expect([[97], [], null, undefined, [300], [-1], [1.5], ['a'], 'a'].map(bytesFor)).toEqual([
      [97],
      [],
      ...Array(7).fill(undefined),
    ])
  })

  it('survives anything that JSON can hold', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.json({ maxDepth: 4 }), (choices, delta) => {
        const reply = streamed(
          choices,
          `{"choices":${choices},"usage":${delta},"error":null}`,
          `{"choices":[{"delta":${delta},"logprobs":${choices}},${delta}]}`,
          `{"choices":[{"index":${delta},"delta":{"content":${choices},"tool_calls":[${delta}]}}]}`,
          `{"choices":[{"logprobs":{"content":[${delta}],"tokens":[${choices}]}}]}`,
        )
        expect(['done', 'failed']).toContain(reply.status)
      }),
    )
  })
})

describe('a streamed reply and the whole one', () => {
  it('are the same, however tokens are cut into chunks', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 1, max: 6 }),
        sizes,
        fc.boolean(),
        (text, size, perChunk, refused) => {
          const key = refused ? 'refusal' : 'content'
          const tokens = tokensOf(text, size).map((one) => entryOf(one))
          const parts: string[] = []
          for (let at = 0, step = 0; at < tokens.length; step += 1) {
            const count = perChunk[step % perChunk.length] ?? 1
            const last = at + count >= tokens.length
            const now = { [key]: tokens.slice(at, at + count) }
            parts.push(chunk(0, { [key]: last ? text : '' }, now, last ? 'stop' : null))
            at += count
          }
          const logprobs = { [key]: tokens }
          const message = { role: 'assistant', content: null, refusal: null, [key]: text }
          const atOnce = whole({
            choices: [{ index: 0, message, logprobs, finish_reason: 'stop' }],
          })
          expect(streamed(...parts).choices.map(view)).toEqual(atOnce.choices.map(view))
        },
      ),
      { numRuns: 50 },
    )
  })
})
