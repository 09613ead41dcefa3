/** Gives the next number of a stream, at least 0 and below 1, with 53 random bits. */
export type Random = () => number

const two32 = 2 ** 32
const warmUp = 15

/**
 * The generator sfc32 ("small fast counting", Chris Doty-Humphrey, PractRand 0.93): 128 bits of
 * state, period at least 2^32. Keyed by the seed (an integer within ±(2^53 − 1)) and a 0-based
 * stream, so that equal keys repeat and different streams of one seed do not run alike.
 */
export function createRandom(seed: number, stream: number): Random {
  let a = seed >>> 0
  let b = Math.floor(seed / two32) >>> 0
  let c = stream >>> 0
  let counter = 1

  function next(): number {
    const out = (((a + b) >>> 0) + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + out) >>> 0
    return out
  }

  for (let round = 0; round < warmUp; round++) next()
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53
}
