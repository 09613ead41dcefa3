import type { SegmentView } from '#lib/reply/segment-view.ts'
import type { Segment } from '#lib/reply/segments.ts'
import type { Box, ChunkBoxes } from './chunk-boxes.ts'
import type { ChunkList } from './chunk-list.ts'
import type { Stretch, TokenRange } from './frame.ts'

/** A segment with its boxes, in pixels of the reply. */
interface LaidSegment {
  segment: Segment
  boxes: readonly Box[]
}

/** Half the room between two lines of text: it belongs to the line that is nearer. */
const leading = 6

/** Answers where tokens lie, and which token lies where. */
export class Geometry {
  readonly #chunks: ChunkList
  readonly #boxes: ChunkBoxes

  constructor(chunks: ChunkList, boxes: ChunkBoxes) {
    this.#chunks = chunks
    this.#boxes = boxes
  }

  /** The boxes of a 0-based token, in pixels of the reply. */
  boxesOf(token: number, segments: SegmentView): readonly Box[] {
    const segment = segments.at(segments.indexOf(token))
    if (!segment) return []
    const last = this.#chunks.indexAt(Math.max(segment.start, segment.end - 1))
    const found: Box[] = []
    for (let chunk = this.#chunks.indexAt(segment.start); chunk <= last; chunk += 1)
      for (const laid of this.laidIn(chunk))
        if (laid.segment.first === segment.first) found.push(...laid.boxes)
    return found
  }

  /** The segments of a 0-based chunk that stand for tokens, with their boxes. */
  laidIn(chunk: number): LaidSegment[] {
    const block = this.#chunks.at(chunk)?.block
    if (!block) return []
    this.#boxes.refresh()
    const { offsetLeft, offsetTop } = block
    const boxes = this.#boxes.boxes(chunk)
    return this.#boxes.inks(chunk).flatMap(({ segment }, index) => {
      if (segment.first < 0) return []
      const own = boxes[index] ?? []
      const placed = own.map((box) => ({ ...box, x: box.x + offsetLeft, y: box.y + offsetTop }))
      return [{ segment, boxes: placed }]
    })
  }

  /** The 0-based first token of what lies at a point of the reply; the blank before a word counts. */
  tokenAt(chunk: number, x: number, y: number): number | undefined {
    let before: number | undefined
    for (const { segment, boxes } of this.laidIn(chunk)) {
      for (const box of boxes) {
        if (y < box.y - leading || y >= box.y + box.height + leading) continue
        if (x >= box.x && x < box.x + Math.max(4, box.width)) return segment.first
        const gap = box.x - x
        if (gap > 0 && gap < box.height) before ??= segment.first
      }
    }
    return before
  }

  /** The 0-based tokens that a stretch of the reply shows, `to` excluded. */
  tokensIn({ top, bottom }: Stretch, segments: SegmentView): TokenRange {
    const from = this.#firstBelow(top)
    const to = this.#firstBelow(bottom)
    const count = segments.tokensBefore(segments.length)
    return { from: Math.min(from, count), to: Math.min(to, count) }
  }

  /** The first 0-based token whose line ends below a place; Infinity where all end above. */
  #firstBelow(y: number): number {
    const chunk = this.#chunks.atHeight(y)
    const laid = this.laidIn(chunk)
    const found = laid.find(({ boxes }) => boxes.some((box) => box.y + box.height > y))
    return found ? found.segment.first : (laid.at(-1)?.segment.last ?? -1) + 1
  }

  /** The 0-based token on the next line (or the one before, for −1) that lies closest to a token. */
  onNextLine(token: number, step: 1 | -1, segments: SegmentView): number {
    const [here] = this.boxesOf(token, segments)
    if (!here) return token
    const segment = segments.at(segments.indexOf(token))
    let best = { token, distance: Infinity, line: undefined as number | undefined }
    let chunk = this.#chunks.indexAt(segment?.start ?? 0)
    for (; chunk >= 0 && chunk < this.#chunks.length; chunk += step) {
      best = closest(this.laidIn(chunk), here, step, best)
      if (best.line !== undefined) break
    }
    return best.token
  }
}

interface Closest {
  token: number
  distance: number
  /** The top of the line that it stands on. */
  line: number | undefined
}

function closest(laid: readonly LaidSegment[], here: Box, step: 1 | -1, start: Closest): Closest {
  let best = start
  for (const { segment, boxes } of laid) {
    for (const box of boxes) {
      const down = (box.y - here.y) * step
      if (down < here.height / 2) continue
      const distance = Math.abs(box.x + box.width / 2 - here.x - here.width / 2)
      const ahead = best.line === undefined ? -1 : (box.y - best.line) * step
      const isNearerLine = best.line === undefined || ahead < -here.height / 2
      const isSameLine = Math.abs(ahead) <= here.height / 2
      if (isNearerLine || (isSameLine && distance < best.distance))
        best = { token: segment.first, distance, line: box.y }
    }
  }
  return best
}
