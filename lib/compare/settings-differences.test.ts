import { describe, expect, it } from 'vitest'
import { starter } from '#lib/preset/starter.ts'
import { settingsDifferences } from './settings-differences.ts'

describe('the differences of two settings', () => {
  it('are what is not alike, in the order of the form', () => {
    const other = { ...starter, seed: 7, temperature: 0.5, stream: false, top_logprobs: undefined }
    expect(settingsDifferences(starter, other)).toEqual({
      set: 8,
      differences: [
        { name: 'temperature', a: undefined, b: 0.5 },
        { name: 'seed', a: undefined, b: 7 },
        { name: 'top_logprobs', a: 5, b: undefined },
        { name: 'stream', a: true, b: false },
      ],
    })
  })

  it('are none for equal settings', () => {
    expect(settingsDifferences(starter, { ...starter }).differences).toEqual([])
  })
})
