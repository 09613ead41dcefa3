import {
  createScanner,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import { placesIn, type Place } from './lines.ts'
import { syntaxMessage } from './syntax-messages.ts'
import { rememberRecent } from './recent.ts'
import { applyEdits, isForParser, offsetBefore, tolerancesIn, type Edit } from './tolerances.ts'

/** A fault at its place in the text; `path` leads to the value or key at fault, where it is known. */
export interface JsonProblem extends Place {
  /** One sentence that says what to do. */
  message: string
  path?: (string | number)[]
  /** What kind of fault it is, by the parser's name, where the text is not JSON. */
  code?: string
}

/** A text read as tolerated JSON. */
export interface JsonDocument {
  /** The text with quotes and spaces made JSON's own; node offsets count in it. */
  strict: string
  /** Absent when there is no value in the text, or none that can be read. */
  tree?: Node
  edits: Edit[]
  syntax: JsonProblem[]
  /** The place in the original text of a stretch of strict text. */
  place(offset: number, length: number): Place
}

/** How deep lists and objects may be nested; deeper ones are no request and would exhaust the stack. */
const deepest = 200

/** Most faults that are reported of one text. */
export const mostProblems = 50

/**
 * Reads a text as JSON with comments, trailing commas, typographic quotes and odd spaces. The answer is
 * shared between callers: never change it.
 */
export const readDocument = rememberRecent(readFresh)

function readFresh(text: string): JsonDocument {
  const edits = tolerancesIn(text)
  const forParser = edits.filter(isForParser)
  const strict = applyEdits(text, forParser)
  const placeOriginal = placesIn(text)
  const place = (offset: number, length: number) => {
    // The parser's stretch for an open comment reaches past the end of the text.
    const end = Math.min(offset + length, strict.length)
    const start = offsetBefore(forParser, offset)
    return placeOriginal(start, offsetBefore(forParser, end) - start)
  }
  const tooDeep = offsetTooDeep(strict)
  if (tooDeep !== undefined) {
    const message = `Lists and objects are nested more than ${deepest} deep here.`
    return { strict, edits, place, syntax: [{ message, ...place(tooDeep, 1) }] }
  }
  const errors: ParseError[] = []
  const tree = parseTree(strict, errors, { allowTrailingComma: true, allowEmptyContent: true })
  const syntax = tellingErrors(strict, errors).map((error) => ({
    message: syntaxMessage(strict, error),
    code: printParseErrorCode(error.error),
    ...place(...stretchOf(strict, error)),
  }))
  return { strict, edits, place, syntax, ...(tree ? { tree } : {}) }
}

/** The first bracket that opens beyond the limit, counted with the parser's own tokens. */
function offsetTooDeep(strict: string): number | undefined {
  const scanner = createScanner(strict, true)
  const open: string[] = []
  while (scanner.getPosition() < strict.length) {
    scanner.scan()
    const first = strict.charAt(scanner.getTokenOffset())
    if (first === '{' || first === '[') open.push(first)
    if (first === (open.at(-1) === '{' ? '}' : ']')) open.pop()
    if (open.length > deepest) return scanner.getTokenOffset()
  }
  return undefined
}

/** The first error of each line, without those that only follow from a word that is not JSON. */
function tellingErrors(strict: string, errors: ParseError[]): ParseError[] {
  const place = placesIn(strict)
  const lines = new Set<number>()
  return errors.filter((error, index) => {
    const { line } = place(error.offset, 0)
    if (lines.size >= mostProblems || lines.has(line)) return false
    if (followsFromWord(strict, error, errors[index - 1])) return false
    return lines.add(line)
  })
}

function followsFromWord(
  strict: string,
  error: ParseError,
  previous: ParseError | undefined,
): boolean {
  if (!previous || printParseErrorCode(previous.error) !== 'InvalidSymbol') return false
  return strict.slice(previous.offset + previous.length, error.offset).trim() === ''
}

/** What to mark for an error; at the end of the text, its last visible character. */
function stretchOf(
  strict: string,
  { offset, length }: ParseError,
): [offset: number, length: number] {
  const end = strict.trimEnd().length
  if (offset >= end) return [Math.max(0, end - 1), Math.min(1, end)]
  return [offset, Math.max(1, length)]
}
