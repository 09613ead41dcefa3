import type { TextPieces } from './text-pieces.ts'

/** About how many UTF-16 units a block has. */
export const blockSize = 4096

/** How far back a block may end earlier, so that it does not end within a word. */
const furthestBreak = 64

/** How many blocks a text has; at least one. */
export function blockCount(text: TextPieces): number {
  return Math.max(1, Math.ceil(text.length / blockSize))
}

/**
 * Where a 0-based block begins; the end of the text for one after the last. A block begins after a
 * line break where one is near, else after a blank or a comma, and never within a character. Found
 * without reading what is before it, and the same however much follows.
 */
export function blockStart(text: TextPieces, block: number): number {
  const at = block * blockSize
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  const before = text.slice(at - blockSize, at)
  const line = before.lastIndexOf('\n')
  if (line >= 0) return at - blockSize + line + 1
  const soft = before.slice(-furthestBreak).search(/[\s,][^\s,]*$/)
  if (soft >= 0) return at - furthestBreak + soft + 1
  return /[\uD800-\uDBFF]$/.test(before) ? at - 1 : at
}

/** The 0-based block that holds an offset. */
export function blockAt(text: TextPieces, offset: number): number {
  const block = Math.min(blockCount(text) - 1, Math.max(0, Math.floor(offset / blockSize)))
  const next = block + 1
  return next < blockCount(text) && blockStart(text, next) <= offset ? next : block
}
