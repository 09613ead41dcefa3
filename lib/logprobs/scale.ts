/** One step of the heat scale, with its edges in words. */
export interface HeatStep {
  /** 0 (likely, no tint) to 6 (below one in a hundred). */
  step: 0 | 1 | 2 | 3 | 4 | 5 | 6
  probability: string
  bits: string
}

/** Lower edges of steps 0 to 5, as probabilities. Fixed, so that tints compare between replies. */
export const HEAT_EDGES = [0.9, 0.7, 0.5, 0.25, 0.1, 0.01] as const

const edgesAsLogprobs = HEAT_EDGES.map(Math.log)

/** The seven steps for a legend, likeliest first. */
export const HEAT_STEPS: readonly HeatStep[] = [
  { step: 0, probability: '≥ .9', bits: '< .15' },
  { step: 1, probability: '.9–.7', bits: '.15–.51' },
  { step: 2, probability: '.7–.5', bits: '.51–1' },
  { step: 3, probability: '.5–.25', bits: '1–2' },
  { step: 4, probability: '.25–.1', bits: '2–3.32' },
  { step: 5, probability: '.1–.01', bits: '3.32–6.64' },
  { step: 6, probability: '< .01', bits: '> 6.64' },
]

/** The lowest logprob that still says something; vLLM and others write −9999 or less for "unknown". */
const lowestKnown = -9000

/** Whether a logprob (in nats) says nothing: absent, not a number, or a sentinel such as −9999. */
export function isUnknown(logprob: number | null | undefined): logprob is null | undefined {
  return logprob === null || logprob === undefined || !(logprob > lowestKnown)
}

/** The step of a logprob (in nats), 0 to 6; nothing for one that is unknown. */
export function heatStep(logprob: number | null | undefined): HeatStep['step'] | undefined {
  if (isUnknown(logprob)) return undefined
  const found = edgesAsLogprobs.findIndex((edge) => logprob >= edge)
  // findIndex gives 0 to 5 or −1, and −1 means that all six edges are above.
  return (found < 0 ? 6 : found) as HeatStep['step']
}
