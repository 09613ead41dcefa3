import type { Box } from './chunk-boxes.ts'
import { isDimmed, lookOfSegment, type Frame, type Painter } from './frame.ts'

/** How far a tint reaches above its text, in CSS pixels. */
export const tintAbove = 3
/** How far a tint reaches below its text, in CSS pixels. */
export const tintBelow = 4

/** Tints by rectangles on a canvas under the text, for the segments in the window. */
export class CanvasPainter implements Painter {
  readonly name = 'canvas'

  paint({ chunks, tint, palette }: Frame, context: CanvasRenderingContext2D): void {
    const colours = palette[tint.scale]
    for (const { x, y, inks, boxes } of chunks) {
      for (const [index, { segment, joins }] of inks.entries()) {
        const look = lookOfSegment(tint, segment)
        if (!look || isDimmed(tint, look)) continue
        const places = boxes(index).map((box) => ({ ...box, x: x + box.x, y: y + box.y }))
        const tinted = joins ? places.map(parted) : places
        fill(context, tinted, colours[look.step])
        underline(context, tinted, look.underline, palette.heatInk)
      }
    }
  }

  clear(): void {
    // What it drew goes with the next drawing of its layer.
  }
}

/** Neighbours without a blank between them are parted by one pixel. */
function parted({ x, y, width, height }: Box): Box {
  return { x: x + 1, y, width: Math.max(1, width - 1), height }
}

function fill(
  context: CanvasRenderingContext2D,
  boxes: readonly Box[],
  colour: string | undefined,
): void {
  if (!colour) return
  context.fillStyle = colour
  context.beginPath()
  for (const { x, y, width, height } of boxes)
    context.roundRect(x, y - tintAbove, Math.max(1, width), height + tintAbove + tintBelow, 2)
  context.fill()
}

/** Dotted for 1, wavy for 2. */
function underline(
  context: CanvasRenderingContext2D,
  boxes: readonly Box[],
  kind: number,
  colour: string,
): void {
  if (kind === 0) return
  context.strokeStyle = colour
  context.lineWidth = kind === 1 ? 1.5 : 1
  context.setLineDash(kind === 1 ? [1.5, 2.5] : [])
  context.beginPath()
  for (const { x, y, width, height } of boxes) {
    const base = y + height + 1
    context.moveTo(x, base)
    if (kind === 1) context.lineTo(x + width, base)
    else wave(context, x, base, width)
  }
  context.stroke()
  context.setLineDash([])
}

/** Half waves of two pixels; what is left over of the width stays straight. */
function wave(context: CanvasRenderingContext2D, x: number, base: number, width: number): void {
  let at = 0
  for (let up = true; at + 2 <= width; at += 2, up = !up)
    context.quadraticCurveTo(x + at + 1, base + (up ? -2 : 2), x + at + 2, base)
  context.lineTo(x + width, base)
}
