/** A stretch of tokens that is drawn as one, and where. */
export interface Cell {
  /** 0-based tokens from `from` up to `to`. */
  from: number
  to: number
  /** Pixels from `left` up to `right`. */
  left: number
  right: number
}

/** How many cells stand beside each other: one per token, or one per pixel where tokens are more. */
export function cellCount(tokens: number, width: number): number {
  return Math.max(0, Math.min(tokens, Math.floor(width)))
}

/** A 0-based cell of `tokens` tokens over a width in pixels. */
export function cellAt(index: number, tokens: number, width: number): Cell {
  const cells = cellCount(tokens, width)
  return {
    from: Math.floor((index * tokens) / cells),
    to: Math.floor(((index + 1) * tokens) / cells),
    left: Math.round((index * width) / cells),
    right: Math.round(((index + 1) * width) / cells),
  }
}

/** The cell that a 0-based token is drawn in. */
export function cellOf(token: number, tokens: number, width: number): Cell {
  const cells = cellCount(tokens, width)
  const near = Math.floor((token * cells) / tokens)
  const cell = cellAt(near, tokens, width)
  // Rounding down twice can end one cell too early.
  return token < cell.to ? cell : cellAt(near + 1, tokens, width)
}

/** The tokens, 0-based from `from` up to `to`, under a place in pixels; the nearest outside. */
export function tokensUnder(x: number, tokens: number, width: number): Pick<Cell, 'from' | 'to'> {
  const cells = cellCount(tokens, width)
  const index = Math.min(cells - 1, Math.max(0, Math.floor((x * cells) / width)))
  return cellAt(index, tokens, width)
}

const heights = [2, 4, 6, 8, 10, 12]

/** The full height of a timeline in bits: the next even number above its peak, at most 12. */
export function axisBits(peak: number): number {
  return heights.find((height) => peak <= height) ?? 12
}

/** At most five 1-based positions for the axis, the first and the last among them. */
export function ticksOf(tokens: number): number[] {
  const places = [0, 0.25, 0.5, 0.75, 1].map((share) => 1 + Math.round(share * (tokens - 1)))
  return tokens === 0 ? [] : [...new Set(places)]
}
