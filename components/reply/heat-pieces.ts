import type { Segment } from '#lib/reply/token-text.ts'

/** Most segments of one piece: the unit that re-renders while a reply grows. */
const pieceSize = 100

/** A run of segments that is drawn together. `from` is the 0-based place of its first segment. */
export interface Piece {
  from: number
  segments: readonly Segment[]
}

/** A block of whole lines; blocks outside the window are not laid out by the browser. */
export interface Block {
  key: number
  pieces: Piece[]
}

/** Most segments of a block before it ends at the next line break. */
const blockSize = 200

/**
 * Cuts segments into blocks of whole lines, and blocks into pieces. Pieces that are full keep their
 * identity in `before`, so that a growing reply re-renders its last piece only.
 */
export function cutIntoBlocks(
  segments: readonly Segment[],
  text: string,
  before: readonly Block[],
): Block[] {
  const known = new Map(before.flatMap(({ pieces }) => pieces).map((piece) => [piece.from, piece]))
  const blocks: Block[] = []
  let block: Block = { key: 0, pieces: [] }
  let from = 0
  let start = 0
  const close = (to: number) => {
    if (to > from)
      block.pieces.push(reuse(known.get(from), { from, segments: segments.slice(from, to) }))
    from = to
  }
  segments.forEach((segment, index) => {
    const endsLine = text.slice(segment.start, segment.end).endsWith('\n')
    if (endsLine && index + 1 - start >= blockSize) {
      close(index + 1)
      blocks.push(block)
      block = { key: index + 1, pieces: [] }
      start = index + 1
    } else if (index + 1 - from >= pieceSize) close(index + 1)
  })
  close(segments.length)
  return block.pieces.length > 0 ? [...blocks, block] : blocks
}

function reuse(old: Piece | undefined, fresh: Piece): Piece {
  const same =
    old?.segments.length === fresh.segments.length &&
    old.segments.every((segment, index) => segment === fresh.segments[index])
  return same && old ? old : fresh
}
