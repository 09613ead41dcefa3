/** A stretch of `order`, from `start` up to but not including `end`. */
export interface Range {
  start: number
  end: number
}

/** Every position of a token row, sorted by the tokens that stand before it, nearest first. */
export interface ContextIndex {
  tokens: Int32Array
  /** Positions in `tokens`; those with the same tokens before them lie together. */
  order: Int32Array
}

/**
 * Sorts positions by up to `depth` tokens before them: a suffix array of the reversed text (Manber
 * and Myers 1993), cut at `depth`. Each position must have at least one token before it.
 */
export function createContextIndex(
  tokens: Int32Array,
  positions: Int32Array,
  depth: number,
): ContextIndex {
  const order = positions.slice().sort((a, b) => {
    for (let back = 1; back <= depth; back++) {
      const difference = at(tokens, a - back) - at(tokens, b - back)
      if (difference !== 0) return difference
    }
    return a - b
  })
  return { tokens, order }
}

/**
 * The positions of the corpus that stand in the same context, from the shortest context to the
 * longest that occurs: entry k − 1 holds those that agree in the last k tokens of `context`.
 */
export function findContexts(
  { tokens, order }: ContextIndex,
  context: readonly number[],
  depth: number,
): Range[] {
  const found: Range[] = []
  let range: Range = { start: 0, end: order.length }
  for (let back = 1; back <= Math.min(depth, context.length); back++) {
    const token = context[context.length - back] ?? 0
    const first = (from: number, wanted: number) => {
      let [low, high] = [from, range.end]
      while (low < high) {
        const middle = (low + high) >>> 1
        if (at(tokens, at(order, middle) - back) < wanted) low = middle + 1
        else high = middle
      }
      return low
    }
    const start = first(range.start, token)
    range = { start, end: first(start, token + 1) }
    if (range.start === range.end) break
    found.push(range)
  }
  return found
}

/** An entry of a typed array; −1 before its beginning. */
function at(values: Int32Array, index: number): number {
  return values[index] ?? -1
}
