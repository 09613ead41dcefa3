import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presetLimits } from '#lib/preset/limits.ts'
import { presetArbitrary } from '#lib/preset/preset.arbitrary.ts'
import { starterGroups } from '#lib/preset/starters/index.ts'
import { freeName } from './names.ts'
import { presetsText, readPresets } from './transfer.ts'

describe('a file with presets', () => {
  it('brings back every preset as it was', () => {
    fc.assert(
      fc.property(fc.array(presetArbitrary, { maxLength: 4 }), (given) => {
        const presets = given.map((one) => ({ ...one, name: one.name ?? 'mine' }))
        const read = readPresets(presetsText(given), 'mine.json')
        expect(read).toEqual({ ok: true, value: { presets, refused: [] } })
      }),
      { numRuns: 50 },
    )
  })

  it('brings back the starter set', () => {
    const presets = starterGroups.flatMap((group) =>
      group.presets.map(({ name, description, authorNote, settings }) => ({
        settings,
        name,
        description,
        authorNote,
      })),
    )
    expect(readPresets(presetsText(presets), 'x.json')).toEqual({
      ok: true,
      value: { presets, refused: [] },
    })
  })

  it('may hold a single preset, whose name may be the name of the file', () => {
    const text = JSON.stringify({ nucleus: 'preset', version: 1, settings: { temperature: 0.5 } })
    expect(readPresets(text, 'Cold.nucleus.json')).toEqual({
      ok: true,
      value: { presets: [{ name: 'Cold', settings: { temperature: 0.5 } }], refused: [] },
    })
  })

  it('says what it does not take, and takes the rest', () => {
    const good = { name: 'Good', settings: { temperature: 0.5 } }
    const odd = { name: 'Odd', settings: { temperature: 9, mystery: 1, seed: 3 } }
    const text = JSON.stringify({ nucleus: 'presets', version: 1, presets: [good, 7, odd] })
    const read = readPresets(text, 'x.json')
    if (!read.ok) throw new Error(read.error)
    expect(read.value.presets).toEqual([good, { name: 'Odd', settings: { seed: 3 } }])
    expect(read.value.refused).toHaveLength(3)
    expect(read.value.refused.join(' ')).toMatch(/Preset 2/)
    expect(read.value.refused.join(' ')).toMatch(/mystery of “Odd”/)
    expect(read.value.refused.join(' ')).toMatch(/temperature of “Odd”/)
  })

  it.each([
    ['{', /not JSON/],
    ['[]', /no preset/],
    ['{"nucleus":"presets","version":2,"presets":[]}', /newer version/],
    ['{"nucleus":"presets","version":1}', /not a file of Nucleus presets/],
    ['{"a":1}', /not saved by Nucleus/],
  ])('%s is refused with the reason and the name of the file', (text, reason) => {
    const read = readPresets(text, 'x.json')
    expect(read.ok ? '' : read.error).toMatch(reason)
    expect(read.ok ? '' : read.error).toMatch(/^x\.json/)
  })
})

describe('a name', () => {
  it('is kept where it is free, and numbered where it is taken', () => {
    expect(freeName('Poem', [])).toBe('Poem')
    expect(freeName('Poem', ['Poem'])).toBe('Poem 2')
    expect(freeName('Poem 2', ['Poem', 'Poem 2'])).toBe('Poem 3')
    expect(freeName('Poem', ['poem'])).toBe('Poem')
  })

  it('is never longer than a name may be', () => {
    const long = 'x'.repeat(presetLimits.name)
    expect(freeName(long, [long])).toBe(`${'x'.repeat(presetLimits.name - 2)} 2`)
  })

  it('is never one that is taken', () => {
    const names = fc.array(fc.constantFrom('a', 'a 2', 'a 3', 'b', ' 2'))
    fc.assert(
      fc.property(fc.constantFrom('a', 'a 2', 'b', ' 2'), names, (name, taken) => {
        expect(taken).not.toContain(freeName(name, taken))
      }),
    )
  })
})
