/** How many numbers one number of the next level stands for. */
const fan = 16
const levelCount = 5

/**
 * The least of any stretch of a growing list in a few steps: over the numbers lie levels, each of
 * which holds the least of every sixteen below. Appending is O(1); asking costs the logarithm of
 * the stretch.
 */
export class LeastPyramid {
  readonly #levels = Array.from({ length: levelCount }, () => new Float64Array(64).fill(Infinity))
  #length = 0

  /** How many numbers there are. */
  get length(): number {
    return this.#length
  }

  /** Adds a number at the end; NaN keeps its place and is never the least. */
  push(value: number): void {
    const number = Number.isNaN(value) ? Infinity : value
    let at = this.#length
    for (let level = 0; level < levelCount; level += 1) {
      const cells = this.#roomFor(level, at)
      cells[at] = Math.min(cells[at] ?? Infinity, number)
      at = Math.floor(at / fan)
    }
    this.#length += 1
  }

  /** The least number from `from` up to `to`, 0-based; Infinity where there is none. */
  least(from: number, to: number): number {
    let least = Infinity
    const end = Math.min(to, this.#length)
    for (let at = Math.max(0, from); at < end;) {
      let level = 0
      let size = 1
      while (level + 1 < levelCount && at % (size * fan) === 0 && at + size * fan <= end) {
        level += 1
        size *= fan
      }
      least = Math.min(least, this.#levels[level]?.[at / size] ?? Infinity)
      at += size
    }
    return least
  }

  #roomFor(level: number, at: number): Float64Array {
    const cells = this.#levels[level] ?? new Float64Array()
    if (at < cells.length) return cells
    const larger = new Float64Array(cells.length * 2).fill(Infinity)
    larger.set(cells)
    this.#levels[level] = larger
    return larger
  }
}
