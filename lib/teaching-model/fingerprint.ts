const offset = 0x811c9dc5
const prime = 0x01000193

/** The 32-bit FNV-1a hash of integers, four bytes each (Fowler, Noll, Vo). */
function hash(values: Iterable<number>, start = offset): number {
  let state = start
  for (const value of values) {
    for (let shift = 0; shift < 32; shift += 8) {
      state = Math.imul(state ^ ((value >>> shift) & 0xff), prime)
    }
  }
  return state >>> 0
}

/** A `system_fingerprint`: `fp_` and ten hexadecimal digits that change with the values. */
export function fingerprintOf(values: readonly number[]): string {
  const digits = [hash(values), hash(values, offset ^ prime)].map((part) =>
    part.toString(16).padStart(8, '0'),
  )
  return `fp_${digits.join('').slice(0, 10)}`
}
