/** How one order of the model gives up probability to the next shorter one. */
export interface Smoothing {
  /** Taken from the count of every continuation that was seen; at least 0 and below 1. */
  discount: number
  /** Counts added for the shorter context as a whole. */
  strength: number
}

/** The smoothing by the number of tokens of context, from none to four. */
export const smoothing: readonly Smoothing[] = [
  { discount: 0.5, strength: 1 },
  { discount: 0.8, strength: 0.5 },
  { discount: 0.7, strength: 0.2 },
  { discount: 0.6, strength: 0.1 },
  { discount: 0.6, strength: 0.05 },
]

/** The most tokens that a prediction looks back at. */
export const longestContext = smoothing.length - 1
