import { fail, ok, type Result } from '#lib/result.ts'

/** What is looked for in texts. */
export interface Query {
  text: string
  matchCase: boolean
  /** Whether `text` is a regular expression. */
  isPattern: boolean
}

/** A match: the 0-based text, and its stretch in UTF-16 units, the end exclusive. */
export interface Match {
  text: number
  start: number
  end: number
}

/** Most matches that are listed. */
export const mostMatches = 10_000

/** Most characters of what is looked for. */
export const mostSought = 1000

/** Most characters that all texts may have after a replacement. */
export const mostReplaced = 20_000_000

/**
 * The matches in texts, in order, at most 10,000; `^` and `$` stand for the ends of lines. A pattern can
 * take for ever: call this where it can be ended. Fails with a sentence for a broken pattern.
 */
export function findMatches(texts: readonly string[], query: Query): Result<Match[], string> {
  const pattern = patternOf(query)
  if (!pattern.ok) return pattern
  const matches: Match[] = []
  for (const [text, content] of texts.entries()) {
    for (const found of content.matchAll(pattern.value)) {
      if (matches.length === mostMatches) return ok(matches)
      matches.push({ text, start: found.index, end: found.index + found[0].length })
    }
  }
  return ok(matches)
}

/**
 * The texts with every match replaced, or only the one at `only`. In the replacement for a pattern `$1`,
 * `$<name>`, `$&` and `$$` mean what they mean in JavaScript. Fails with a sentence.
 */
export function replaceMatches(
  texts: readonly string[],
  query: Query,
  replacement: string,
  only?: Pick<Match, 'text' | 'start'>,
): Result<{ texts: string[]; count: number }, string> {
  const pattern = patternOf(query)
  if (!pattern.ok) return pattern
  let count = 0
  let length = 0
  const next: string[] = []
  for (const [at, content] of texts.entries()) {
    const matches = isMeant(at, only) ? matchesOf(content, pattern.value, only?.start) : []
    let end = 0
    let replaced = ''
    for (const found of matches) {
      const put = query.isPattern ? expanded(replacement, found) : replacement
      replaced += content.slice(end, found.index) + put
      end = found.index + found[0].length
      count += 1
      if (length + replaced.length > mostReplaced) return fail(tooLong)
    }
    next.push(replaced + content.slice(end))
    length += next[at]?.length ?? 0
  }
  return length > mostReplaced ? fail(tooLong) : ok({ texts: next, count })
}

const tooLong = 'The messages would become too long. Nothing was replaced.'

function isMeant(at: number, only: Pick<Match, 'text'> | undefined): boolean {
  return only === undefined || only.text === at
}

/** All matches, or the one that begins at `start`. */
function* matchesOf(
  content: string,
  pattern: RegExp,
  start: number | undefined,
): Generator<RegExpExecArray> {
  if (start === undefined) return yield* content.matchAll(pattern)
  pattern.lastIndex = start
  const found = pattern.exec(content)
  if (found?.index === start) yield found
}

function patternOf({ text, matchCase, isPattern }: Query): Result<RegExp, string> {
  if (text.length > mostSought) return fail('At most 1,000 characters can be looked for.')
  try {
    return ok(new RegExp(isPattern ? text : escaped(text), `gm${matchCase ? '' : 'i'}u`))
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    const told = reason.slice(reason.lastIndexOf(': ') + 2).replace(/\.$/, '')
    return fail(`This is no regular expression: ${told}.`)
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

function expanded(replacement: string, found: RegExpExecArray): string {
  return replacement.replaceAll(
    /\$(?:(\$)|(&)|(\d{1,2})|<([^>]{0,100})>)/g,
    (written: string, dollar?: string, whole?: string, group?: string, name?: string) => {
      if (dollar !== undefined) return '$'
      if (whole !== undefined) return found[0]
      if (group !== undefined) return groupOf(written, group, found)
      return name !== undefined && found.groups ? (found.groups[name] ?? '') : written
    },
  )
}

/** `$12` is the twelfth group, or the first one and a 2 where there are fewer. */
function groupOf(written: string, digits: string, found: RegExpExecArray): string {
  const number = Number(digits)
  if (number > 0 && number < found.length) return found[number] ?? ''
  const [first = '', second] = digits
  const isShorter = second !== undefined && Number(first) > 0 && Number(first) < found.length
  return isShorter ? (found[Number(first)] ?? '') + second : written
}
