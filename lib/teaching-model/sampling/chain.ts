import { changedLogits, type Changes } from './penalties.ts'
import type { Random } from './random.ts'

/**
 * What shapes a draw, by wire name. The chain, in its order:
 *
 * 1. the model's distribution, restricted to what a required format allows:
 *    **`raw_logprobs` are the natural logarithms of these**;
 * 2. as logits: `repetition_penalty`, `frequency_penalty` and `presence_penalty`, then `logit_bias`;
 * 3. `temperature`;
 * 4. `top_k`, then `top_p`, then `min_p`, each on what the one before it left;
 * 5. what is left, scaled to 1: **`processed_logprobs` are the logarithms of these**, and the token
 *    is drawn from them.
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

/**
 * Steps 2 to 5: writes into `into` the distribution from which the token is drawn. Both arrays have
 * one entry for each candidate, in the order of the token ids, and sum to 1; a candidate of
 * probability 0 keeps it.
 */
export function processProbabilities(
  probabilities: Float64Array,
  sampling: Sampling,
  changes: Changes,
  into: Float64Array,
): void {
  into.set(probabilities)
  change(into, changes)
  const highest = maximum(into)
  if (sampling.temperature === 0) {
    const likeliest = into.indexOf(highest)
    into.fill(0)
    into[likeliest] = 1
    return
  }
  heat(into, highest, sampling.temperature)
  filter(into, sampling)
  scale(into, 1 / sum(into))
}

/** Draws an index in proportion to the probabilities, which sum to 1. */
export function draw(probabilities: Float64Array, random: Random): number {
  const wanted = random() * sum(probabilities)
  let passed = 0
  for (let index = 0; index < probabilities.length; index++) {
    passed += at(probabilities, index)
    if (passed > wanted) return index
  }
  return probabilities.findLastIndex((probability) => probability > 0)
}

/** Changes probabilities, in place, to relative weights: e^logit, up to a factor. */
function change(weights: Float64Array, changes: Changes): void {
  const logits = changedLogits((index) => Math.log(at(weights, index)), changes)
  if (logits.size === 0) return
  for (const index of logits.keys()) weights[index] = 0
  const rest = maximum(weights)
  const highest = Math.max(Math.log(rest), ...logits.values())
  if (rest > 0) scale(weights, Math.exp(-highest))
  for (const [index, logit] of logits) weights[index] = Math.exp(logit - highest)
}

/** softmax(ln p / T), up to a factor: (p / max p)^(1/T). */
function heat(weights: Float64Array, highest: number, temperature: number): void {
  if (temperature === 1) return
  const power = 1 / temperature
  for (let index = 0; index < weights.length; index++) {
    const weight = at(weights, index)
    // Twice as fast as `**`, and equal to within rounding.
    weights[index] = weight > 0 ? Math.exp(Math.log(weight / highest) * power) : 0
  }
}

/** Sets to 0 what the filters remove; of equal weights the first stay. */
function filter(weights: Float64Array, sampling: Sampling): void {
  const { top_k, top_p, min_p } = sampling
  if (top_k <= 0 && top_p >= 1 && min_p <= 0) return
  const total = sum(weights)
  const descending = largestFirst(weights, total, sampling)
  const kept = countKept(descending, total, sampling)
  const limit = at(descending, kept - 1)
  let equal = kept - descending.indexOf(limit)
  for (let index = 0; index < weights.length; index++) {
    const weight = at(weights, index)
    if (weight > limit || (weight === limit && equal-- > 0)) continue
    weights[index] = 0
  }
}

/**
 * The weights that the filters may leave, largest first; to sort the others too would take long. With
 * top_k these are the k largest. Without, what is below min_p goes, and what is below (1 − top_p) of an
 * even share lies outside the nucleus: all of it together is less than the 1 − top_p that is left out.
 */
function largestFirst(weights: Float64Array, total: number, sampling: Sampling): Float64Array {
  const { top_k, top_p, min_p } = sampling
  if (top_k > 0) return largest(weights, Math.min(top_k, weights.length))
  const least = Math.max(min_p * maximum(weights), ((1 - top_p) * total) / weights.length)
  return weights
    .filter((weight) => weight >= least)
    .sort()
    .reverse()
}

/** The largest `count` values, largest first: gathered twice as many at a time, and halved. */
function largest(values: Float64Array, count: number): Float64Array {
  const gathered = new Float64Array(2 * count)
  let held = 0
  let least = -Infinity
  for (let index = 0; index < values.length; index++) {
    if (at(values, index) <= least) continue
    gathered[held++] = at(values, index)
    if (held < gathered.length) continue
    gathered.sort().reverse()
    held = count
    least = at(gathered, count - 1)
  }
  return gathered.subarray(0, held).sort().reverse().subarray(0, count)
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
  const least = min_p * at(descending, 0)
  const tooSmall = afterTopP.findIndex((weight) => weight < least || weight === 0)
  return tooSmall < 0 ? afterTopP.length : tooSmall
}

/** How many of the leading weights it takes to reach a sum; at least one. */
function reach(descending: Float64Array, wanted: number): number {
  let reached = 0
  const last = descending.findIndex((weight) => (reached += weight) >= wanted)
  return last < 0 ? descending.length : last + 1
}

function scale(values: Float64Array, factor: number): void {
  for (let index = 0; index < values.length; index++) values[index] = at(values, index) * factor
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
