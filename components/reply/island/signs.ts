import { signOf, unseenCharacters } from '#lib/reply/visible-token.ts'
import type { Frame, FrameChunk } from './frame.ts'

/**
 * Draws signs for blanks and for characters that cannot be seen, in the place where they stand: the
 * text itself stays as it is, to be copied and found.
 */
export function drawSigns(
  context: CanvasRenderingContext2D,
  { palette }: Frame,
  { node, x, y }: FrameChunk,
): void {
  const range = document.createRange()
  const block = node.parentElement?.getBoundingClientRect()
  if (!block) return
  context.textBaseline = 'middle'
  /** Where the last name ends, and its line. */
  let named = { right: 0, y: Number.NaN }
  for (const { 0: character, index } of node.data.matchAll(unseenCharacters)) {
    // Line breaks have a sign in any case.
    if (character === '\n') continue
    range.setStart(node, index)
    range.setEnd(node, index + character.length)
    const rect = range.getClientRects()[0]
    if (!rect) continue
    const place = { x: x + rect.left - block.left, y: y + rect.top - block.top }
    const sign = signOf(character)
    const box = { ...place, width: rect.width, height: rect.height }
    if (sign.length === 1 && box.width > 0) drawSign(context, sign, box, palette.heatInk)
    else {
      // Names of characters in one place stand beside each other.
      const left = named.y === box.y ? Math.max(box.x, named.right) : box.x
      named = { right: drawName(context, sign, box, left, palette.warn), y: box.y }
    }
  }
}

interface Place {
  x: number
  y: number
  width: number
  height: number
}

function drawSign(
  context: CanvasRenderingContext2D,
  sign: string,
  { x, y, width, height }: Place,
  colour: string,
): void {
  context.font = `${height * 0.8}px ui-monospace, monospace`
  context.fillStyle = colour
  // Quiet, and yet to be seen on every tint.
  context.globalAlpha = 0.62
  const own = context.measureText(sign).width
  context.fillText(sign, width > own * 2 ? x : x + (width - own) / 2, y + height / 2)
  context.globalAlpha = 1
}

/**
 * A name has no room of its own: a line where it stands, and the name above it from `left` on. Gives
 * where the next name can stand.
 */
function drawName(
  context: CanvasRenderingContext2D,
  name: string,
  { x, y, height }: Place,
  left: number,
  colour: string,
): number {
  context.fillStyle = colour
  context.fillRect(x, y - 2, 1, height + 4)
  context.font = '7px ui-sans-serif, sans-serif'
  context.fillText(name, left + 2, y - 3)
  return left + 2 + context.measureText(name).width
}
