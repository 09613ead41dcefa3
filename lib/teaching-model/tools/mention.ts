/** A stretch of a text that could be the value of an argument. */
export interface Mention {
  kind: 'quote' | 'email' | 'url' | 'date' | 'time' | 'code' | 'number' | 'unit' | 'name' | 'place'
  /** The stretch as it is written, without quotation marks. */
  text: string
  /** Where it begins and ends in the text, 0-based, the end not included. */
  start: number
  end: number
  /** For a number its value, for a whole date its ISO form (2026-05-03), for a time `19:30`. */
  value?: number | string
  /** How sure it is that this is a value at all, above 0 and at most 1. */
  weight: number
}

/** What one kind of mention looks like. */
export interface Finder {
  kind: Mention['kind']
  pattern: RegExp
  weight: number
  /** What stands in the match beside the whole of it; nothing where it is no such mention after all. */
  read?: (match: RegExpExecArray) => Partial<Mention> | undefined
}

/** All that one finder finds. */
export function findAll(text: string, { kind, pattern, weight, read }: Finder): Mention[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const whole = { kind, text: match[0], start: match.index, end: match.index + match[0].length }
    const more = read ? read(match) : {}
    return more ? [{ ...whole, weight, ...more }] : []
  })
}

/** The word that ends before a place in a text, in lower case; empty where a sign stands between. */
export function wordBefore(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - 40), start).toLowerCase()
  return /([\p{L}]+)[\s"“«':$£€]*$/u.exec(near)?.[1] ?? ''
}

/** The word that begins at a place in a text, in lower case; empty where a sign stands between. */
export function wordAfter(text: string, end: number): string {
  return /^["”»'\s-]*(?:°\s?)?([\p{L}%]+)/u.exec(text.slice(end, end + 40).toLowerCase())?.[1] ?? ''
}
