/**
 * The log-loss of an answer in bits: −log2 of the probability that was put on the right option
 * (logarithmic score, Good 1952). `sureness` (0 to 1) is on the chosen one; what is left is spread evenly
 * over the others. 0 is perfect, and never less.
 */
export function logLoss(sureness: number, isRight: boolean, options: number): number {
  const onRight = isRight ? sureness : (1 - sureness) / (options - 1)
  return Math.max(0, -Math.log2(onRight))
}

/** The log-loss in bits of whoever thinks all options equally likely. */
export function blindLoss(options: number): number {
  return Math.log2(options)
}
