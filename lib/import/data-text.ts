import { parseTolerantJson } from '#lib/json/index.ts'
import { readLiteral } from './code/read-literal.ts'
import { recordsIn } from './conversation/read-conversation.ts'

/** The value in a text, and whether other text stood around it. */
export interface DataInText {
  value: unknown
  around: boolean
  notes: string[]
  /** How many values there are to choose from, where there are several. */
  entries?: number
}

/**
 * Reads JSON, JSON lines, a dict as Python prints it, or one of these after the beginning of a line in
 * a log; nothing where there is none. Of several lines, or of several conversations in a list, the
 * 0-based `entry` is read, or the last one where there are not so many.
 */
export function readDataText(text: string, entry: number): DataInText | undefined {
  const whole = parseTolerantJson(text)
  if (typeof whole.value === 'object' && whole.value !== null) {
    return oneOf(recordsIn(whole.value), entry) ?? { value: whole.value, around: false, notes: [] }
  }
  const start = text.search(/[{[]\s{0,20}["'{]/)
  if (start < 0) return undefined
  return oneLine(text, start, entry) ?? inside(text, start)
}

/** One of the conversations in a list. */
function oneOf(records: readonly unknown[] | undefined, entry: number): DataInText | undefined {
  if (!records) return undefined
  const value = records[Math.min(entry, records.length - 1)]
  return { value, around: false, ...choice('conversations', entry, records.length) }
}

/** What to say of a choice between several, in the order in which they stand. */
function choice(what: string, entry: number, count: number): Pick<DataInText, 'notes' | 'entries'> {
  if (count < 2) return { notes: [] }
  const at = Math.min(entry, count - 1)
  const which = at === 0 ? 'the first' : `number ${(at + 1).toLocaleString('en')}`
  return {
    notes: [`Of ${count.toLocaleString('en')} ${what} ${which} was read.`],
    entries: count,
  }
}

/** One of several lines that are JSON each, as in a batch file or a data set. */
function oneLine(text: string, start: number, entry: number): DataInText | undefined {
  const lines = text.slice(start).split('\n')
  const first = lines[0] ?? ''
  if (lines.length < 2 || first.length < 2) return undefined
  const { value } = parseTolerantJson(first)
  if (typeof value !== 'object' || value === null) return undefined
  const said = lines.filter((line) => line.trim() !== '')
  const chosen = said[Math.min(entry, said.length - 1)] ?? ''
  const told = choice('lines', entry, said.length)
  if (chosen === first) return { value, around: start > 0, ...told }
  const other = parseTolerantJson(chosen)
  const [problem] = other.problems
  const notes = problem ? [`That line cannot be read: ${problem.message}`] : told.notes
  return { ...told, value: other.value ?? {}, around: start > 0, notes }
}

/** What stands between the first bracket and the last. */
function inside(text: string, start: number): DataInText | undefined {
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1
  const part = text.slice(start, end)
  const around = start > 0 || end < text.length
  const { value } = parseTolerantJson(part)
  if (typeof value === 'object' && value !== null) return { value, around, notes: [] }
  if (!/['"](?:messages|model)['"]/.test(part)) return undefined
  const notes: string[] = []
  const literal = readLiteral(part, notes)
  return typeof literal === 'object' && literal !== null
    ? { value: literal, around, notes }
    : undefined
}
