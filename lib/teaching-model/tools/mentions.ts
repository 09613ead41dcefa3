import { findCodes } from './codes.ts'
import { findDates } from './dates.ts'
import { findAll, type Finder, type Mention } from './mention.ts'
import { findNames } from './names.ts'
import { findNumbers } from './numbers.ts'

const inQuotes = (match: RegExpExecArray) => {
  const text = (match.slice(1).find((group) => group !== undefined) ?? '').trim()
  const start = match.index + match[0].indexOf(text)
  return text === '' ? undefined : { text, start, end: start + text.length }
}

const finders: Finder[] = [
  {
    kind: 'quote',
    pattern: /"([^"]+)"|“([^”]+)”|«\s?([^»]+?)\s?»|(?<![\p{L}\d])'([^']+)'(?!\p{L})/gu,
    weight: 1,
    read: inQuotes,
  },
  { kind: 'url', pattern: /\bhttps?:\/\/[^\s<>"”]+[^\s<>"”.,;:!?)]/gu, weight: 1 },
  {
    kind: 'email',
    pattern: /[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/gu,
    weight: 1,
  },
]

/**
 * The values that a text offers, in the order in which they stand: quotations, addresses, dates,
 * times, codes, numbers and names. No two of them overlap: what is found first keeps its place.
 */
export function findMentions(text: string): Mention[] {
  const found: Mention[] = finders.flatMap((finder) => findAll(text, finder))
  for (const find of [findDates, findCodes, findNumbers, findNames]) {
    found.push(...find(text).filter((one) => !found.some((other) => overlap(one, other))))
  }
  return found.toSorted((a, b) => a.start - b.start)
}

function overlap(a: Mention, b: Mention): boolean {
  return a.start < b.end && b.start < a.end
}
