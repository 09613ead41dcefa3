import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReleasedText } from './released-text.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: readonly number[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes))

/** Pushes tokens until the text stops, and gives every release. */
function releases(tokens: readonly Uint8Array[], stops: readonly string[]) {
  const released = createReleasedText<Uint8Array>(stops)
  const out = []
  for (const token of tokens) {
    out.push(released.push(token, token))
    if (out.at(-1)?.stopped) return out
  }
  return [...out, released.end()]
}

const joined = (out: ReturnType<typeof releases>) => out.map(({ text }) => text).join('')

/** Bytes cut into tokens of one to three bytes, in the middle of characters too. */
const cut = (bytes: Uint8Array, sizes: readonly number[]) => {
  const tokens: Uint8Array[] = []
  for (let start = 0; start < bytes.length;) {
    const end = start + (sizes[tokens.length % sizes.length] ?? 1)
    tokens.push(bytes.slice(start, end))
    start = end
  }
  return tokens
}

const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 })
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '🌧', '\n'), maxLength: 30 })
const stops = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 4 }),
  {
    maxLength: 4,
  },
)

describe('createReleasedText', () => {
  it('gives the text up to the stop sequence that is complete first, however the bytes are cut', () => {
    fc.assert(
      fc.property(letters, sizes, stops, (text, lengths, sequences) => {
        const found = [...text].map((_, count) => [...text].slice(0, count + 1).join(''))
        const first = found.find((start) => sequences.some((stop) => start.endsWith(stop))) ?? text
        const longest = Math.max(
          0,
          ...sequences.map((stop) => (first.endsWith(stop) ? stop.length : 0)),
        )
        const expected = first.slice(0, first.length - longest)
        expect(joined(releases(cut(bytesOf(text), lengths), sequences))).toBe(expected)
      }),
    )
  })

  it('gives with each piece of text the tokens whose bytes it is', () => {
    fc.assert(
      fc.property(letters, sizes, stops, (text, lengths, sequences) => {
        for (const piece of releases(cut(bytesOf(text), lengths), sequences)) {
          const own = textOf(piece.tokens.flatMap((token) => Array.from(token)))
          expect(piece.stopped ? own.startsWith(piece.text) : own === piece.text).toBe(true)
        }
      }),
    )
  })

  it('reads any bytes as a decoder would read them at once', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), sizes, (bytes, lengths) => {
        expect(joined(releases(cut(bytes, lengths), []))).toBe(textOf(Array.from(bytes)))
      }),
    )
  })

  it('holds nothing back that no stop sequence can take away', () => {
    const out = releases(['one ', 'two ', 'thr', 'ee'].map(bytesOf), ['threat'])
    expect(out.map(({ text }) => text)).toEqual(['one ', 'two ', '', 'three', ''])
  })

  it('keeps a token that begins before the stop sequence and drops those inside it', () => {
    const tokens = ['so ', 'it E', 'N', 'D now'].map(bytesOf)
    const out = releases(tokens, ['END'])
    expect(joined(out)).toBe('so it ')
    expect(out.flatMap((piece) => piece.tokens)).toEqual(tokens.slice(0, 2))
  })
})
