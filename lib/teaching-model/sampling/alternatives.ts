import { bytesOf, endOfText, tokenText } from '../tokens.ts'
import type { TokenAlternative, TokenLogprob } from '../wire/wire.ts'

/**
 * The entry of one drawn token for `logprobs.content`. `ids` and `probabilities` run over all
 * candidates; `drawn` is an index into them, `top` the number of alternatives. What cannot be drawn at
 * all has no finite log probability and is not listed, so there may be fewer.
 */
export function describeToken(
  ids: Int32Array,
  probabilities: Float64Array,
  drawn: number,
  top: number,
): TokenLogprob {
  const describe = (index: number): TokenAlternative => {
    const id = ids[index] ?? endOfText
    const { token, bytes } = spell(id)
    // Rounding can put a probability of 1 a hair above it.
    const logprob = Math.min(0, Math.log(probabilities[index] ?? 0))
    return { token, logprob, bytes: bytes && [...bytes], id }
  }
  return { ...describe(drawn), top_logprobs: likeliest(probabilities, top).map(describe) }
}

type Spelling = Pick<TokenAlternative, 'token' | 'bytes'>

/** The spellings that were looked up, by token id: the same tokens are listed again and again. */
const spellings = new Map<number, Spelling>()

function spell(id: number): Spelling {
  const known = spellings.get(id)
  if (known) return known
  const bytes = id === endOfText ? null : Array.from(bytesOf(id))
  const spelling = { token: tokenText(id), bytes }
  spellings.set(id, spelling)
  return spelling
}

/** The indexes of the `count` largest values above 0, largest first; of equal ones the first stay. */
export function likeliest(values: Float64Array, count: number): number[] {
  const best: number[] = []
  let least = count > 0 ? 0 : Infinity
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    if (value <= least) continue
    const place = best.findIndex((other) => (values[other] ?? 0) < value)
    best.splice(place < 0 ? best.length : place, 0, index)
    best.length = Math.min(best.length, count)
    if (best.length === count) least = values[best[count - 1] ?? 0] ?? 0
  }
  return best
}
