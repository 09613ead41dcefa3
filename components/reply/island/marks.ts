import { tintAbove, tintBelow } from './canvas-painter.ts'
import type { Box } from './chunk-boxes.ts'
import { isDimmed, lookOfSegment, unknownStep, type Frame, type FrameChunk } from './frame.ts'
import { drawSigns } from './signs.ts'

/** What else is drawn. */
export interface MarkOptions {
  /** Whether the painter leaves it to the marks to part neighbours and to tint line breaks. */
  partsTints: boolean
  /** UTF-16 places where something begins that deserves a mark, such as a branch. */
  begins: readonly number[]
}

/**
 * Draws what is no tint: the hatch of unknown tokens, line breaks, token edges, signs
 * for blanks, and the places where tokens and content differ.
 */
export function drawMarks(
  context: CanvasRenderingContext2D,
  frame: Frame,
  options: MarkOptions,
): void {
  for (const chunk of frame.chunks) {
    const all = chunk.boxes()
    for (const [index, ink] of chunk.inks.entries()) {
      const boxes = (all[index] ?? []).map((box) => placed(chunk, box))
      drawInk(context, frame, { ...ink, boxes }, options)
    }
    if (frame.tint.signs) drawSigns(context, frame, chunk)
  }
}

type PlacedInk = Omit<FrameChunk['inks'][number], 'from' | 'to'> & { boxes: Box[] }

function drawInk(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { segment, boxes, isBreak, joins }: PlacedInk,
  { partsTints, begins }: MarkOptions,
): void {
  const { tint, palette } = frame
  const look = lookOfSegment(tint, segment)
  const [first] = boxes
  if (segment.mismatch) drawMismatch(context, boxes, palette.control)
  if (first && begins.includes(segment.start)) bar(context, first, palette.accent, 2)
  if (!look || !first) return
  const isDim = isDimmed(tint, look)
  if (isBreak && !isDim) drawBreak(context, frame, first, look.step, partsTints)
  if (look.step === unknownStep) {
    // As high as the tints beside it: a highlight is no higher than its text.
    const [above, below] = partsTints ? [0, 0] : [tintAbove, tintBelow]
    for (const { x, y, width, height } of boxes)
      hatch(context, { x, y: y - above, width, height: height + above + below }, palette.bar)
  }
  if (tint.boundaries) edge(context, first, palette.control)
  else if (joins && partsTints && !isBreak) bar(context, first, palette.surface, 1)
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
    const all = chunk.boxes()
    for (const [index, { segment }] of chunk.inks.entries()) {
      const look = lookOfSegment(tint, segment)
      if (!look || !isDimmed(tint, look)) continue
      for (const box of all[index] ?? []) {
        const { x, y, width, height } = placed(chunk, box)
        context.fillRect(x, y, width, height)
      }
    }
  }
  context.globalAlpha = 1
}

function bar(context: CanvasRenderingContext2D, box: Box, colour: string, width: number) {
  context.fillStyle = colour
  context.fillRect(box.x - (width - 1), box.y - 3, width, box.height + 7)
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
