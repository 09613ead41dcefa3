/**
 * How finely a link keeps log probabilities: a logprob of −x nats is kept to (1 + 4x) / 2048 nats, so a
 * probability to a tenth of a percentage point, and closer at both ends.
 */
export const quantisation = {
  /** Largest error of a logprob of −x nats. */
  logprobError: (x: number) => (1 + 4 * x) / 2000,
  /** Largest error of any probability, between 0 and 1. */
  probabilityError: 0.001,
} as const

const scale = 256
/** From here on servers mean "not in the list", not a probability; −9999 and the like are kept as −9999. */
const sentinel = 1000

/** Codes with a meaning of their own; the others are 2 and more. */
const unknown = 0
const beyond = 1
const firstStep = 2

/** The step of a logprob in nats; null is unknown. Keeps the order of logprobs. */
export function stepOf(logprob: number | null): number {
  if (logprob === null || Number.isNaN(logprob)) return unknown
  const x = Math.max(0, -logprob)
  return x >= sentinel ? beyond : firstStep + Math.round(scale * Math.log1p(4 * x))
}

/** The logprob in nats that a step stands for; null where it is unknown. */
export function logprobOfStep(step: number): number | null {
  if (step === unknown) return null
  if (step === beyond) return -9999
  // Negative zero would be written as 0 anyway.
  return 0 - Math.expm1((step - firstStep) / scale) / 4
}
