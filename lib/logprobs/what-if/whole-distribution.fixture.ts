import type { Position } from '../position.ts'
import type { Additions, Sampler } from './sampler.ts'

/** Whole distributions, against which intervals are checked. Token ids run by falling logit. */

export const shapes = ['peaked', 'medium', 'flat', 'ties', 'packed', 'even'] as const
export type Shape = (typeof shapes)[number]
export const vocabularySize = 50_257

const made = new Map<Shape, Float64Array>()

/** The logits (nats) of a shape, falling; `packed` and `even` are the extremes of what can be unseen. */
export function logitsOf(shape: Shape): Float64Array {
  const known = made.get(shape)
  if (known) return known
  const logits = Float64Array.from({ length: vocabularySize }, (_, id) => logitAt(shape, id))
  logits.sort().reverse()
  made.set(shape, logits)
  return logits
}

function logitAt(shape: Shape, id: number): number {
  const ripple = 0.3 * Math.sin(id * 12.9898)
  if (shape === 'peaked') return -3 * Math.log(id + 1) + ripple
  if (shape === 'medium') return -1.4 * Math.log(id + 2) + ripple
  if (shape === 'flat') return -0.9 * Math.log(id + 3) + ripple
  if (shape === 'ties') return -Math.floor(Math.log(id + 2) * 2) / 1.5
  if (id < 20) return -0.2 * id
  if (shape === 'packed') return id < 60 ? -0.2 * 19 : -60
  return -11
}

/** log softmax of logits divided by a temperature. */
export function logprobsOf(logits: Float64Array, temperature: number): Float64Array {
  const scaled = logits.map((logit) => logit / temperature)
  const highest = scaled.reduce((most, one) => Math.max(most, one), -Infinity)
  const total = scaled.reduce((sum, one) => sum + Math.exp(one - highest), 0)
  return scaled.map((one) => one - highest - Math.log(total))
}

/** What a provider tells of one position: the first `k` tokens, and the chosen one. */
export function recordOf(logprobs: Float64Array, k: number, chosen: number): Position {
  return {
    chosen: logprobs[chosen] ?? Number.NaN,
    listed: logprobs.subarray(0, k),
    chosenAt: chosen < k ? chosen : -1,
  }
}

/** The same as vLLM tells it: the chosen token first, wherever it stands, then the likeliest others. */
export function recordWithChosenFirst(
  logprobs: Float64Array,
  k: number,
  chosen: number,
): { position: Position; ids: number[] } {
  const others = Array.from({ length: k }, (_, id) => id).filter((id) => id !== chosen)
  const ids = [chosen, ...others].slice(0, k)
  const listed = ids.map((id) => logprobs[id] ?? Number.NaN)
  return { position: { chosen: logprobs[chosen] ?? Number.NaN, listed, chosenAt: 0 }, ids }
}

/** What is known of what is added to the logits, where `added` is what is added to all, by id. */
export function additionsOf(
  added: ReadonlyMap<number, number>,
  k: number,
  chosen: number,
): Additions {
  const unlisted = [...added].filter(([id]) => id >= k && id !== chosen).map(([, amount]) => amount)
  const gains = unlisted.filter((amount) => amount > 0)
  const losses = unlisted.filter((amount) => amount < 0)
  return {
    listed: Array.from({ length: k }, (_, id) => added.get(id) ?? 0),
    chosen: added.get(chosen) ?? 0,
    unlisted: {
      raised: gains.length,
      highest: Math.max(0, ...gains),
      lowered: losses.length,
      lowest: Math.min(0, ...losses),
    },
  }
}

/** The probabilities of all tokens by id: the sampler's steps, one after the other, on everything. */
export function drawnFrom(
  logits: Float64Array,
  added: ReadonlyMap<number, number>,
  sampler: Sampler,
): Float64Array {
  const adjusted = logits.map((logit, id) => logit + (added.get(id) ?? 0))
  const order = orderOf(adjusted, added)
  if (sampler.temperature === 0) {
    return adjusted.map((_, id) => (id === order[0] ? 1 : 0))
  }
  const highest = adjusted[order[0] ?? 0] ?? 0
  let weights = adjusted.map((logit) => Math.exp(logit - highest))
  for (const step of sampler.order) {
    if (step === 'temperature') weights = weights.map((one) => one ** (1 / sampler.temperature))
    else keepFirst(weights, order, countOf(step, { weights, order, sampler }))
  }
  const total = weights.reduce((sum, one) => sum + one, 0)
  return weights.map((one) => one / total)
}

/** Ids by falling logit; of equal ones the lower id first. Only the adjusted ones have to be moved. */
function orderOf(logits: Float64Array, added: ReadonlyMap<number, number>): Int32Array {
  const at = (id: number) => logits[id] ?? 0
  const before = (a: number, b: number) => at(b) - at(a) || a - b
  const moved = [...added.keys()].sort(before)
  const order = new Int32Array(logits.length)
  let place = 0
  let next = 0
  for (let id = 0; id < logits.length; id++) {
    if (added.has(id)) continue
    for (; next < moved.length && before(moved[next] ?? 0, id) < 0; next++) {
      order[place++] = moved[next] ?? 0
    }
    order[place++] = id
  }
  for (; next < moved.length; next++) order[place++] = moved[next] ?? 0
  return order
}

function countOf(
  step: 'top_k' | 'top_p' | 'min_p',
  { weights, order, sampler }: { weights: Float64Array; order: Int32Array; sampler: Sampler },
): number {
  const at = (place: number) => weights[order[place] ?? 0] ?? 0
  if (step === 'top_k') return sampler.top_k <= 0 ? order.length : sampler.top_k
  let place = 0
  if (step === 'min_p') {
    const limit = sampler.min_p * at(0)
    while (place < order.length && at(place) >= limit) place++
    return place
  }
  if (sampler.top_p >= 1) return order.length
  const wanted = sampler.top_p * weights.reduce((sum, one) => sum + one, 0)
  for (let reached = 0; place === 0 || (place < order.length && reached < wanted); place++) {
    reached += at(place)
  }
  return place
}

function keepFirst(weights: Float64Array, order: Int32Array, count: number): void {
  const all = weights
  for (let place = count; place < order.length; place++) all[order[place] ?? 0] = 0
}
