import type { Box } from './chunk-boxes.ts'
import { isDimmed, lookOfSegment, type Frame, type Painter } from './frame.ts'

/** How far a tint reaches beyond its text, in CSS pixels. */
const above = 3
const below = 4

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
        fill(context, places, colours[look.step], joins)
        underline(context, places, look.underline, palette.heatInk)
      }
    }
  }

  clear(): void {
    // What it drew goes with the next drawing of its layer.
  }
}

/** Neighbours without a blank between them are parted by one pixel. */
function fill(
  context: CanvasRenderingContext2D,
  boxes: readonly Box[],
  colour: string | undefined,
  joins: boolean,
): void {
  if (!colour) return
  const inset = joins ? 1 : 0
  context.fillStyle = colour
  context.beginPath()
  for (const { x, y, width, height } of boxes)
    context.roundRect(x + inset, y - above, Math.max(1, width - inset), height + above + below, 2)
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
