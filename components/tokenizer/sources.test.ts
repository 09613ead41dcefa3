import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base'
import { describe, expect, it } from 'vitest'
import { encodings } from '#lib/tokenizers/encoding.ts'
import { Vocabulary } from '#lib/tokenizers/vocabulary.ts'
import { sources } from './sources.ts'

describe('sources', () => {
  it.each(encodings)('load %s with ids, texts and special tokens that agree', async (encoding) => {
    const source = await sources[encoding]()
    const vocabulary = new Vocabulary(source)
    const text = ' the café, naïve 日本語 <|endoftext|>'
    const ids = vocabulary.idsOf(text)
    expect(vocabulary.textOf(ids)).toBe(text)
    expect(ids).not.toContain(source.special['<|endoftext|>'])
    for (const [name, id] of Object.entries(source.special)) {
      expect(vocabulary.idOf({ token: name })).toBe(id)
      expect(source.ranks[id]).toBeUndefined()
    }
    expect(vocabulary.idOf({ token: ' the' })).toBe(vocabulary.idsOf(' the')[0])
  })

  it('does not take one encoding’s ids for another’s', async () => {
    const vocabulary = new Vocabulary(await sources.cl100k_base())
    expect(vocabulary.idsOf(' hello')).toEqual(cl100k(' hello'))
    expect(vocabulary.idOf({ token: ' hello' })).toBe(24_748)
  })
})
