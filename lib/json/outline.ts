import { isCurlyQuote } from './curly-quotes.ts'
import { rememberRecent } from './recent.ts'
import { tokensOf, type Token } from './tokens.ts'

/** A value of a text that may be half typed; offsets in UTF-16 units, `end` exclusive. */
export interface Outline {
  kind: 'object' | 'list' | 'text' | 'word'
  offset: number
  end: number
  /** Whether its closing bracket or quote is there; a word is always closed. */
  closed: boolean
  /** What a text says, or the letters of a word; empty for objects and lists. */
  says: string
  /** The members of an object, the entries of a list. */
  entries: Entry[]
}

/** A member of an object or an entry of a list; any part may still be missing. */
export interface Entry {
  key?: Outline
  /** Where the colon after the key stands. */
  colon?: number
  value?: Outline
  /** Where the comma after it stands. */
  comma?: number
}

/** Most brackets within each other that are looked at. */
const deepest = 200

/**
 * Reads any text as far as it looks like JSON; what does not fit is passed over. Never fails. The answer
 * is shared between callers: never change it.
 */
export const outlineOf = rememberRecent(readOutline)

function readOutline(text: string): Outline {
  const root: Outline = { ...blank, offset: -1, end: text.length + 1, entries: [] }
  const open = [root]
  for (const token of tokensOf(text)) read(text, token, open)
  for (const one of open) one.end = text.length + 1
  return root
}

const blank = { kind: 'list', closed: false, says: '' } as const

function read(text: string, token: Token, open: Outline[]): void {
  const top = open.at(-1)
  if (!top || token.kind === 'space' || token.kind === 'odd space' || token.kind === 'comment')
    return
  const last = top.entries.at(-1)
  if (token.kind === ',') {
    if (last) last.comma ??= token.offset
  } else if (token.kind === ':') {
    if (last?.key && !last.value && last.comma === undefined) last.colon ??= token.offset
  } else if (token.kind === '}' || token.kind === ']') close(token, open)
  else {
    const value = valueOf(text, token)
    place(value, top)
    if (value.kind !== 'text' && value.kind !== 'word' && open.length < deepest) open.push(value)
  }
}

/** Ends the innermost bracket that it fits; those left open inside end before it. */
function close({ kind, offset, end }: Token, open: Outline[]): void {
  const wanted = kind === '}' ? 'object' : 'list'
  const at = open.findLastIndex((one, index) => index > 0 && one.kind === wanted)
  if (at === -1) return
  for (const inner of open.splice(at + 1)) inner.end = offset + 1
  const closed = open.pop()
  if (closed) Object.assign(closed, { end, closed: true })
}

function place(value: Outline, { kind, entries }: Outline): void {
  const last = entries.at(-1)
  const isNew = !last || last.comma !== undefined || last.value !== undefined
  const scalar = value.kind === 'text' || value.kind === 'word'
  if (kind === 'list') entries.push({ value })
  else if (!isNew && last.key && (last.colon !== undefined || !scalar)) last.value = value
  else entries.push(scalar ? { key: value } : { value })
}

function valueOf(text: string, { kind, offset, end }: Token): Outline {
  if (kind === '{') return { kind: 'object', offset, end, closed: false, says: '', entries: [] }
  if (kind === '[') return { kind: 'list', offset, end, closed: false, says: '', entries: [] }
  const written = text.slice(offset, end)
  if (kind === 'word')
    return { kind: 'word', offset, end, closed: true, says: written, entries: [] }
  const closed = isClosed(written)
  const content = written.slice(1, closed ? -1 : undefined)
  return { kind: 'text', offset, end, closed, says: unescaped(content), entries: [] }
}

function isClosed(written: string): boolean {
  const last = written.at(-1) ?? ''
  if (written.length < 2 || (last !== '"' && !isCurlyQuote(last))) return false
  const backslashes = /\\*$/.exec(written.slice(0, -1))?.[0].length ?? 0
  return backslashes % 2 === 0
}

function unescaped(content: string): string {
  if (!content.includes('\\')) return content
  try {
    return String(JSON.parse(`"${content}"`))
  } catch {
    return content
  }
}

/** What is at an offset of a text. */
export interface Spot {
  /** The value around it: an object, a list, or the whole text, which is a list of values. */
  around: Outline
  /** Keys and 0-based indexes that lead to the value around; undefined for the whole text. */
  path: (string | number)[] | undefined
  /** The values on the way, from the text's own value to the one around. */
  outer: Outline[]
  /** The member or entry that the offset is in or right behind, up to its comma. */
  entry: Entry | undefined
  /** The key or simple value that the offset touches. */
  token: Outline | undefined
}

/** What an offset (0 to the text's length) is in. */
export function spotAt(root: Outline, offset: number): Spot {
  let around = root
  let path: (string | number)[] | undefined
  const outer: Outline[] = []
  for (;;) {
    const entry = around.entries.findLast((one) => startOf(one) <= offset)
    const past = entry?.comma !== undefined && offset > entry.comma
    const inner = entry?.value
    if (past || !inner || !isInside(inner, offset))
      return { around, path, outer, ...(past ? nothing : touched(entry, offset)) }
    path = path ? [...path, entry.key?.says ?? around.entries.indexOf(entry)] : []
    around = inner
    outer.push(inner)
  }
}

const nothing = { entry: undefined, token: undefined }

function startOf({ key, value }: Entry): number {
  return (key ?? value)?.offset ?? 0
}

function isInside({ kind, offset: start, end }: Outline, offset: number): boolean {
  return (kind === 'object' || kind === 'list') && offset > start && offset < end
}

function touched(entry: Entry | undefined, offset: number): Pick<Spot, 'entry' | 'token'> {
  const token = [entry?.key, entry?.value].find(
    (one) =>
      (one?.kind === 'text' || one?.kind === 'word') && offset >= one.offset && offset <= one.end,
  )
  return { entry, token }
}
