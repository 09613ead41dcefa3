import { lex } from './lex.ts'
import type { Entry, Node, Program } from './node.ts'
import { accept, isMark, isOver, peek, within, type Cursor } from './cursor.ts'
import { primary } from './primary.ts'
import type { Language, TemplatePart } from './token.ts'

/** Reads a program for its calls and assignments; what is neither is passed over. */
export function parseProgram(text: string, language: Language): Program {
  const { cursor, whole } = cursorOver(text, language)
  while (peek(cursor).kind !== 'end') statement(cursor)
  return { calls: cursor.calls, assigned: cursor.assigned, whole }
}

/** Reads the literal that a text begins with; what follows is not looked at. */
export function parseLiteral(text: string, language: Language): Node {
  const { cursor } = cursorOver(text, language)
  return primary(cursor, readers)
}

/** Reads the entries of an object or a call without the brackets around them. */
export function parseEntries(text: string, language: Language): Node {
  const { cursor } = cursorOver(text, language)
  cursor.depth = 1
  return { kind: 'object', entries: entries(cursor) }
}

function cursorOver(text: string, language: Language) {
  const { tokens, whole } = lex(text, language)
  const cursor: Cursor = { tokens, language, at: 0, depth: 0, calls: [], assigned: new Map() }
  return { cursor, whole }
}

/** Reads on from here by one statement, or by one token where none begins. */
function statement(cursor: Cursor): void {
  if (peek(cursor).kind !== 'name') {
    cursor.at += 1
    return
  }
  const target = primary(cursor, readers)
  if (target.kind !== 'path') return
  if (isMark(cursor, ':') && isTyped(cursor)) while (!isMark(cursor, '=')) cursor.at += 1
  if (!accept(cursor, '=')) return
  const value = expression(cursor)
  if (!cursor.assigned.has(target.path)) cursor.assigned.set(target.path, value)
}

/** The longest type that may stand between a name and its value, in tokens. */
const longestType = 40

/** Whether a type and then `=` follows, as in `messages: list[dict] = …`. */
function isTyped(cursor: Cursor): boolean {
  for (let ahead = 1; ahead < longestType; ahead += 1) {
    const { kind, text, newline } = peek(cursor, ahead)
    if (kind === 'mark' && text === '=') return true
    if (newline || kind === 'end' || kind === 'number' || '();'.includes(text || ' ')) return false
  }
  return false
}

/** An expression up to the comma or bracket that ends it. */
function expression(cursor: Cursor): Node {
  const terms = [operand(cursor)]
  const joint = peek(cursor).text
  if (!['+', '||', '??', 'or'].includes(joint) || peek(cursor).kind === 'string') {
    return settled(cursor, terms[0] ?? unknown)
  }
  while (peek(cursor).text === joint) {
    cursor.at += 1
    terms.push(operand(cursor))
  }
  return settled(
    cursor,
    joint === '+' ? { kind: 'sum', terms } : { kind: 'either', options: terms },
  )
}

const unknown: Node = { kind: 'unknown' }

function operand(cursor: Cursor): Node {
  const { kind, text } = peek(cursor)
  if (kind === 'mark' && (text === '...' || text === '**' || text === '*')) {
    cursor.at += 1
    return { kind: 'spread', value: primary(cursor, readers) }
  }
  return primary(cursor, readers)
}

/** The expression where it ends here; of a longer one nothing is known, and the rest is passed over. */
function settled(cursor: Cursor, node: Node): Node {
  if (peek(cursor).text === 'as' || peek(cursor).text === 'satisfies') {
    passType(cursor)
    return node
  }
  const { newline, kind } = peek(cursor)
  if (isOver(cursor) || isMark(cursor, ':') || (newline && kind === 'name')) return node
  passOver(cursor)
  return unknown
}

function passType(cursor: Cursor): void {
  let open = 0
  while (peek(cursor).kind !== 'end') {
    if (open <= 0 && isOver(cursor)) return
    if (isMark(cursor, '<', '[', '{', '(')) open += 1
    if (isMark(cursor, '>', ']', '}', ')')) open -= 1
    cursor.at += 1
  }
}

/** Passes over the rest of an expression, with the calls and assignments that are nested in it. */
function passOver(cursor: Cursor): void {
  let open = 0
  while (peek(cursor).kind !== 'end') {
    if (open === 0 && isOver(cursor)) return
    const before = cursor.at
    if (isMark(cursor, '(', '[', '{')) open += 1
    else if (isMark(cursor, ')', ']', '}')) open -= 1
    if (peek(cursor).kind !== 'name') cursor.at += 1
    else within(cursor, undefined, () => statement(cursor))
    if (cursor.at === before) cursor.at += 1
  }
}

/** The items of a list up to its bracket, which is then behind. */
function items(cursor: Cursor, close: string): Node[] {
  const found: Node[] = []
  while (peek(cursor).kind !== 'end' && !accept(cursor, close)) {
    found.push(expression(cursor))
    if (!isMark(cursor, close)) separate(cursor)
  }
  return found
}

/** Goes past a comma, or past whatever stands in its place. */
function separate(cursor: Cursor): void {
  const isStuck = !isMark(cursor, ',') && isOver(cursor)
  if (accept(cursor, ',') || isStuck) {
    if (isStuck) cursor.at += 1
    return
  }
  passOver(cursor)
  accept(cursor, ',')
}

/** The entries of an object up to its brace, which is then behind. */
function entries(cursor: Cursor): Entry[] {
  const found: Entry[] = []
  while (peek(cursor).kind !== 'end' && !accept(cursor, '}')) {
    const entry = entryOf(cursor)
    if (entry) found.push(entry)
    if (!isMark(cursor, '}')) separate(cursor)
  }
  return found
}

function entryOf(cursor: Cursor): Entry | undefined {
  const { kind, text, parts } = peek(cursor)
  const second = peek(cursor, 1)
  if (kind === 'mark' && (text === '...' || text === '**')) {
    cursor.at += 1
    return { value: expression(cursor) }
  }
  const key = kind === 'string' ? textIn(parts) : text
  if (isComputed(cursor)) {
    cursor.at += 4
    return { key: textIn(second.parts), value: expression(cursor) }
  }
  const named = kind === 'string' || kind === 'name' || kind === 'number'
  if (named && second.kind === 'mark' && (second.text === ':' || second.text === '=')) {
    cursor.at += 2
    return { key, value: expression(cursor) }
  }
  const value = expression(cursor)
  return kind === 'name' && value.kind === 'path' && value.path === key ? { key, value } : undefined
}

/** Whether a key stands in brackets, as in `["a-b"]: 1`. */
function isComputed(cursor: Cursor): boolean {
  const [open, key, close, colon] = [0, 1, 2, 3].map((ahead) => peek(cursor, ahead))
  return open?.text === '[' && key?.kind === 'string' && close?.text === ']' && colon?.text === ':'
}

function textIn(parts: readonly TemplatePart[] = []): string {
  return parts.filter((one) => typeof one === 'string').join('')
}

/** The arguments of a call up to its bracket, which is then behind. */
function callArguments(cursor: Cursor): { args: Node[]; named: Entry[] } {
  const args: Node[] = []
  const named: Entry[] = []
  while (peek(cursor).kind !== 'end' && !accept(cursor, ')')) {
    const { kind, text } = peek(cursor)
    if (kind === 'name' && peek(cursor, 1).kind === 'mark' && peek(cursor, 1).text === '=') {
      cursor.at += 2
      named.push({ key: text, value: expression(cursor) })
    } else {
      const value = expression(cursor)
      if (value.kind === 'spread') named.push({ value: value.value })
      else args.push(value)
    }
    if (!isMark(cursor, ')')) separate(cursor)
  }
  return { args, named }
}

const readers = { items, entries, callArguments }
