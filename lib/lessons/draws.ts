import type { Distribution } from './distribution.ts'

/** A drawn candidate, by its 0-based place; `rest` is any token that the record does not name. */
export type Drawn = number | 'rest'

/**
 * Draws tokens from a distribution, with the middle of each interval for its probability. `random` gives
 * numbers from 0 up to 1.
 */
export function drawsFrom(
  { candidates, rest }: Distribution,
  count: number,
  random: () => number,
): Drawn[] {
  const masses = candidates.map(({ chance }) => (chance.lower + chance.upper) / 2)
  const others = (rest.chance.lower + rest.chance.upper) / 2
  const total = masses.reduce((sum, mass) => sum + mass, others)
  return Array.from({ length: count }, () => placeOf(masses, random() * total))
}

function placeOf(masses: readonly number[], at: number): Drawn {
  let left = at
  for (const [place, mass] of masses.entries()) {
    left -= mass
    if (left < 0) return place
  }
  return 'rest'
}
