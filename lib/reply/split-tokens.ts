import type { TokenEntry } from './token-store.ts'

const encoder = new TextEncoder()

/** Most tokens without text in the reply that can end a list, such as `<|im_end|>`. */
const mostEndMarks = 2

/**
 * How many of a message's first tokens are those of its reasoning; the rest belongs to the content.
 * Where a message has both, servers list the tokens of both in one row, with marks such as
 * `</think>` between them: the content's are the last ones that spell it, byte for byte. Where none
 * do, all count as the content's.
 */
export function splitTokens(
  entries: readonly TokenEntry[],
  reasoning: string,
  content: string,
): number {
  if (reasoning === '') return 0
  if (content === '') return entries.length
  const wanted = encoder.encode(content)
  for (let marks = 0; marks <= mostEndMarks; marks += 1) {
    const first = spelledFrom(entries, entries.length - marks, wanted)
    if (first !== undefined) return first
  }
  return 0
}

/** Where the tokens begin that end before `end` and spell these bytes. */
function spelledFrom(
  entries: readonly TokenEntry[],
  end: number,
  wanted: Uint8Array,
): number | undefined {
  let left = wanted.length
  for (let index = end - 1; index >= 0; index -= 1) {
    const bytes = bytesOf(entries[index])
    left -= bytes.length
    if (left < 0 || !bytes.every((byte, at) => wanted[left + at] === byte)) return undefined
    if (left === 0) return index
  }
  return undefined
}

function bytesOf(entry: TokenEntry | undefined): readonly number[] {
  return entry?.bytes ?? [...encoder.encode(entry?.token ?? '')]
}
