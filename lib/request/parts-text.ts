import { parseTolerantJson } from '#lib/json/index.ts'
import type { ParsedJson } from '#lib/json/parse.ts'

/** From this many characters on a text is read once, and not again with every keystroke elsewhere. */
const long = 20_000

/** Most long texts that are remembered; the least used goes first. */
const most = 6

const known = new Map<string, ParsedJson>()

/** What the JSON text of a card's parts says. The value is shared between callers: never change it. */
export function readPartsText(text: string): ParsedJson {
  if (text.length < long) return parseTolerantJson(text)
  return remember(text, known.get(text) ?? parseTolerantJson(text))
}

/** The JSON text of some parts, as the cards write it. */
export function partsText(parts: unknown): string {
  const text = JSON.stringify(parts, null, 2)
  if (text.length >= long) {
    remember(text, { value: parts, problems: [], tolerated: [], empty: false })
  }
  return text
}

function remember(text: string, read: ParsedJson): ParsedJson {
  known.delete(text)
  known.set(text, read)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
  return read
}
