import type { SegmentView } from '#lib/reply/segment-view.ts'
import type { ChunkBoxes } from './chunk-boxes.ts'
import type { ChunkList } from './chunk-list.ts'
import type { Frame, FrameChunk, Painter, Stretch, Tint } from './frame.ts'
import { Layer, type LayerPlace } from './layer.ts'
import { drawMarks, drawVeil } from './marks.ts'
import { makePainter, painterName, type PainterWish } from './painter-choice.ts'
import { readPalette, type Palette } from './palette.ts'

/** What is drawn over and under the text. */
export interface Scene {
  segments: SegmentView
  tint: Tint
  /** UTF-16 places that get a mark, such as where a branch begins. */
  begins: readonly number[]
  painter: PainterWish
}

/** How far beyond what is in view is drawn, so that scrolling finds it ready; CSS pixels. */
const margin = 200

/** Draws the part of a reply that is in view, with a margin, and nothing of the rest. */
export class Drawing {
  readonly #root: HTMLElement
  readonly #chunks: ChunkList
  readonly #boxes: ChunkBoxes
  readonly #under: Layer
  readonly #over: Layer
  #painter: Painter | undefined
  #palette: Palette | undefined
  #drawn: Stretch = { top: 0, bottom: 0 }
  /** The 0-based chunks that were drawn, `to` excluded. */
  #range = { from: 0, to: 0 }

  constructor(root: HTMLElement, chunks: ChunkList, boxes: ChunkBoxes) {
    this.#root = root
    this.#chunks = chunks
    this.#boxes = boxes
    this.#over = new Layer(root, 'over')
    this.#under = new Layer(root, 'under')
  }

  /** Whether anything was drawn yet. */
  get isUsed(): boolean {
    return this.#painter !== undefined
  }

  /** The theme changed: colours are read anew at the next drawing. */
  forgetColours(): void {
    this.#palette = undefined
  }

  /** Whether a stretch was drawn last time. */
  covers({ top, bottom }: Stretch): boolean {
    return top >= this.#drawn.top && bottom <= this.#drawn.bottom
  }

  /** Whether a 0-based chunk was drawn last time. */
  hasChunk(chunk: number): boolean {
    return chunk >= this.#range.from && chunk < this.#range.to
  }

  /** Draws what is in view of a reply that is `height` pixels high. */
  draw(scene: Scene, view: Stretch, width: number, height: number): void {
    this.#boxes.refresh()
    const top = Math.max(0, view.top - margin)
    const bottom = Math.min(height, view.bottom + margin)
    this.#drawn = { top, bottom }
    const painter = this.#painterFor(scene.painter)
    this.#palette ??= readPalette(this.#root)
    const from = this.#chunks.atHeight(top)
    const to = Math.min(this.#chunks.length, this.#chunks.atHeight(bottom) + 1)
    this.#range = { from, to }
    this.#boxes.keepOnly(from - 2, to + 2)
    const chunks = Array.from({ length: to - from }, (_, place) => this.#chunk(from + place))
    const frame: Frame = {
      chunks: chunks.filter((chunk) => chunk !== undefined),
      tint: scene.tint,
      palette: this.#palette,
    }
    this.#paint(painter, frame, scene.begins, { top, width, height: Math.max(1, bottom - top) })
  }

  /** Highlights lie over a canvas that is below the text, so their marks go on the one above it. */
  #paint(painter: Painter, frame: Frame, begins: readonly number[], place: LayerPlace): void {
    const isCanvas = painter.name === 'canvas'
    const marks = (isCanvas ? this.#under : this.#over).begin(place)
    if (!marks) return
    painter.paint(frame, marks)
    drawMarks(marks, frame, { tintsBreaks: !isCanvas, begins })
    const veiled = isCanvas && frame.tint.floor > 0 ? this.#over.begin(place) : undefined
    if (veiled) drawVeil(veiled, frame)
    else (isCanvas ? this.#over : this.#under).hide()
  }

  /** Takes all that was drawn away. */
  clear(): void {
    this.#painter?.clear()
  }

  #painterFor(wish: PainterWish): Painter {
    const name = painterName(wish)
    if (this.#painter?.name === name) return this.#painter
    this.#painter?.clear()
    this.#painter = makePainter(name)
    this.#root.dataset.painter = name
    return this.#painter
  }

  #chunk(index: number): FrameChunk | undefined {
    const place = this.#chunks.at(index)
    if (!place) return undefined
    const { offsetLeft: x, offsetTop: y } = place.block
    const inks = this.#boxes.inks(index)
    const boxes = (ink: number) => this.#boxes.of(index, ink)
    return { node: place.node, x, y, inks, boxes }
  }
}
