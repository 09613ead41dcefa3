import { parseLiteral } from './parse.ts'
import { resolve, scopeOf, unread } from './resolve.ts'

/** The value of a dict or a list of Python at the start of a text; nothing where it cannot be read. */
export function readLiteral(text: string, notes: string[]): unknown {
  const program = { calls: [], assigned: new Map(), whole: true }
  const value = resolve(parseLiteral(text, 'python'), scopeOf(program, notes), '')
  return value === unread ? undefined : value
}
