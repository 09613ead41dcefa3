import { encode } from '../tokens.ts'
import type { Predictor } from '../language/predictor.ts'
import type { Candidates } from '../sampling/candidates.ts'

/** The probability of a token that the model does not know. */
const unknown = 1e-6
/** What is shared evenly, so that no member is impossible. */
const even = 0.05
const mostTokens = 6

/**
 * The shares of listed JSON texts: the language model's probability of each as a beginning, the
 * product over its first tokens, relative to the others'.
 */
export function weighMembers(
  texts: readonly string[],
  voice: Predictor,
  { ids, ofVocabulary }: Candidates,
): Float64Array {
  const indexOf = new Map(
    Array.from(ofVocabulary, (candidate, index) => [ids[candidate] ?? -1, index]),
  )
  const heard = new Map<string, Float64Array>()
  const after = (context: readonly number[]) => {
    const key = context.join()
    const known = heard.get(key)
    if (known) return known
    const probabilities = new Float64Array(ofVocabulary.length)
    voice(context, probabilities)
    heard.set(key, probabilities)
    return probabilities
  }
  const tokens = texts.map((text) => encode(spoken(text)).slice(0, mostTokens))
  const products = tokens.map((row, member) =>
    row.reduce((product, id, at) => {
      const start = row.slice(0, at)
      // Past where it differs from all others a member says nothing more about the choice.
      const isAlone =
        at > 0 && !tokens.some((other, index) => index !== member && begins(other, start))
      return isAlone ? product : product * (after(start)[indexOf.get(id) ?? -1] ?? unknown)
    }, 1),
  )
  const total = products.reduce((sum, one) => sum + one, 0)
  return Float64Array.from(
    products,
    (one) => even / texts.length + (1 - even) * (total > 0 ? one / total : 1 / texts.length),
  )
}

function begins(row: readonly number[], start: readonly number[]): boolean {
  return start.every((id, at) => row[at] === id)
}

function spoken(text: string): string {
  const value: unknown = JSON.parse(text)
  return typeof value === 'string' ? value : text
}
