import { createScanner, getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser'
import { placesIn } from '#lib/json/lines.ts'
import { syntaxMessage } from '#lib/json/syntax-messages.ts'

/** A fault in how the JSON of a reply is written. */
export interface WrittenFault {
  /** One sentence. */
  message: string
  /** 1-based line of the reply. */
  line: number
}

/** The JSON in the text of a reply, which may still be coming. All places are UTF-16 units of the reply. */
export interface ReplyJson {
  /** Where its first value begins, and where it ends or breaks off. */
  start: number
  end: number
  /** The value as a tree, with places of its own that begin at `start`; absent until there is one. */
  tree?: Node
  /** The value as far as it has come; undefined without a tree. */
  value: unknown
  /** Whether the value is closed. A number at the very end is closed once something follows, or the reply is over. */
  complete: boolean
  /** What stands before and after it, a code fence and blanks aside. */
  before: string
  after: string
  fenced: boolean
  /** What no JSON is; the missing rest of what has not come yet is no fault. */
  faults: WrittenFault[]
}

/** How deep lists and objects may be nested; deeper ones would exhaust the stack. */
const deepest = 200

/**
 * The first JSON value in a reply, also one within a code fence or after other text; undefined where
 * none has begun. `isOver` says that nothing more comes.
 */
export function replyJson(content: string, isOver: boolean): ReplyJson | undefined {
  const found = beginning(content)
  if (!found) return undefined
  const { start } = found
  const extent = extentOf(content, start)
  if (!extent) return undefined
  const { end } = extent
  const text = content.slice(start, end)
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const isClosed = extent.closed && (end < content.length || isOver || /["}\]]$/.test(text))
  const telling = errors.filter(
    ({ offset, length }) => isClosed || offset + length < text.trimEnd().length,
  )
  return {
    start,
    end,
    ...(tree ? { tree } : {}),
    value: tree ? getNodeValue(tree) : undefined,
    complete: isClosed && tree !== undefined,
    ...around(content, found, end),
    faults: faultsOf(content, start, text, telling),
  }
}

/** The first fault of each line; others there mostly follow from it. */
function faultsOf(
  content: string,
  start: number,
  text: string,
  errors: readonly ParseError[],
): WrittenFault[] {
  const place = placesIn(content)
  const byLine = new Map<number, WrittenFault>()
  for (const error of errors) {
    const { line } = place(start + Math.min(error.offset, text.length), 0)
    if (!byLine.has(line)) byLine.set(line, { message: syntaxMessage(text, error), line })
  }
  return [...byLine.values()]
}

interface Beginning {
  start: number
  before: string
  fenced: boolean
}

/** The line that opens a code fence. */
const fence = /```[^\n`]*\n/

/** Where the JSON begins: at once, in the first code fence, or at the first bracket of a text. */
function beginning(content: string): Beginning | undefined {
  const first = content.search(/\S/)
  if (first < 0) return undefined
  if (/[{["\-\dtfn]/.test(content.charAt(first)) && isValueAt(content, first)) {
    return { start: first, before: '', fenced: false }
  }
  const opened = fence.exec(content)
  if (opened) {
    const inside = opened.index + opened[0].length
    const start = content.slice(inside).search(/\S/)
    const before = content.slice(0, opened.index).trim()
    return start < 0 ? undefined : { start: inside + start, before, fenced: true }
  }
  // Half a fence is no text before the JSON.
  if (content.startsWith('`', first)) return undefined
  const start = content.search(content.includes('{') ? /\{/ : /\[/)
  return start < 0 ? undefined : { start, before: content.slice(0, start).trim(), fenced: false }
}

/** Whether a JSON value can begin here; words that begin like one of JSON's are no value. */
function isValueAt(content: string, at: number): boolean {
  if (!/[tfn]/.test(content.charAt(at))) return true
  const word = /^[a-z]*/.exec(content.slice(at, at + 6))?.[0] ?? ''
  return ['true', 'false', 'null'].some(
    (one) => one === word || (one.startsWith(word) && at + word.length === content.length),
  )
}

/** The end of the value that begins at a place; undefined where it is nested too deep. */
function extentOf(content: string, start: number): { end: number; closed: boolean } | undefined {
  const scanner = createScanner(content, true)
  scanner.setPosition(start)
  let depth = 0
  while (scanner.getPosition() < content.length) {
    scanner.scan()
    const at = scanner.getTokenOffset()
    const first = content.charAt(at)
    if (first === '{' || first === '[') depth += 1
    if (first === '}' || first === ']') depth -= 1
    if (depth > deepest) return undefined
    if (depth <= 0) {
      const end = at + scanner.getTokenLength()
      return { end, closed: Number(scanner.getTokenError()) === 0 }
    }
  }
  return { end: content.length, closed: false }
}

function around(content: string, { before, fenced }: Beginning, end: number) {
  const rest = content.slice(end)
  const after = (fenced ? rest.replace(/^\s*`{1,3}/, '') : rest).trim()
  return { before, after, fenced }
}
