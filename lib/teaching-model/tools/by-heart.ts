import type { Predictor } from '../language/predictor.ts'
import type { Row } from '../language/sources.ts'
import type { Candidates } from '../sampling/candidates.ts'

/** The most tokens that are looked back at to find the place in a text known by heart. */
export const heartContext = 16

/** The share of a text known by heart while its words are being said. */
const heartShare = 0.995
/** So many tokens must agree; fewer say nothing about the place. */
const leastMatch = 2

/**
 * A model that also knows some texts by heart: where the last tokens (two or more) stand in them, what
 * follows the longest match gets 0.995 of the probability, shared evenly among its places, and the model
 * itself the rest. Without a match the model speaks alone. All tokens of the rows must be candidates.
 */
export function knowByHeart(
  predict: Predictor,
  rows: readonly Row[],
  { indexOf }: Candidates,
): Predictor {
  if (rows.length === 0) return predict
  return (context, into) => {
    predict(context, into)
    const next = longestMatches(rows, context).flatMap((id) => indexOf.get(id) ?? [])
    if (next.length === 0) return
    for (let index = 0; index < into.length; index++) {
      into[index] = (into[index] ?? 0) * (1 - heartShare)
    }
    for (const index of next) into[index] = (into[index] ?? 0) + heartShare / next.length
  }
}

/** The tokens that follow the places with the longest match. */
function longestMatches(rows: readonly Row[], context: readonly number[]): number[] {
  let longest = leastMatch
  let found: number[] = []
  for (const { ids, learned } of rows) {
    for (const [place, id] of ids.entries()) {
      if (!learned[place]) continue
      const length = matchBefore(ids, place, context)
      if (length > longest) {
        longest = length
        found = []
      }
      if (length === longest) found.push(id)
    }
  }
  return found
}

function matchBefore(ids: readonly number[], place: number, context: readonly number[]): number {
  const most = Math.min(place, context.length, heartContext)
  let length = 0
  while (length < most && ids[place - 1 - length] === context[context.length - 1 - length])
    length += 1
  return length
}
