/**
 * The word that a slip of the keyboard would make of it: case apart equal, or at most a third of its
 * letters (at least one, at most three) away. Undefined where none is, or two are as near.
 */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase()
  const ranked = [...new Set(words)]
    .map((word) => ({ word, away: distance(wanted, word.toLowerCase()) }))
    .toSorted((one, other) => one.away - other.away)
  const [best, second] = ranked
  if (!best || best.away > Math.min(3, Math.max(1, Math.floor(wanted.length / 3)))) return undefined
  return second?.away === best.away ? undefined : best.word
}

/** Levenshtein's distance: the fewest letters to be added, removed or replaced. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return Infinity
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [place, against] of [...other].entries()) {
      const replaced = (row[place] ?? 0) + (letter === against ? 0 : 1)
      next.push(Math.min(replaced, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
