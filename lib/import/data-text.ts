import { parseTolerantJson } from '#lib/json/index.ts'
import { readLiteral } from './code/read-literal.ts'

/** The value in a text, and whether other text stood around it. */
export interface DataInText {
  value: unknown
  around: boolean
  notes: string[]
}

/**
 * Reads JSON, JSON lines, a dict as Python prints it, or one of these after the beginning of a line in
 * a log; nothing where there is none.
 */
export function readDataText(text: string): DataInText | undefined {
  const whole = parseTolerantJson(text)
  if (typeof whole.value === 'object' && whole.value !== null) {
    return { value: whole.value, around: false, notes: [] }
  }
  const start = text.search(/[{[]\s{0,20}["'{]/)
  if (start < 0) return undefined
  return firstLine(text, start) ?? inside(text, start)
}

/** The first of several lines that are JSON each, as in a batch file. */
function firstLine(text: string, start: number): DataInText | undefined {
  const lines = text.slice(start).split('\n')
  const first = lines[0] ?? ''
  if (lines.length < 2 || first.length < 2) return undefined
  const { value } = parseTolerantJson(first)
  if (typeof value !== 'object' || value === null) return undefined
  const more = lines.slice(1).filter((line) => line.trim() !== '').length
  const notes = more > 0 ? [`Of ${more + 1} lines the first was read.`] : []
  return { value, around: start > 0, notes }
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
