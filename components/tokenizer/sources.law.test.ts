import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base'
import { encode as o200k } from 'gpt-tokenizer/encoding/o200k_base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Vocabulary } from '#lib/tokenizers/vocabulary.ts'
import { sources } from './sources.ts'

const plain = { disallowedSpecial: new Set<string>() }

/** Texts that tokenizers trip over: all scripts, emoji, names of special tokens, lone surrogates. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-ascii' }),
  fc.constantFrom(
    '<|endoftext|>',
    '<|im_start|>',
    '<|im_end|>',
    '<|fim_prefix|>',
    '<|return|>',
    ' 日本語のテキスト',
    'Привет, мир',
    'مرحبا',
    'नमस्ते',
    '한국어',
    '👩‍👩‍👧‍👦',
    '🏳️‍🌈',
    '\r\n\t ',
    '    ',
    "I'LL don’t",
    '12345678',
    '\ufeff',
    '\u0301',
  ),
)
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))

describe.each([
  ['o200k_base', o200k],
  ['cl100k_base', cl100k],
] as const)('the vocabulary of %s', (encoding, encode) => {
  it('agrees with gpt-tokenizer on a thousand texts, and gives each back whole', async () => {
    const vocabulary = new Vocabulary(await sources[encoding]())
    fc.assert(
      fc.property(text, (given) => {
        const ids = encode(given, plain)
        expect(vocabulary.idsOf(given)).toEqual(ids)
        expect(vocabulary.textOf(ids)).toBe(wellFormed(given))
        const split = vocabulary.split(given)
        expect(split.map(({ id }) => id)).toEqual(ids)
        expect(wholeText(split)).toBe(wellFormed(given))
        expect(vocabulary.namesOf(ids)).toEqual(split.map((one) => one.text))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes names of special tokens in a text for text', async () => {
    const vocabulary = new Vocabulary(await sources[encoding]())
    for (const name of ['<|endoftext|>', '<|im_start|>']) {
      expect(vocabulary.split(name).length).toBeGreaterThan(1)
    }
    expect(vocabulary.variantsOfWord('<|endoftext|>').special).toBe(
      encoding === 'o200k_base' ? 199_999 : 100_257,
    )
    expect(vocabulary.variantsOfWord('<|im_start|>').special).toBeUndefined()
  })
})

/** The text of tokens, the characters that several share taken once. */
function wholeText(split: ReturnType<Vocabulary['split']>): string {
  let whole = ''
  let open = ''
  for (const { text: own, partOf } of split) {
    if (partOf === undefined) {
      whole += own
      continue
    }
    open += own
    if (decoded(open) !== partOf) continue
    whole += partOf
    open = ''
  }
  return whole
}

/** The text of bytes that are written `\xNN`, ASCII as it is. */
function decoded(escaped: string): string {
  const bytes = Array.from(escaped.matchAll(/\\x([\da-f]{2})|[\s\S]/g), ([one, hex]) =>
    hex === undefined ? one.charCodeAt(0) : Number.parseInt(hex, 16),
  )
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes))
}

/** A text as UTF-8 can hold it: lone surrogates become `�`. */
function wellFormed(given: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(given))
}
