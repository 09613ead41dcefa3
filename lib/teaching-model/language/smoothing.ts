/** How one order of the model gives up probability to the next shorter one. */
interface Smoothing {
  /** Taken from the count of every continuation that was seen; at least 0 and below 1. */
  discount: number
  /** Counts added for the shorter context as a whole. */
  strength: number
}

/**
 * The smoothing by the number of tokens of context, from none to four, tuned on the corpus. The long
 * contexts give up nearly all they have, for most of them occur once and would only recite; contexts
 * of two tokens and less keep what they have, so that what is drawn instead still fits its neighbours.
 */
export const smoothing: readonly Smoothing[] = [
  { discount: 0.1, strength: 0.2 },
  { discount: 0.02, strength: 0.002 },
  { discount: 0.08, strength: 0.02 },
  { discount: 0.6, strength: 0.1 },
  { discount: 0.7, strength: 0.1 },
]

/** The most tokens that a prediction looks back at. */
export const longestContext = smoothing.length - 1
