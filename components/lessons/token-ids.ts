/** The ids in o200k_base of the tokens that lessons put a bias on. */
const ids: Readonly<Record<string, number>> = { ' the': 290 }

/** The id of a token of a lesson. */
export function idOf(token: string): number | undefined {
  return ids[token]
}
