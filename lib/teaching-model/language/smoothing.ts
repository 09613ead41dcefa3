/** How one order of the model gives up probability to the next shorter one. */
interface Smoothing {
  /** Taken from the count of every continuation that was seen; at least 0 and below 1. */
  discount: number
  /** Counts added for the shorter context as a whole. */
  strength: number
}

/**
 * The smoothing by the number of tokens of context, from none to four, tuned by reading replies. A
 * context of three or four tokens mostly occurs once and would only recite, so it gives up most of
 * what it has, to contexts of two, which keep it: what is drawn there still fits its neighbours. A
 * single token before says too little to end a thought well, so little reaches it.
 */
export const smoothing: readonly Smoothing[] = [
  { discount: 0.1, strength: 0.2 },
  { discount: 0.02, strength: 0.0001 },
  { discount: 0.08, strength: 0.001 },
  { discount: 0.7, strength: 0.1 },
  { discount: 0.8, strength: 0.1 },
]

/** The most tokens that a prediction looks back at. */
export const longestContext = smoothing.length - 1
