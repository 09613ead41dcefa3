import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchReply, type Beginning } from './branch-reply.ts'
import { chunk, entryOf } from './fixtures/chunks.ts'
import type { RunEvent } from './run-events.ts'
import { timingsOf } from './timings.ts'
import type { TokenEntry } from './token-store.ts'

const bytesOf = (text: string) => [...new TextEncoder().encode(text)]

const recorded = (text: string): TokenEntry => ({
  token: text,
  bytes: bytesOf(text),
  logprob: -3,
  id: 7,
  alternatives: [{ token: ' other', logprob: -0.1 }],
})

const beginning: Beginning = {
  text: 'Rain fell',
  tokens: [recorded('Rain'), recorded(' fell')],
}

/** A stream of these tokens, one chunk each, and its end. */
function stream(
  words: readonly string[],
  end: RunEvent[] = [{ type: 'end', at: 900 }],
): RunEvent[] {
  const chunks = words.map((word, index): RunEvent => {
    const entry = entryOf({ bytes: bytesOf(word), logprob: -0.5 })
    return {
      type: 'chunk',
      data: chunk(0, { content: word }, { content: [entry] }),
      at: index * 100,
    }
  })
  return [...chunks, ...end]
}

function grown(events: readonly RunEvent[], mayRepeat = true, from = beginning) {
  const growing = branchReply(from, mayRepeat)
  const seen: string[] = []
  for (const event of events) {
    growing.apply(event)
    seen.push(growing.reply.choices[0]?.content ?? '')
  }
  const choice = growing.reply.choices[0]
  const tokens = Array.from({ length: choice?.tokens.length ?? 0 }, (_, at) =>
    choice?.tokens.text(at),
  )
  return { reply: growing.reply, choice, tokens, seen }
}

describe('a branch’s reply', () => {
  it('has its beginning before anything comes, with all that was recorded', () => {
    const { choice } = grown([])
    expect(choice).toMatchObject({ content: 'Rain fell', kept: { tokens: 2, characters: 9 } })
    expect([choice?.tokens.token(0), choice?.tokens.token(1)]).toEqual(
      beginning.tokens.map((entry) => ({
        ...entry,
        alternatives: entry.alternatives.map((one) => ({ ...one, bytes: undefined })),
      })),
    )
  })

  it('puts after it what comes', () => {
    const { choice, tokens } = grown(stream([' on', ' the', ' sea']))
    expect(choice?.content).toBe('Rain fell on the sea')
    expect(tokens).toEqual(['Rain', ' fell', ' on', ' the', ' sea'])
    expect(choice?.tokens.logprob(2)).toBe(-0.5)
  })

  it('does not double what a provider repeats, however it is cut', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 13 }), { maxLength: 8 })
    fc.assert(
      fc.property(cuts, fc.boolean(), (places, blank) => {
        const kept = { ...beginning, text: `${blank ? ' ' : ''}Rain fell` }
        const whole = 'Rain fell on it'
        const words = [0, ...places.toSorted((a, b) => a - b)].map((from, index, all) =>
          whole.slice(from, all[index + 1]),
        )
        const { choice, tokens, seen } = grown(stream(words), true, kept)
        expect(choice?.content).toBe(`${kept.text} on it`)
        expect(seen.every((text) => choice?.content.startsWith(text))).toBe(true)
        expect(` on it`.endsWith(tokens.slice(2).join(''))).toBe(true)
      }),
    )
  })

  it('leaves out the tokens of the repetition and keeps those after it', () => {
    const { tokens } = grown(stream(['Rain', ' fell', ' on', ' it']))
    expect(tokens).toEqual(['Rain', ' fell', ' on', ' it'])
  })

  it('takes what only began like it for what comes, once that is sure', () => {
    const { choice, seen } = grown(stream(['Rain', 'bow']))
    expect(seen[0]).toBe('Rain fell')
    expect(choice?.content).toBe('Rain fellRainbow')
    expect(grown(stream(['Rain'])).choice?.content).toBe('Rain fellRain')
  })

  it('takes a repetition that broke off for one', () => {
    const stopped: RunEvent = {
      type: 'failure',
      failure: { kind: 'stopped', message: 'Stopped.' },
      at: 300,
    }
    const { choice, tokens } = grown(stream(['Rain'], [stopped]))
    expect(choice?.content).toBe('Rain fell')
    expect(tokens).toEqual(['Rain', ' fell'])
  })

  it('holds nothing back where a provider is known not to repeat, or the text is too short', () => {
    expect(grown(stream(['Rain fell', ' on']), false).choice?.content).toBe('Rain fellRain fell on')
    const short = { text: 'La', tokens: [recorded('La')] }
    expect(grown(stream(['La', ' la']), true, short).choice?.content).toBe('LaLa la')
  })

  it('reads a whole reply, and its end', () => {
    const data = JSON.stringify({
      choices: [{ index: 0, message: { content: 'Rain fell on' }, finish_reason: 'stop' }],
    })
    const { choice, reply } = grown([
      { type: 'completion', data, at: 5 },
      { type: 'end', at: 6 },
    ])
    expect(choice).toMatchObject({ content: 'Rain fell on', finishReason: 'stop' })
    expect(reply.status).toBe('done')
  })

  it('counts only what came for the speed', () => {
    const { reply } = grown(stream([' on', ' the', ' sea']))
    expect(timingsOf(reply).tokensPerSecond).toBeCloseTo(2 / 0.9)
  })
})
