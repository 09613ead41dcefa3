import { endOfLine, isLineBreak } from './lines.ts'

/** Double quotes that word processors and web pages put in place of the straight one. */
const curlyQuotes = '“”„‟«»″＂'

/** How far past a likely end the partner of an opening “ is looked for, in characters. */
const farthestPartner = 1000

/** Whether a character is a typographic double quote. */
export function isCurlyQuote(character: string): boolean {
  return character !== '' && curlyQuotes.includes(character)
}

/**
 * Where the string that a typographic quote opens at `offset` ends (exclusive); an unfinished one
 * ends with its line. Quotes may also be content, so an end is known by what follows it; between
 * several, the ” that pairs with the opening “ wins, else the first.
 */
export function endOfCurlyString(text: string, offset: number): number {
  const pairs = text.charAt(offset) === '“'
  let open = 1
  let likely: number | undefined
  for (const at of quotesAfter(text, offset)) {
    if (likely !== undefined && at > likely + farthestPartner) break
    open += nesting(text.charAt(at))
    if (!endsValue(text, at + 1)) continue
    if (!pairs || open === 0) return at + 1
    likely ??= at + 1
  }
  return likely ?? endOfLine(text, offset)
}

function nesting(quote: string): number {
  if (quote === '“') return 1
  return quote === '”' ? -1 : 0
}

/** The typographic quotes further on in the line that no backslash escapes, one after the other. */
function* quotesAfter(text: string, offset: number): Generator<number> {
  for (let at = offset + 1; at < text.length && !isLineBreak(text.charAt(at)); at++) {
    if (isCurlyQuote(text.charAt(at))) yield at
    else if (text.charAt(at) === '\\' && !isLineBreak(text.charAt(at + 1))) at++
  }
}

/** Whether a key or value can end here: punctuation, a comment or the end of the line follows. */
function endsValue(text: string, offset: number): boolean {
  for (let at = offset; at < text.length && !isLineBreak(text.charAt(at)); at++) {
    const character = text.charAt(at)
    if (character.trim() === '') continue
    return ':,}]'.includes(character) || text.startsWith('//', at) || text.startsWith('/*', at)
  }
  return true
}
