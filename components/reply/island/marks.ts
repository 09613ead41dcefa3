import { tintAbove, tintBelow } from './canvas-painter.ts'
import type { Box, Ink } from './chunk-boxes.ts'
import {
  isDimmed,
  lookOfSegment,
  unknownStep,
  type Frame,
  type FrameChunk,
  type Look,
  type Tint,
} from './frame.ts'
import { drawSigns } from './signs.ts'

/** What else is drawn. */
export interface MarkOptions {
  /** Whether the painter leaves it to the marks to tint line breaks, which have no text. */
  tintsBreaks: boolean
  /** UTF-16 places where something begins that deserves a mark, such as a branch. */
  begins: readonly number[]
}

/**
 * Draws what is no tint: the hatch of unknown tokens, line breaks, token edges, signs for blanks, and
 * the places where tokens and content differ. Measures only what it draws.
 */
export function drawMarks(
  context: CanvasRenderingContext2D,
  frame: Frame,
  options: MarkOptions,
): void {
  for (const chunk of frame.chunks) {
    for (const [index, ink] of chunk.inks.entries()) {
      const look = lookOfSegment(frame.tint, ink.segment)
      const begins = options.begins.includes(ink.segment.start)
      if (!begins && !isMarked(ink, look, frame.tint)) continue
      const boxes = chunk.boxes(index).map((box) => placed(chunk, box))
      drawInk(context, frame, { ink, look, boxes, begins }, options.tintsBreaks)
    }
    if (frame.tint.signs) drawSigns(context, frame, chunk)
  }
}

function isMarked({ segment, isBreak }: Ink, look: Look | undefined, tint: Tint): boolean {
  return isBreak || segment.mismatch || look?.step === unknownStep || (!!look && tint.boundaries)
}

interface Marked {
  ink: Ink
  look: Look | undefined
  boxes: readonly Box[]
  begins: boolean
}

function drawInk(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { ink, look, boxes, begins }: Marked,
  tintsBreaks: boolean,
): void {
  const { tint, palette } = frame
  const [first] = boxes
  if (ink.segment.mismatch) drawMismatch(context, boxes, palette.control)
  if (first && begins) bar(context, first, palette.accent)
  if (!look || !first) return
  if (ink.isBreak && !isDimmed(tint, look)) drawBreak(context, frame, first, look.step, tintsBreaks)
  if (look.step === unknownStep) {
    // As high as the tints beside it: a highlight is no higher than its text.
    const [above, below] = tintsBreaks ? [0, 0] : [tintAbove, tintBelow]
    for (const { x, y, width, height } of boxes)
      hatch(context, { x, y: y - above, width, height: height + above + below }, palette.bar)
  }
  if (tint.boundaries) edge(context, first, palette.control)
}

function placed(chunk: FrameChunk, box: Box): Box {
  return { ...box, x: chunk.x + box.x, y: chunk.y + box.y }
}

/** A line break: its tint where the painter cannot, and its sign. */
function drawBreak(
  context: CanvasRenderingContext2D,
  { palette, tint }: Frame,
  { x, y, width, height }: Box,
  step: number,
  needsTint: boolean,
): void {
  const colour = palette[tint.scale][step]
  if (needsTint && colour) {
    context.fillStyle = colour
    context.fillRect(x, y, width, height)
  }
  context.fillStyle = colour ? palette.heatInk : palette.quietInk
  context.font = `${height * 0.75}px ui-monospace, monospace`
  context.textBaseline = 'middle'
  context.fillText('↵', x, y + height / 2)
}

/** Diagonal lines, which need no colour to be seen. */
function hatch(context: CanvasRenderingContext2D, { x, y, width, height }: Box, colour: string) {
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.strokeStyle = colour
  context.globalAlpha = 0.5
  context.lineWidth = 1
  context.beginPath()
  for (let at = -height; at < width + height; at += 5) {
    context.moveTo(x + at, y + height)
    context.lineTo(x + at + height, y)
  }
  context.stroke()
  context.restore()
}

/** Makes dimmed text paler where no highlight does; what is left has a contrast above 4.5 to 1. */
export function drawVeil(
  context: CanvasRenderingContext2D,
  { chunks, tint, palette }: Frame,
): void {
  context.globalAlpha = 0.42
  context.fillStyle = palette.surface
  for (const chunk of chunks) {
    for (const [index, { segment }] of chunk.inks.entries()) {
      const look = lookOfSegment(tint, segment)
      if (!look || !isDimmed(tint, look)) continue
      for (const box of chunk.boxes(index)) {
        const { x, y, width, height } = placed(chunk, box)
        context.fillRect(x, y, width, height)
      }
    }
  }
  context.globalAlpha = 1
}

function bar(context: CanvasRenderingContext2D, { x, y, height }: Box, colour: string) {
  context.fillStyle = colour
  context.fillRect(x - 1, y - 3, 2, height + 7)
}

function edge(context: CanvasRenderingContext2D, { x, y, height }: Box, colour: string) {
  context.fillStyle = colour
  context.fillRect(x, y - 3, 1, 4)
  context.fillRect(x, y + height, 1, 4)
}

/** A dashed frame; a dashed bar where a token left no text. */
function drawMismatch(context: CanvasRenderingContext2D, boxes: readonly Box[], colour: string) {
  context.strokeStyle = colour
  context.lineWidth = 1
  context.setLineDash([3, 2])
  for (const { x, y, width, height } of boxes)
    context.strokeRect(x + 0.5, y - 2.5, Math.max(1, width - 1), height + 6)
  context.setLineDash([])
}
