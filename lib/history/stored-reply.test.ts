import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionOf } from '#lib/reply/completion.ts'
import { legacyStream, openAiStream, splitEmojiStream } from '#lib/reply/fixtures/streams.ts'
import { applyEvent } from '#lib/reply/reducer.ts'
import { createReply, type Reply } from '#lib/reply/reply.ts'
import { bytesOf, replyOfStored, storedReply } from './stored-reply.ts'

function streamed(texts: readonly string[]): Reply {
  const reply = createReply()
  texts.forEach((data, at) => applyEvent(reply, { type: 'chunk', data, at: at * 7 }))
  applyEvent(reply, { type: 'end', at: 900 })
  return reply
}

/** Everything that can be read of a reply, tokens one by one. */
function readingOf({ choices, raw, version: _version, ...rest }: Reply) {
  return {
    rest,
    streamed: raw.streamed,
    choices: choices.map(({ tokens, refusalTokens, reasoningTokens, arrivals, ...choice }) => ({
      choice,
      arrivals: Array.from({ length: arrivals.length }, (_, at) => arrivals.at(at)),
      stores: [tokens, refusalTokens, reasoningTokens].map((store) =>
        Array.from({ length: store.length }, (_, at) => [
          store.token(at),
          store.arrival(at),
          store.position(at),
          store.wholeText(at),
        ]),
      ),
    })),
  }
}

describe('a stored reply', () => {
  it.each([
    ['of OpenAI', openAiStream],
    ['of the older form', legacyStream],
    ['that splits characters', splitEmojiStream],
  ])('is read as the stream %s', (_, stream) => {
    const reply = streamed(stream)
    // As a browser keeps it.
    const back = replyOfStored(structuredClone(storedReply(reply)))
    expect(readingOf(back)).toEqual(readingOf(reply))
    expect(completionOf(back)).toEqual(completionOf(reply))
  })

  it('is read as any reply', () => {
    const token = fc.record({
      token: fc.string({ unit: 'grapheme' }),
      logprob: fc.oneof(fc.double({ min: -30, max: 0, noNaN: true }), fc.constant(null)),
      bytes: fc.option(fc.array(fc.nat(255), { maxLength: 4 }), { nil: null }),
    })
    const entry = fc.tuple(token, fc.array(token, { maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), fc.nat(3), (entries, n) => {
        const content = entries.map(([one, top_logprobs]) => ({ ...one, top_logprobs }))
        const text = content.map((one) => one.token).join('')
        const choices = Array.from({ length: n }, (_, index) => ({
          index,
          message: { content: text },
          logprobs: { content },
        }))
        const reply = createReply()
        applyEvent(reply, { type: 'completion', data: JSON.stringify({ choices }), at: 3 })
        applyEvent(reply, { type: 'end', at: 4 })
        expect(readingOf(replyOfStored(structuredClone(storedReply(reply))))).toEqual(
          readingOf(reply),
        )
      }),
    )
  })

  it('takes no more room than it says', () => {
    expect(bytesOf(storedReply(streamed(openAiStream)))).toBeGreaterThan(500)
    expect(bytesOf(new Float64Array(100))).toBe(800)
    expect(bytesOf('a'.repeat(100))).toBe(208)
  })
})
