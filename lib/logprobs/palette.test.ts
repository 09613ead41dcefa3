import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, readColour, toLab, type Lab, type Linear } from './palette-colour.fixture.ts'
import { ciede2000, seenBy, visions } from './palette-vision.fixture.ts'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')

/** A colour of app/globals.css; follows `var()`. */
function colour(name: string, theme: 'light' | 'dark'): Linear {
  const value = new RegExp(`^ *--${name}: (.+);$`, 'm').exec(css)?.[1]
  if (!value) throw new Error(`app/globals.css has no --${name}`)
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  if (other) return colour(other, theme)
  const pair = /^light-dark\((.+), ((?:oklch\(|#).+)\)$/.exec(value)
  return readColour(pair?.[theme === 'light' ? 1 : 2] ?? value)
}

const steps = ['surface', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5', 'heat-6']
const differences = [
  'diff-minus-3',
  'diff-minus-2',
  'diff-minus-1',
  'surface',
  'diff-plus-1',
  'diff-plus-2',
  'diff-plus-3',
]

/** The least that neighbours differ by. */
const apart = 6.8

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const read = (name: string) => colour(name, theme)

  it('keeps text readable on every step', () => {
    for (const name of [...steps.slice(1), ...differences.filter((one) => one !== 'surface')])
      expect(contrast(read('heat-ink'), read(name))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(read('ink'), read('surface'))).toBeGreaterThanOrEqual(4.5)
  })

  it('changes lightness in one direction', () => {
    const lightness = steps.map((name) => toLab(read(name))[0])
    const sorted = lightness.toSorted((a, b) => (theme === 'light' ? b - a : a - b))
    expect(lightness).toEqual(sorted)
  })

  it.each(visions)('tells neighbouring steps apart under %s vision', (vision) => {
    const seen = steps.map((name) => toLab(seenBy(vision, read(name))))
    seen.slice(1).forEach((lab, at) => {
      const before: Lab = seen[at] ?? lab
      expect(ciede2000(before, lab)).toBeGreaterThanOrEqual(apart)
    })
  })

  it.each(visions)('tells all steps of a difference apart under %s vision', (vision) => {
    const seen = differences.map((name) => toLab(seenBy(vision, read(name))))
    seen.forEach((lab, at) => {
      for (const other of seen.slice(at + 1))
        expect(ciede2000(lab, other)).toBeGreaterThanOrEqual(10)
    })
  })
})

describe('ciede2000', () => {
  // From the test data of Sharma, Wu and Dalal 2005, table 1.
  it.each<[Lab, Lab, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [61, -5, 29], 22.8977],
    [[50, 2.5, 0], [56, -27, -3], 31.903],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ])('of %j and %j is %d', (one, other, published) => {
    expect(ciede2000(one, other)).toBeCloseTo(published, 4)
    expect(ciede2000(other, one)).toBeCloseTo(published, 4)
  })
})
