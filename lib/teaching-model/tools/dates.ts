import { findAll, type Finder, type Mention } from './mention.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const day = '\\d{1,2}(?:st|nd|rd|th)?'
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'

const finders: Finder[] = [
  {
    kind: 'date',
    pattern: /\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?\b/g,
    weight: 1,
    read: (match) => ({ value: match[0] }),
  },
  {
    kind: 'date',
    pattern: new RegExp(`\\b(${day})(?: of)? (${month}),?(?: (\\d{4})\\b)?`, 'gi'),
    weight: 1,
    read: ([whole, at, name, year]) => written(whole, year, name, at),
  },
  {
    kind: 'date',
    pattern: new RegExp(`\\b(${month}) (${day})\\b(?:,? (\\d{4})\\b)?`, 'gi'),
    weight: 1,
    read: ([whole, name, at, year]) => written(whole, year, name, at),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `\\b(?:the day after tomorrow|today|tonight|tomorrow|yesterday|(?:(?:next|this|last) )?(?:${weekday}|weekend)|(?:next|this|last) (?:week|month|year))\\b`,
      'gi',
    ),
    weight: 0.9,
  },
  {
    kind: 'time',
    pattern:
      /\b([01]?\d|2[0-3])(?::|\.(?=\d\d\s?[ap]\.?m))([0-5]\d)(?:\s?([ap])(?:\.m\.|m\b))?(?!\d)/gi,
    weight: 1,
    read: ([, hour, minute, half]) => ({ value: clock(hour, minute, half) }),
  },
  {
    kind: 'time',
    pattern: /\b(1[0-2]|[1-9])\s?([ap])(?:\.m\.|m\b)/gi,
    weight: 1,
    read: ([, hour, half]) => ({ value: clock(hour, '00', half) }),
  },
]

/**
 * Dates and times of day. A date with its year is also given in ISO form, which takes no calendar;
 * "tomorrow" and "next Friday" stay as they are written, for the model knows no today.
 */
export function findDates(text: string): Mention[] {
  const found: Mention[] = []
  for (const finder of finders) {
    const more = findAll(text, finder)
    found.push(
      ...more.filter((one) =>
        found.every((other) => one.start >= other.end || one.end <= other.start),
      ),
    )
  }
  return found
}

function written(
  whole: string,
  year: string | undefined,
  name: string | undefined,
  at: string | undefined,
): Partial<Mention> {
  const text = whole.replace(/[,.]$/, '')
  if (year === undefined) return { text }
  const monthNumber = months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
  const dayNumber = Number.parseInt(at ?? '', 10)
  return { text, value: `${year}-${two(monthNumber)}-${two(dayNumber)}` }
}

function clock(hour = '0', minute = '00', half?: string): string {
  if (half === undefined) return `${two(Number(hour))}:${minute}`
  const afternoon = half.toLowerCase() === 'p' ? 12 : 0
  return `${two((Number(hour) % 12) + afternoon)}:${minute}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
