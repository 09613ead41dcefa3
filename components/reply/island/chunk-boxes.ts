import type { Segment } from '#lib/reply/segments.ts'
import type { SegmentView } from '#lib/reply/segment-view.ts'
import type { ChunkList } from './chunk-list.ts'

/** A rectangle in CSS pixels, relative to the block of its chunk. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The part of a segment that lies in one chunk. */
export interface Ink {
  segment: Segment
  /** UTF-16 units in the chunk's text node: where its tint begins, after the blanks before a word. */
  from: number
  /** UTF-16 units in the chunk's text node: where it ends. */
  to: number
  /** Whether it is a line break, which has no width of its own. */
  isBreak: boolean
  /** Whether its tint touches that of the segment before it. */
  joins: boolean
}

/** What was measured of a chunk whose block had this size. */
interface Measured {
  width: number
  height: number
  /** By 0-based ink; holes where none was asked for. */
  boxes: (readonly Box[])[]
  /** Whether text came since, which makes the block higher and leaves the lines before it alone. */
  hasGrown: boolean
  /** Where the block was in the window in this round. */
  origin: DOMRect
  round: number
}

/** What each chunk holds and where it lies; found when asked for and kept until it changes or moves. */
export class ChunkBoxes {
  readonly #chunks: ChunkList
  #segments: SegmentView
  readonly #inks = new Map<number, readonly Ink[]>()
  readonly #boxes = new Map<number, Measured>()
  readonly #range = document.createRange()
  #round = 0

  constructor(chunks: ChunkList, segments: SegmentView) {
    this.#chunks = chunks
    this.#segments = segments
  }

  /** The text or its tokens grew: what is known from this 0-based chunk on is out of date. */
  grew(segments: SegmentView, from: number): void {
    this.#segments = segments
    for (const chunk of this.#inks.keys()) if (chunk >= from) this.#inks.delete(chunk)
    for (const [chunk, measured] of this.#boxes)
      if (chunk >= from) this.#boxes.set(chunk, withoutLastLine(measured))
  }

  /** Something may have been scrolled or laid out since: places in the window are read anew. */
  refresh(): void {
    this.#round += 1
  }

  /** Everything may have moved. */
  moved(): void {
    this.#boxes.clear()
  }

  /** Keeps what is known of the 0-based chunks from `from` up to `to` alone. */
  keepOnly(from: number, to: number): void {
    this.#drop((chunk) => chunk < from || chunk >= to)
  }

  #drop(isOld: (chunk: number) => boolean): void {
    for (const chunk of this.#inks.keys()) if (isOld(chunk)) this.#inks.delete(chunk)
    for (const chunk of this.#boxes.keys()) if (isOld(chunk)) this.#boxes.delete(chunk)
  }

  /** The segments of a 0-based chunk, in order. */
  inks(chunk: number): readonly Ink[] {
    return kept(this.#inks, chunk, () => this.#findInks(chunk))
  }

  /** The boxes of each of `inks(chunk)`; several where one wraps. Lays out what was not laid out. */
  boxes(chunk: number): readonly (readonly Box[])[] {
    return this.inks(chunk).map((_, index) => this.of(chunk, index))
  }

  /** The boxes of one of `inks(chunk)`, by its 0-based place. */
  of(chunk: number, index: number): readonly Box[] {
    const place = this.#chunks.at(chunk)
    const ink = this.inks(chunk)[index]
    if (!place || !ink) return []
    const measured = this.#measuredOf(chunk, place.block)
    const known = measured.boxes[index]
    if (known) return known
    const found = this.#measure(ink, place.node, measured.origin)
    measured.boxes[index] = found
    return found
  }

  /** What was measured of a chunk, unless its block has another size by now. */
  #measuredOf(chunk: number, block: HTMLElement): Measured {
    const round = this.#round
    const known = this.#boxes.get(chunk)
    // Each look at a size makes the browser ask itself whether all is laid out.
    if (known?.round === round) return known
    const { offsetWidth: width, offsetHeight: height } = block
    const isSame = known?.width === width && (known.hasGrown || known.height === height)
    const origin = block.getBoundingClientRect()
    const boxes = isSame ? known.boxes : []
    const fresh = { width, height, round, origin, boxes, hasGrown: false }
    this.#boxes.set(chunk, fresh)
    return fresh
  }

  #findInks(chunk: number): Ink[] {
    const { start, end } = this.#chunks.rangeOf(chunk)
    const text = this.#chunks.content
    const list: Ink[] = []
    let before = -1
    for (let index = this.#segments.indexAt(start); ; index += 1) {
      const segment = this.#segments.at(index)
      if (!segment || segment.start >= end) return list
      const to = Math.min(end, segment.end)
      const from = inkStart(text, Math.max(start, segment.start), to)
      const isBreak = isLineBreak(text, from, to)
      list.push({ segment, from: from - start, to: to - start, isBreak, joins: from === before })
      before = to
    }
  }

  #measure({ from, to, isBreak }: Ink, node: Text, { left, top }: DOMRect): readonly Box[] {
    const range = this.#range
    range.setStart(node, from)
    range.setEnd(node, isBreak ? from + 1 : to)
    const boxes = Array.from(range.getClientRects(), (rect) => ({
      x: rect.left - left,
      y: rect.top - top,
      width: rect.width,
      height: rect.height,
    }))
    return isBreak ? boxes.slice(-1).map(breakBox) : boxes
  }
}

/** How many of the last segments may be others once more tokens have come. */
const unsettled = 40

/** New text can move the last line alone: its last word may wrap. */
function withoutLastLine(measured: Measured): Measured {
  const settled = measured.boxes.slice(0, Math.max(0, measured.boxes.length - unsettled))
  const lastLine = settled.findLast((boxes) => boxes?.[0])?.[0]?.y ?? 0
  const end = settled.findIndex((boxes) => boxes?.some(({ y }) => y > lastLine - 1))
  return {
    ...measured,
    boxes: end < 0 ? settled : settled.slice(0, end),
    hasGrown: true,
    round: -1,
  }
}

function kept<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const fresh = make()
  map.set(key, fresh)
  return fresh
}

/** Where a segment's ink begins; a segment of blanks alone is tinted whole. */
function inkStart(text: string, from: number, to: number): number {
  let ink = from
  while (ink < to && isBlank(text.charCodeAt(ink))) ink += 1
  return ink < to ? ink : from
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** Whether a stretch begins with a line break and holds nothing but blanks. */
function isLineBreak(text: string, from: number, to: number): boolean {
  const code = text.charCodeAt(from)
  return (code === 0x0a || code === 0x0d) && text.slice(from, to).trim() === ''
}

/** A line break is given the width of a sign. */
function breakBox({ x, y, height }: Box): Box {
  return { x: x + 1, y, width: height * 0.6, height }
}
