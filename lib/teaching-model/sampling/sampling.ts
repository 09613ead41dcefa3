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
  let total = 0
  for (let index = 0; index < logits.length; index++) total += Math.exp(at(logits, index) - highest)
  const log = Math.log(total)
  for (let index = 0; index < logits.length; index++) {
    logits[index] = at(logits, index) - highest - log
  }
}

/** Draws an index into `logprobs`, whose entries stand in the order of their token ids. */
export function draw(logprobs: Float64Array, sampling: Sampling, random: Random): number {
  if (sampling.temperature === 0) return logprobs.indexOf(maximum(logprobs))
  const weights = heated(logprobs, sampling.temperature)
  return pick(filtered(weights, sampling), random())
}

/** The relative weights at a temperature; the largest is 1. */
function heated(logprobs: Float64Array, temperature: number): Float64Array {
  const highest = maximum(logprobs)
  const weights = new Float64Array(logprobs.length)
  for (let index = 0; index < weights.length; index++) {
    weights[index] = Math.exp((at(logprobs, index) - highest) / temperature)
  }
  return weights
}

/** The weights with 0 for all that the filters remove; of equal ones the first stay. */
function filtered(weights: Float64Array, sampling: Sampling): Float64Array {
  const { top_k, top_p, min_p } = sampling
  if (top_k <= 0 && top_p >= 1 && min_p <= 0) return weights
  const descending = worthSorting(weights, sampling).sort().reverse()
  const kept = countKept(descending, sum(weights), sampling)
  const limit = at(descending, kept - 1)
  let equal = kept - descending.indexOf(limit)
  return weights.map((weight) => (weight > limit || (weight === limit && equal-- > 0) ? weight : 0))
}

/**
 * Only speed: without top_k, what is below min_p goes, and what is below (1 − top_p) of an even share
 * lies outside the nucleus, since all of it together is less than the 1 − top_p that is left out.
 */
function worthSorting(weights: Float64Array, { top_k, top_p, min_p }: Sampling): Float64Array {
  if (top_k > 0) return weights.slice()
  const least = Math.max(min_p, ((1 - top_p) * sum(weights)) / weights.length)
  return weights.filter((weight) => weight >= least)
}

/** How many of the largest weights the filters leave, each in turn; at least one. */
function countKept(
  descending: Float64Array,
  total: number,
  { top_k, top_p, min_p }: Sampling,
): number {
  const afterTopK = top_k > 0 ? descending.subarray(0, top_k) : descending
  const mass = top_k > 0 ? sum(afterTopK) : total
  const afterTopP = afterTopK.subarray(0, top_p < 1 ? reach(afterTopK, top_p * mass) : undefined)
  const tooSmall = afterTopP.findIndex((weight) => weight < min_p)
  return tooSmall < 0 ? afterTopP.length : tooSmall
}

/** How many of the leading weights it takes to reach a sum; at least one. */
function reach(descending: Float64Array, wanted: number): number {
  let reached = 0
  const last = descending.findIndex((weight) => (reached += weight) >= wanted)
  return last < 0 ? descending.length : last + 1
}

/** The index at which the running sum passes `point` (from 0 to below 1) of the total. */
function pick(weights: Float64Array, point: number): number {
  const wanted = point * sum(weights)
  let passed = 0
  for (let index = 0; index < weights.length; index++) {
    passed += at(weights, index)
    if (passed > wanted) return index
  }
  return weights.findLastIndex((weight) => weight > 0)
}

function sum(values: Float64Array): number {
  let total = 0
  for (let index = 0; index < values.length; index++) total += at(values, index)
  return total
}

function maximum(values: Float64Array): number {
  let highest = -Infinity
  for (let index = 0; index < values.length; index++) {
    if (at(values, index) > highest) highest = at(values, index)
  }
  return highest
}

/** An entry; the index is always inside. */
function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}
