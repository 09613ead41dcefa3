import { createScanner, type Node } from 'jsonc-parser'
import { readDocument } from '#lib/json/document.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import { jsonFieldProblems } from '#lib/request/field-problems.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { biasesIn } from './bias-draft.ts'

/**
 * The text of the `logit_bias` field with ids replaced, each in its place with its bias; an id without
 * a new one goes, and so does one whose new id is there already. Comments and order stay. Where the
 * text has a problem nothing is written, and the problem is given.
 */
export function withIdsRenamed(
  draft: string | null,
  ids: ReadonlyMap<string, string | undefined>,
): Result<string, string> {
  const text = draft ?? ''
  const [problem] = jsonFieldProblems(parameterOf('logit_bias'), text)
  if (problem) return fail(`Line ${problem.line}: ${problem.message}`)
  const present = [...biasesIn(text).keys()]
  const taken = new Set(present.filter((id) => !ids.has(id)))
  const next = new Map<string, string>()
  const gone: string[] = []
  for (const id of present.filter((one) => ids.has(one))) {
    const wanted = ids.get(id)
    if (wanted === undefined || taken.has(wanted)) gone.push(id)
    else next.set(id, wanted)
    if (wanted !== undefined) taken.add(wanted)
  }
  const without = gone.reduce(withoutId, readDocument(text).strict)
  return ok(renamed(without, next))
}

/** The ids that stand in a text, though it may be half typed, each with its line (1-based). */
export function idLines(text: string): { id: string; line: number }[] {
  const { tree, place } = readDocument(text)
  return propertiesOf(tree).flatMap(({ children }) => {
    const key = children?.[0]
    const id = String(key?.value)
    return key && /^\d{1,9}$/.test(id) ? [{ id, line: place(key.offset, key.length).line }] : []
  })
}

/** From the end on, so that the places before stay right. */
function renamed(text: string, ids: ReadonlyMap<string, string>): string {
  const keys = propertiesOf(readDocument(text).tree).flatMap(({ children }) => children?.[0] ?? [])
  return keys.toReversed().reduce((rest, { offset, length, value }) => {
    const id = ids.get(String(value))
    return id === undefined ? rest : spliced(rest, offset, offset + length, `"${id}"`)
  }, text)
}

/** Takes out a property with its comma, and its line where nothing else but its comment is there. */
function withoutId(text: string, id: string): string {
  const properties = propertiesOf(readDocument(text).tree)
  const at = properties.findIndex(({ children }) => children?.[0]?.value === id)
  const property = properties[at]
  if (!property) return text
  const end = property.offset + property.length
  const comma = commaAfter(text, end)
  if (comma !== undefined) return withoutStretch(text, property.offset, comma + 1)
  const before = properties[at - 1]
  const [blank = ''] = / *$/.exec(text.slice(0, property.offset)) ?? []
  const rest = withoutStretch(text, property.offset - blank.length, end)
  const last = before && commaAfter(text, before.offset + before.length)
  return last === undefined ? rest : spliced(rest, last, last + 1, '')
}

function withoutStretch(text: string, from: number, to: number): string {
  const start = text.lastIndexOf('\n', from - 1)
  const [after = ''] = /^[ \t]*(?:\/\/[^\n]*)?/.exec(text.slice(to)) ?? []
  const end = to + after.length
  const isWholeLine =
    start >= 0 && text.slice(start, from).trim() === '' && text.charAt(end) === '\n'
  if (isWholeLine) return spliced(text, start, end, '')
  const [blank = ''] = /^ */.exec(text.slice(to)) ?? []
  return spliced(text, from, to + blank.length, '')
}

/** The place of the comma that follows, over blanks and comments; nothing where none does. */
function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true)
  scanner.setPosition(offset)
  scanner.scan()
  return text.charAt(scanner.getTokenOffset()) === ',' ? scanner.getTokenOffset() : undefined
}

function propertiesOf(tree: Node | undefined): Node[] {
  return tree?.type === 'object' ? (tree.children ?? []) : []
}

function spliced(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to)
}
