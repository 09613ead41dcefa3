import { accept, isMark, peek, within, type Cursor } from './cursor.ts'
import type { Entry, Node } from './node.ts'
import type { TemplatePart } from './token.ts'

/** What reads the contents of brackets. */
interface Readers {
  items(cursor: Cursor, close: string): Node[]
  entries(cursor: Cursor): Entry[]
  callArguments(cursor: Cursor): { args: Node[]; named: Entry[] }
}

const unknown: Node = { kind: 'unknown' }

const constants: Readonly<Record<string, boolean | null>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: null,
}

/** Words before an expression that change nothing of its value. */
const before = new Set([
  'await',
  'async',
  'const',
  'export',
  'let',
  'new',
  'return',
  'var',
  'yield',
  'with',
  'for',
  'if',
  'print',
])

/** A literal, a name or a call, with everything that hangs on it: `.b`, `["c"]`, `(…)`. */
export function primary(cursor: Cursor, readers: Readers): Node {
  let first = peek(cursor)
  while (first.kind === 'name' && before.has(first.text) && isNamed(cursor)) {
    cursor.at += 1
    first = peek(cursor)
  }
  const { kind, text, number } = first
  if (kind === 'string') return withCalls(cursor, readers, joinedStrings(cursor))
  if (kind === 'number') {
    cursor.at += 1
    return Number.isFinite(number) ? { kind: 'value', value: number ?? 0 } : unknown
  }
  if (kind === 'mark') return marked(cursor, readers, text)
  if (kind === 'end') return unknown
  cursor.at += 1
  if (Object.hasOwn(constants, text)) return { kind: 'value', value: constants[text] ?? null }
  return withCalls(cursor, readers, { kind: 'path', path: text })
}

/** Whether something that can be an expression follows a word. */
function isNamed(cursor: Cursor): boolean {
  const { kind, text } = peek(cursor, 1)
  return kind === 'name' || kind === 'string' || (kind === 'mark' && '{[('.includes(text))
}

function marked(cursor: Cursor, readers: Readers, mark: string): Node {
  if (mark === '-' || mark === '+') return signed(cursor, readers, mark)
  if (mark === '[') return withCalls(cursor, readers, inBrackets(cursor, readers, ']'))
  if (mark === '(') return withCalls(cursor, readers, inBrackets(cursor, readers, ')'))
  if (mark !== '{') return unknown
  return within(cursor, unknown, () => {
    cursor.at += 1
    return { kind: 'object', entries: readers.entries(cursor) }
  })
}

function signed(cursor: Cursor, readers: Readers, sign: string): Node {
  cursor.at += 1
  if (peek(cursor).kind !== 'number') return unknown
  const node = primary(cursor, readers)
  if (node.kind !== 'value' || typeof node.value !== 'number') return unknown
  return { kind: 'value', value: sign === '-' ? -node.value : node.value }
}

/** A list or a tuple; brackets around one expression are nothing but that expression. */
function inBrackets(cursor: Cursor, readers: Readers, close: ')' | ']'): Node {
  return within(cursor, unknown, () => {
    cursor.at += 1
    const items = readers.items(cursor, close)
    const closing = peek(cursor, -2)
    const isTuple = items.length !== 1 || (closing.kind === 'mark' && closing.text === ',')
    return close === ')' && !isTuple ? (items[0] ?? unknown) : { kind: 'list', items }
  })
}

/** Strings that follow each other are one, as in Python. */
function joinedStrings(cursor: Cursor): Node {
  const parts: TemplatePart[] = []
  let next = peek(cursor)
  const first = cursor.at
  while (next.kind === 'string') {
    const apart =
      cursor.at > first && (cursor.language !== 'python' || (next.newline && cursor.depth === 0))
    if (apart) break
    for (const part of next.parts ?? []) parts.push(part)
    cursor.at += 1
    next = peek(cursor)
  }
  const texts = parts.filter((part) => typeof part === 'string')
  if (texts.length < parts.length) return { kind: 'template', parts }
  return { kind: 'value', value: texts.join('') }
}

function withCalls(cursor: Cursor, readers: Readers, start: Node): Node {
  let node = start
  for (;;) {
    const { newline } = peek(cursor)
    if (accept(cursor, '.') || accept(cursor, '?.')) node = member(cursor, node)
    else if (newline) return node
    else if (isMark(cursor, '(')) node = call(cursor, readers, node)
    else if (isMark(cursor, '[')) node = subscript(cursor, readers, node)
    else if (!accept(cursor, '!')) return node
  }
}

function member(cursor: Cursor, node: Node): Node {
  const { kind, text } = peek(cursor)
  if (kind !== 'name') return unknown
  cursor.at += 1
  if (node.kind === 'path') return { kind: 'path', path: `${node.path}.${text}`.slice(0, 300) }
  const path = node.kind === 'call' ? `${node.path}.${text}`.slice(-300) : text
  return { kind: 'call', path, on: node, args: [], named: [] }
}

/** A member of anything but a name waits as a call without arguments, which are given here. */
function call(cursor: Cursor, readers: Readers, node: Node): Node {
  const { args, named } = within(cursor, { args: [], named: [] }, () => {
    cursor.at += 1
    return readers.callArguments(cursor)
  })
  if (node.kind === 'path') {
    const made = { kind: 'call' as const, path: node.path, args, named }
    cursor.calls.push(made)
    return made
  }
  if (node.kind !== 'call' || !node.on) return unknown
  const made = { ...node, args, named }
  cursor.calls.push(made)
  return made
}

function subscript(cursor: Cursor, readers: Readers, node: Node): Node {
  const [key] = within<Node[]>(cursor, [], () => {
    cursor.at += 1
    return readers.items(cursor, ']')
  })
  if (node.kind !== 'path') return unknown
  const name = key?.kind === 'value' ? `.${key.value}` : '[]'
  return { kind: 'path', path: (node.path + name).slice(0, 300) }
}
