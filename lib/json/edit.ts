import { applyEdits, modify, type JSONPath } from 'jsonc-parser'
import { readDocument } from './document.ts'

const layout = { insertSpaces: true, tabSize: 2, eol: '\n' }

/**
 * A JSON text with another value at a path; comments, order and layout of the rest stay. `undefined`
 * removes what is there; the path `[…, -1]` adds to the end of a list. A text that is no JSON comes back
 * as it is, with tolerated quotes and spaces made JSON's own.
 */
export function editJson(text: string, path: JSONPath, value: unknown): string {
  const { strict, syntax } = readDocument(text)
  if (syntax.length > 0) return text
  const isNew = path.at(-1) === -1
  const options = { formattingOptions: layout, ...(isNew ? { isArrayInsertion: true } : {}) }
  return applyEdits(strict, modify(strict, path, value, options))
}
