import { formatJson } from './format.ts'
import { parseTolerantJson } from './parse.ts'
import { applyEdits, tolerancesIn } from './tolerances.ts'

/**
 * What to insert for a paste that replaces `text` from `from` to `to` (UTF-16 offsets). When the
 * whole is then JSON but for what is tolerated, the paste comes clean: formatted where it is all
 * there is, else with comments, trailing commas and typographic delimiters mended in place. Any
 * other paste is returned as it is.
 */
export function cleanPaste(text: string, from: number, to: number, pasted: string): string {
  const before = text.slice(0, from)
  const after = text.slice(to)
  const whole = before + pasted + after
  const { problems, tolerated, empty } = parseTolerantJson(whole)
  if (problems.length > 0 || tolerated.length === 0 || empty) return pasted
  if ((before + after).trim() === '') return formatJson(whole)
  const end = from + pasted.length
  const edits = tolerancesIn(whole).filter(
    ({ offset, length }) => offset >= from && offset + length <= end,
  )
  const shifted = edits.map((edit) => ({ ...edit, offset: edit.offset - from }))
  return withoutBlankLines(applyEdits(pasted, shifted))
}

/** What is left of lines that held a comment only; a JSON text never spans lines. */
function withoutBlankLines(json: string): string {
  return json.replaceAll(/[ \t]+(?=\r?\n)/g, '').replaceAll(/(\r?\n)(?:\r?\n)+/g, '$1')
}
