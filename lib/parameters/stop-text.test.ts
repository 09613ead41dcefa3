import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeStop, splitStops } from './stop-text.ts'

describe('splitStops', () => {
  it('reads the example of the seed', () => {
    expect(splitStops(String.raw`\n, END, ---`)).toEqual(['\n', 'END', '---'])
  })

  it('keeps an escaped comma and an escaped backslash inside a sequence', () => {
    expect(splitStops(String.raw`a\,b, c\\d`)).toEqual(['a,b', String.raw`c\d`])
    expect(splitStops(String.raw`\\n`)).toEqual([String.raw`\n`])
  })

  it('leaves other backslashes as they are', () => {
    expect(splitStops(String.raw`\d+`)).toEqual([String.raw`\d+`])
    expect(splitStops('\\')).toEqual(['\\'])
  })

  it('drops empty entries and the blanks around an entry', () => {
    expect(splitStops(' a ,, b b ,')).toEqual(['a', 'b b'])
  })

  it('reads back every list of sequences that was written out', () => {
    const sequence = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/^[\s]|[\s]$/.test(text.replaceAll(/[ \n\r\t]/g, '')))
    fc.assert(
      fc.property(fc.array(sequence, { minLength: 1, maxLength: 4 }), (sequences) => {
        expect(splitStops(sequences.map(escapeStop).join(', '))).toEqual(sequences)
      }),
    )
  })
})
