import type { Random } from './random.ts'

/**
 * What shapes a draw, by wire name. The order in which it acts:
 *
 * 1. the model's distribution, as logits (natural logarithms);
 * 2. `repetition_penalty`, `frequency_penalty` and `presence_penalty`, then `logit_bias` (`adjust`);
 * 3. log softmax: **these are the log probabilities that are reported** (`toLogprobs`);
 * 4. `temperature`, then `top_k`, `top_p`, `min_p`, each on what the one before it left (`draw`);
 * 5. the draw.
 */
export interface Sampling {
  /** 0 takes the likeliest token, the lowest id among equals. */
  temperature: number
  /** At most this many tokens; 0 or −1 for no limit. */
  top_k: number
  /** The likeliest tokens that together reach this share. */
  top_p: number
  /** Only tokens at least this fraction as likely as the likeliest. */
  min_p: number
}

/** Turns logits into natural log probabilities in place: log softmax. */
export function toLogprobs(logits: Float64Array): void {
  const highest = maximum(logits)
  let sum = 0
  for (const logit of logits) sum += Math.exp(logit - highest)
  const log = Math.log(sum)
  logits.forEach((logit, index) => {
    logits[index] = logit - highest - log
  })
}

/** Draws an index into `logprobs`, whose entries stand in the order of their token ids. */
export function draw(logprobs: Float64Array, sampling: Sampling, random: Random): number {
  if (sampling.temperature === 0) return logprobs.indexOf(maximum(logprobs))
  const weights = heated(logprobs, sampling.temperature)
  const most = countKept(weights, sampling)
  return pick(most < weights.length ? largest(weights, most) : weights, random())
}

/** The relative weights at a temperature; the largest is 1. */
function heated(logprobs: Float64Array, temperature: number): Float64Array {
  const highest = maximum(logprobs)
  return logprobs.map((logprob) => Math.exp((logprob - highest) / temperature))
}

/**
 * Each filter keeps some number of the largest weights: how many are left after all three. At least
 * one is.
 */
function countKept(weights: Float64Array, { top_k, top_p, min_p }: Sampling): number {
  if (top_k <= 0 && top_p >= 1 && min_p <= 0) return weights.length
  const descending = weights.toSorted().reverse()
  const afterTopK = top_k > 0 ? Math.min(top_k, weights.length) : weights.length
  const afterTopP = reach(descending.subarray(0, afterTopK), top_p)
  const tooSmall = descending.subarray(0, afterTopP).findIndex((weight) => weight < min_p)
  return Math.max(1, tooSmall < 0 ? afterTopP : tooSmall)
}

/** How many of the leading weights reach a share of their sum. */
function reach(descending: Float64Array, share: number): number {
  if (share >= 1) return descending.length
  const wanted = share * descending.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return descending.findIndex((weight) => (sum += weight) >= wanted) + 1
}

/** The weights with all but the `most` largest set to 0; of equal ones the first stay. */
function largest(weights: Float64Array, most: number): Float64Array {
  const limit = weights.toSorted().at(-most) ?? 0
  let equal = most - weights.filter((weight) => weight > limit).length
  return weights.map((weight) => (weight > limit || (weight === limit && equal-- > 0) ? weight : 0))
}

/** The index at which the running sum passes `point` (from 0 to below 1) of the total. */
function pick(weights: Float64Array, point: number): number {
  const wanted = point * weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  const found = weights.findIndex((weight) => (sum += weight) > wanted)
  return found < 0 ? weights.findLastIndex((weight) => weight > 0) : found
}

function maximum(values: Float64Array): number {
  let highest = -Infinity
  for (const value of values) if (value > highest) highest = value
  return highest
}
