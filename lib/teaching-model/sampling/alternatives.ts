import { bytesOf, endOfText, tokenText } from '../tokens.ts'
import type { TokenAlternative, TokenLogprob } from '../wire/wire.ts'

/**
 * The entry of one drawn token for `logprobs.content`. `ids` and `logprobs` run over all candidates;
 * `drawn` is an index into them, `top` the number of alternatives.
 */
export function describeToken(
  ids: Int32Array,
  logprobs: Float64Array,
  drawn: number,
  top: number,
): TokenLogprob {
  const describe = (index: number): TokenAlternative => {
    const id = ids[index] ?? endOfText
    const bytes = id === endOfText ? null : Array.from(bytesOf(id))
    return { token: tokenText(id), logprob: logprobs[index] ?? 0, bytes, id }
  }
  return { ...describe(drawn), top_logprobs: likeliest(logprobs, top).map(describe) }
}

/** The indexes of the `count` largest values, largest first; of equal ones the first stay. */
export function likeliest(values: Float64Array, count: number): number[] {
  const best: number[] = []
  const valueOf = (index: number | undefined) => values[index ?? -1] ?? -Infinity
  if (count === 0) return best
  values.forEach((value, index) => {
    if (best.length === count && value <= valueOf(best.at(-1))) return
    const place = best.findIndex((other) => valueOf(other) < value)
    best.splice(place < 0 ? best.length : place, 0, index)
    best.length = Math.min(best.length, count)
  })
  return best
}
