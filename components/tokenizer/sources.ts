import type { Encoding } from '#lib/tokenizers/encoding.ts'
import type { VocabularySource } from '#lib/tokenizers/vocabulary.ts'

interface Library {
  encode(text: string, options: { disallowedSpecial: Set<string> }): number[]
}

const endOfText = { o200k: 199_999, cl100k: 100_257, older: 50_256 }

/** Loads an encoding; each is a file of its own, and only the worker may ask for it. */
export const sources: Readonly<Record<Encoding, () => Promise<VocabularySource>>> = {
  o200k_base: async () =>
    source(
      await import('gpt-tokenizer/encoding/o200k_base'),
      await import('gpt-tokenizer/bpeRanks/o200k_base'),
      { '<|endoftext|>': endOfText.o200k },
    ),
  o200k_harmony: async () =>
    source(
      await import('gpt-tokenizer/encoding/o200k_harmony'),
      await import('gpt-tokenizer/bpeRanks/o200k_base'),
      { '<|endoftext|>': endOfText.o200k, '<|return|>': 200_002, '<|end|>': 200_007 },
    ),
  cl100k_base: async () =>
    source(
      await import('gpt-tokenizer/encoding/cl100k_base'),
      await import('gpt-tokenizer/bpeRanks/cl100k_base'),
      { '<|endoftext|>': endOfText.cl100k },
    ),
  p50k_base: async () =>
    source(
      await import('gpt-tokenizer/encoding/p50k_base'),
      await import('gpt-tokenizer/bpeRanks/p50k_base'),
      { '<|endoftext|>': endOfText.older },
    ),
  p50k_edit: async () =>
    source(
      await import('gpt-tokenizer/encoding/p50k_edit'),
      await import('gpt-tokenizer/bpeRanks/p50k_base'),
      { '<|endoftext|>': endOfText.older },
    ),
  r50k_base: async () =>
    source(
      await import('gpt-tokenizer/encoding/r50k_base'),
      await import('gpt-tokenizer/bpeRanks/r50k_base'),
      { '<|endoftext|>': endOfText.older },
    ),
  gpt2: async () =>
    source(
      await import('gpt-tokenizer/encoding/gpt2'),
      await import('gpt-tokenizer/bpeRanks/r50k_base'),
      { '<|endoftext|>': endOfText.older },
    ),
}

function source(
  { encode }: Library,
  { default: ranks }: { default: VocabularySource['ranks'] },
  special: Record<string, number>,
): VocabularySource {
  return { ranks, special, encode: (text) => encode(text, { disallowedSpecial: new Set() }) }
}
