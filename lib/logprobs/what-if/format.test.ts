import { describe, expect, it } from 'vitest'
import { formatChance, formatChanceInWords } from './format.ts'

describe('formatChance', () => {
  it.each([
    [0.277, 0.277, '27.7', '1.85'],
    [0.2, 0.437, '20.0–43.7', '1.19–2.32'],
    [0, 0, '0.0', '∞'],
    [0, 0.5, '0.0–50.0', '1.00–∞'],
    [0.0001, 0.0002, '<0.1', '12.29–13.29'],
    [0.9999, 1, '>99.9–100.0', '0.00'],
    [1, 1, '100.0', '0.00'],
  ])('writes %f to %f as %s percent and %s bits', (lower, upper, percent, bits) => {
    expect(formatChance({ lower, upper }, 'percent')).toBe(percent)
    expect(formatChance({ lower, upper }, 'bits')).toBe(bits)
  })
})

describe('formatChanceInWords', () => {
  it.each([
    [0.79, 0.86, '79 to 86 %'],
    [0.791, 0.859, '79 to 86 %'],
    [0.6341, 0.6342, '63 %'],
    [0, 0.004, 'less than 1 %'],
    [0, 0.4, '0 to 40 %'],
  ])('writes %f to %f as %s', (lower, upper, words) => {
    expect(formatChanceInWords({ lower, upper })).toBe(words)
  })
})
