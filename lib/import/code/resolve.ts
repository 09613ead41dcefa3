import { parseTolerantJson } from '#lib/json/index.ts'
import { importLimits } from '../limits.ts'
import type { Call, Entry, Node, Program } from './node.ts'
import type { TemplatePart } from './token.ts'

/** What stands for an expression whose value the text does not tell. */
export const unread = Symbol('unread')

/** A value, or the sign that it is not known. */
export type Resolved = unknown

/** Makes values of expressions, with the variables of one program. */
export interface Scope {
  program: Program
  notes: string[]
  /** How many values may still be made. */
  left: number
  /** How many values the one that is made stands in. */
  depth: number
}

/** A scope over a program. */
export function scopeOf(program: Program, notes: string[]): Scope {
  return { program, notes, left: importLimits.values, depth: 0 }
}

/** The value of an expression; `place` names it in notes, such as `messages[0].content`. */
export function resolve(node: Node, scope: Scope, place: string): Resolved {
  scope.left -= 1
  if (scope.left < 0 || scope.depth > 2 * importLimits.levels) return unread
  scope.depth += 1
  const value = valueOf(node, scope, place)
  scope.depth -= 1
  // Texts that are put together of themselves again and again would grow without end.
  if (typeof value === 'string') scope.left -= value.length / charactersPerValue
  return value
}

/** As many characters weigh as much as one value. */
const charactersPerValue = 50

function valueOf(node: Node, scope: Scope, place: string): Resolved {
  switch (node.kind) {
    case 'value':
      return node.value
    case 'template':
      return textOf(node.parts, scope, place)
    case 'list':
      return listOf(node.items, scope, place)
    case 'object':
      return objectOf(node.entries, scope, place)
    case 'path':
      return valueOfPath(node.path, scope, place)
    case 'sum':
      return sumOf(node.terms, scope, place)
    case 'either':
      return firstOf(node.options, scope, place)
    case 'call':
      return valueOfCall(node, scope, place)
    default:
      return unread
  }
}

/** The object that entries make; what is not known is left out and noted. */
export function objectOf(
  entries: readonly Entry[],
  scope: Scope,
  place: string,
): Record<string, unknown> {
  const made = new Map<string, unknown>()
  for (const { key, value } of entries) {
    const at = key === undefined ? place : joined(place, key)
    const resolved = resolve(value, scope, at)
    if (resolved === unread) leftOut(scope, value, at)
    else if (key !== undefined) made.set(key, resolved)
    else if (typeof resolved === 'object' && resolved !== null) {
      for (const [name, inner] of Object.entries(resolved)) made.set(name, inner)
    }
  }
  return Object.fromEntries(made)
}

/** Says what is missing, and by which name the text calls it. */
function leftOut(scope: Scope, node: Node, place: string): void {
  const named = node.kind === 'path' ? `: ${node.path.slice(0, 60)} is not in the text` : ''
  note(scope, `${place || 'An argument'} cannot be read${named}, and is left out.`)
}

function note({ notes }: Scope, text: string): void {
  if (notes.length < 50 && !notes.includes(text)) notes.push(text)
}

function joined(place: string, key: string): string {
  const short = key.slice(0, 60)
  return place === '' ? short : `${place}.${short}`
}

function listOf(items: readonly Node[], scope: Scope, place: string): unknown[] {
  const made: unknown[] = []
  for (const [index, item] of items.entries()) {
    const at = `${place}[${index}]`
    const resolved = resolve(item.kind === 'spread' ? item.value : item, scope, at)
    if (resolved === unread) leftOut(scope, item, at)
    else if (item.kind !== 'spread') made.push(resolved)
    else if (Array.isArray(resolved)) for (const one of resolved) made.push(one)
  }
  return made
}

function valueOfPath(path: string, scope: Scope, place: string): Resolved {
  const known = scope.program.assigned.get(path)
  return known ? resolve(known, scope, place) : placeholderFor(path, scope, place)
}

/** A question whose text is a variable is still a question: the name stands for it, to be filled in. */
function placeholderFor(path: string, scope: Scope, place: string): Resolved {
  if (!/^messages\[\d+\]\.content$/.test(place)) return unread
  note(scope, `${place} is the variable ${path.slice(0, 60)}; its name stands in its place.`)
  return `{${path}}`
}

function textOf(parts: readonly TemplatePart[], scope: Scope, place: string): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part
      const known = scope.program.assigned.get(part.source)
      const value = known ? resolve(known, scope, '') : unread
      if (typeof value === 'string' || typeof value === 'number') return String(value)
      note(scope, `${place || 'A text'} has {${part.source.slice(0, 60)}} in it, as written.`)
      return `{${part.source}}`
    })
    .join('')
}

function sumOf(terms: readonly Node[], scope: Scope, place: string): Resolved {
  const values = terms.map((term) => resolve(term, scope, place))
  if (values.every((value) => typeof value === 'string')) return values.join('')
  if (values.every((value) => Array.isArray(value))) return values.flat()
  const numbers = values.every((value) => typeof value === 'number')
  return numbers ? values.reduce((sum, value) => sum + value, 0) : unread
}

function firstOf(options: readonly Node[], scope: Scope, place: string): Resolved {
  for (const option of options) {
    const value = resolve(option, scope, '')
    if (value !== unread && value !== null) return value
  }
  return options.length > 0 ? placeholderOf(options[0], scope, place) : unread
}

function placeholderOf(option: Node | undefined, scope: Scope, place: string): Resolved {
  return option?.kind === 'path' ? placeholderFor(option.path, scope, place) : unread
}

/** The few functions whose value is plain from their arguments. */
function valueOfCall({ path, on, args, named }: Call, scope: Scope, place: string): Resolved {
  const name = path.split('.').at(-1) ?? path
  const inner = on ? resolve(on, scope, place) : unread
  const first = args[0] ? resolve(args[0], scope, place) : unread
  if (path === 'dict') return objectOf(named, scope, place)
  if (path === 'json.dumps' || path === 'JSON.stringify')
    return first === unread ? unread : textOfJson(first)
  if (path === 'json.loads' || path === 'JSON.parse')
    return typeof first === 'string' ? (parseTolerantJson(first).value ?? unread) : unread
  if (name === 'dedent' || name === 'cleandoc')
    return typeof first === 'string' ? dedent(first) : unread
  if ((name === 'strip' || name === 'trim') && args.length === 0)
    return typeof inner === 'string' ? inner.trim() : unread
  if (name === 'join') return joinedTexts(inner, first)
  if (/^(os\.getenv|os\.environ\.get)$/.test(path) && args[1]) return resolve(args[1], scope, place)
  return on ? unread : placeholderFor(`${path}(…)`, scope, place)
}

/** `"\n".join([…])` of Python, `[…].join("\n")` of JavaScript. */
function joinedTexts(one: unknown, other: unknown): Resolved {
  if (typeof one === 'string' && Array.isArray(other)) return other.join(one)
  return Array.isArray(one) && typeof other === 'string' ? one.join(other) : unread
}

function textOfJson(value: unknown): Resolved {
  return JSON.stringify(value) ?? unread
}

/** Takes away the blanks that all lines begin with. */
function dedent(text: string): string {
  const lines = text.split('\n')
  const full = lines.filter((line) => line.trim() !== '')
  const depths = full.map((line) => line.length - line.trimStart().length)
  const common = depths.reduce((least, depth) => Math.min(least, depth), Infinity)
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(common))).join('\n')
}
