import type { Node } from 'jsonc-parser'
import { mostProblems, readDocument, type JsonDocument, type JsonProblem } from './document.ts'
import { rememberRecent } from './recent.ts'
import type { Tolerated } from './tolerances.ts'

/** What a text says when it is read as JSON. */
export interface ParsedJson {
  /** The value; undefined when there is a problem or no value in the text. */
  value: unknown
  /** In the order of the text, at most 50. */
  problems: JsonProblem[]
  /** What had to be tolerated, each kind once. */
  tolerated: Tolerated[]
  /** Whether the text holds no value at all, which is not a problem by itself. */
  empty: boolean
}

/**
 * Reads JSON as people paste it: comments, trailing commas, typographic quotes as delimiters and
 * no-break spaces are tolerated. A key given twice, a `__proto__` key and a number that cannot be
 * sent as written are problems. The answer is shared between callers: never change it.
 */
export const parseTolerantJson = rememberRecent(parseFresh)

function parseFresh(text: string): ParsedJson {
  const document = readDocument(text)
  const tolerated = [...new Set(document.edits.map(({ kind }) => kind))]
  if (!document.tree || document.syntax.length > 0) {
    return {
      value: undefined,
      problems: document.syntax,
      tolerated,
      empty: document.syntax.length === 0,
    }
  }
  const problems: JsonProblem[] = []
  const value = valueOf(document.tree, [], { document, problems })
  const sound = problems.length === 0
  return {
    value: sound ? value : undefined,
    problems: problems.slice(0, mostProblems),
    tolerated,
    empty: false,
  }
}

interface Reading {
  document: JsonDocument
  problems: JsonProblem[]
}

type Path = (string | number)[]

function valueOf(node: Node, path: Path, reading: Reading): unknown {
  if (node.type === 'object') return objectOf(node, path, reading)
  if (node.type === 'array') {
    return (node.children ?? []).map((child, index) => valueOf(child, [...path, index], reading))
  }
  if (node.type === 'number') checkNumber(node, path, reading)
  return node.value
}

function objectOf(node: Node, path: Path, reading: Reading): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (!key || !value) continue
    const name = String(key.value)
    const inner = [...path, name]
    if (name === '__proto__')
      report(reading, key, inner, 'The key "__proto__" is not allowed. Rename or remove it.')
    else if (Object.hasOwn(object, name))
      report(reading, key, inner, `The key ${quoted(name)} is given twice. Remove one.`)
    else object[name] = valueOf(value, inner, reading)
  }
  return object
}

function quoted(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name)
}

function checkNumber(node: Node, path: Path, reading: Reading): void {
  const written = reading.document.strict.slice(node.offset, node.offset + node.length)
  const sent = Number(written)
  if (!Number.isFinite(sent)) report(reading, node, path, 'This number is too large to be sent.')
  else if (/^-?\d+$/.test(written) && digitsOf(sent) !== plainDigits(written)) {
    const message = `This number is too large to be sent exactly: it would become ${sent}. Put it in double quotes if it is an id.`
    report(reading, node, path, message)
  }
}

/** The decimal digits of a whole number as JSON sends it, an exponent written out. */
function digitsOf(value: number): string {
  const [digits = '', exponent] = String(value).split('e+')
  const [whole = '', fraction = ''] = digits.split('.')
  return exponent === undefined
    ? plainDigits(digits)
    : whole + fraction.padEnd(Number(exponent), '0')
}

function plainDigits(written: string): string {
  return written === '-0' ? '0' : written
}

function report(reading: Reading, node: Node, path: Path, message: string): void {
  reading.problems.push({ message, path, ...reading.document.place(node.offset, node.length) })
}
