import { formatPercent, isUnknown, probability, surprisalBits } from '#lib/logprobs/index.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/token-text.ts'
import type { ReplySeries } from './series.ts'

/** What a 0-based token is and how surprising it was: `token 12 of 82, Lisbon, 0.71 bit`. */
export function tokenWords(tokens: TokenStore, index: number): string {
  const place = `token ${index + 1} of ${tokens.length}`
  const logprob = tokens.logprob(index)
  const bits = isUnknown(logprob) ? 'unknown' : `${surprisalBits(logprob).toFixed(2)} bit`
  return `${place}, ${spoken(tokens.text(index))}, ${bits}`
}

/** Figures of a 0-based token for the line that follows the pointer. */
export function tokenFigures(tokens: TokenStore, index: number): string {
  const logprob = tokens.logprob(index)
  if (isUnknown(logprob)) return 'unknown'
  return `${surprisalBits(logprob).toFixed(2)} bit, ${formatPercent(probability(logprob))}`
}

/** Mean and peak of a series: `mean 1.13 bits, peak 6.27 at 78`, and what is unknown. */
export function seriesWords(series: ReplySeries): string {
  const { meanSurprisal, unknown } = series.figures.passage()
  const { peak } = series
  if (meanSurprisal === undefined || !peak) return 'no log probability is known'
  const known = `mean ${meanSurprisal.toFixed(2)} bits, peak ${peak.bits.toFixed(2)} at ${peak.token + 1}`
  return unknown > 0 ? `${known}, ${unknown} unknown` : known
}

/** A token as it is read aloud: without the blanks around a word, else with their signs. */
function spoken(text: string): string {
  return visibleToken(text.trim() === '' ? text : text.trim())
}
