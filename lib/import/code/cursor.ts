import { importLimits } from '../limits.ts'
import type { Call, Node } from './node.ts'
import type { Language, Token } from './token.ts'

/** The state of reading a program from left to right; every token is read once. */
export interface Cursor {
  readonly tokens: readonly Token[]
  readonly language: Language
  at: number
  /** How many brackets are open. */
  depth: number
  calls: Call[]
  assigned: Map<string, Node>
}

const end: Token = { kind: 'end', text: '', newline: true }

/** The token `ahead` of the next one. */
export function peek(cursor: Cursor, ahead = 0): Token {
  return cursor.tokens[cursor.at + ahead] ?? end
}

/** Whether the next token is one of these marks. */
export function isMark(cursor: Cursor, ...marks: string[]): boolean {
  const { kind, text } = peek(cursor)
  return kind === 'mark' && marks.includes(text)
}

/** Goes past the next token where it is this mark. */
export function accept(cursor: Cursor, mark: string): boolean {
  const found = isMark(cursor, mark)
  if (found) cursor.at += 1
  return found
}

/** Whether an expression ends here: at a comma, a closing bracket, or a line that stands by itself. */
export function isOver(cursor: Cursor): boolean {
  const { kind, newline } = peek(cursor)
  if (kind === 'end' || (newline && cursor.depth === 0)) return true
  return isMark(cursor, ',', ')', ']', '}', ';')
}

/** Reads inside brackets; deeper than the limit they are passed over. */
export function within<T>(cursor: Cursor, otherwise: T, read: () => T): T {
  if (cursor.depth >= importLimits.levels) {
    passBrackets(cursor)
    return otherwise
  }
  cursor.depth += 1
  const result = read()
  cursor.depth -= 1
  return result
}

/** Goes past a whole pair of brackets that opens here. */
function passBrackets(cursor: Cursor): void {
  let open = 0
  do {
    if (isMark(cursor, '(', '[', '{')) open += 1
    if (isMark(cursor, ')', ']', '}')) open -= 1
    cursor.at += 1
  } while (open > 0 && peek(cursor).kind !== 'end')
}
