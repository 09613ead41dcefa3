/** One step of the heat scale, with its edges in words. */
export interface HeatStep {
  /** 0 (likely, no tint) to 6 (below one in a hundred). */
  step: 0 | 1 | 2 | 3 | 4 | 5 | 6
  probability: string
  /** The same range as surprisal. */
  bits: string
}

/** Lower edges of steps 0 to 5, as probabilities. Fixed, so that tints compare between replies. */
export const HEAT_EDGES = [0.9, 0.7, 0.5, 0.25, 0.1, 0.01] as const

const edgesAsLogprobs = HEAT_EDGES.map(Math.log)
const [p0, p1, p2, p3, p4, p5] = HEAT_EDGES.map((edge) => short(edge))
const [b0, b1, b2, b3, b4, b5] = HEAT_EDGES.map((edge) => short(-Math.log2(edge)))

/** The seven steps for a legend, likeliest first. */
export const HEAT_STEPS: readonly HeatStep[] = [
  { step: 0, probability: `≥ ${p0}`, bits: `< ${b0}` },
  { step: 1, probability: `${p0}–${p1}`, bits: `${b0}–${b1}` },
  { step: 2, probability: `${p1}–${p2}`, bits: `${b1}–${b2}` },
  { step: 3, probability: `${p2}–${p3}`, bits: `${b2}–${b3}` },
  { step: 4, probability: `${p3}–${p4}`, bits: `${b3}–${b4}` },
  { step: 5, probability: `${p4}–${p5}`, bits: `${b4}–${b5}` },
  { step: 6, probability: `< ${p5}`, bits: `> ${b5}` },
]

/** What OpenAI and vLLM write for "too unlikely to say". */
const sentinel = -9999

/** How far above 0 rounding can put the logprob of a certain token. */
const rounding = 1e-6

/**
 * Whether a logprob (in nats) says nothing: absent, not a number, above 0, or a sentinel: −9999,
 * llama.cpp's −3.4e38 or −∞. Never counted as a probability of 0, which would be a claim.
 */
export function isUnknown(logprob: number | null | undefined): logprob is null | undefined {
  if (logprob === null || logprob === undefined) return true
  return !(logprob > sentinel && logprob <= rounding)
}

/** The step of a logprob (in nats), 0 to 6; nothing for one that is unknown. */
export function heatStep(logprob: number | null | undefined): HeatStep['step'] | undefined {
  if (isUnknown(logprob)) return undefined
  const found = edgesAsLogprobs.findIndex((edge) => logprob >= edge)
  // findIndex gives 0 to 5 or −1, and −1 means that all six edges are above.
  return (found < 0 ? 6 : found) as HeatStep['step']
}

/** The step of a token or a position about which the provider told nothing usable. */
export const UNKNOWN_STEP = 7

/** The same edges in bits: .152, .515, 1, 2, 3.32, 6.64. */
const bitEdges = HEAT_EDGES.map((edge) => -Math.log2(edge))

/** The step of an entropy or a surprisal in bits, 0 to 6; an edge belongs to the lower step. */
export function bitsStep(bits: number): number {
  return stepAbove(bitEdges, bits)
}

/** The last rank of steps 0 to 5. */
const rankEdges = [1, 2, 3, 5, 10, 20] as const

/** The step of a 1-based rank, 0 to 6: 1, 2, 3, 4–5, 6–10, 11–20, beyond. */
export function rankStep(rank: number): number {
  return stepAbove(rankEdges, rank)
}

/**
 * Edges in bits of the difference of two surprisals: half a bit, one and two are factors of 1.4, 2
 * and 4 between the probabilities.
 */
const differenceEdges = [0.5, 1, 2] as const

/** The step of a difference of about nothing, which has no tint. */
export const SAME_STEP = 3

/** The step of a difference of surprisals in bits: 0 (far less surprising) to 6; 3 is about the same. */
export function differenceStep(bits: number): number {
  const size = stepAbove(differenceEdges, Math.abs(bits))
  return bits < 0 ? SAME_STEP - size : SAME_STEP + size
}

/** The steps of ranks for a legend. */
export const RANK_STEPS: readonly string[] = ['1', '2', '3', '4–5', '6–10', '11–20', '> 20']

/** The steps of differences for a legend, in bits and as the factor between the probabilities. */
export const DIFFERENCE_STEPS: readonly { bits: string; factor: string }[] = [
  { bits: '< −2', factor: '> 4 × likelier' },
  { bits: '−2 to −1', factor: '2–4 × likelier' },
  { bits: '−1 to −.5', factor: '1.4–2 × likelier' },
  { bits: '±.5', factor: 'about the same' },
  { bits: '.5 to 1', factor: '1.4–2 × rarer' },
  { bits: '1 to 2', factor: '2–4 × rarer' },
  { bits: '> 2', factor: '> 4 × rarer' },
]

/** How many edges lie below a value; edges ascend. */
function stepAbove(edges: readonly number[], value: number): number {
  let step = 0
  for (const edge of edges) if (value > edge) step += 1
  return step
}

/** At most two decimals, without what a legend has no room for: `.25`, `1`, `3.32`. */
function short(value: number): string {
  return String(Number(value.toFixed(2))).replace(/^0\./, '.')
}
