import type { Box, Ink } from './chunk-boxes.ts'
import type { Segment } from '#lib/reply/segments.ts'
import type { Palette } from './palette.ts'

/** A range of 0-based tokens, `to` excluded. */
export interface TokenRange {
  from: number
  to: number
}

/** A stretch of the reply in CSS pixels from its top. */
export interface Stretch {
  top: number
  bottom: number
}

/** How a token is drawn. */
export interface Look {
  /** 0 to 6 on the scale of the metric; 7 where it is unknown. */
  step: number
  /** 1 below a probability of .1, 2 below .01, else 0. */
  underline: number
}

/** What tells how each token looks. */
export interface Tint {
  /** The look of a 0-based token. */
  lookOf(token: number): Look
  scale: 'heat' | 'difference'
  /** Tokens of a lower step are dimmed; 0 dims none. */
  floor: number
  /** Whether blanks and characters that cannot be seen get signs. */
  signs: boolean
  /** Whether the edges of tokens are drawn. */
  boundaries: boolean
}

/** A chunk in the window. */
export interface FrameChunk {
  node: Text
  /** Where its block lies in the reply, in CSS pixels. */
  x: number
  y: number
  inks: readonly Ink[]
  /** The boxes of a 0-based ink, relative to the block; measured at the first call. */
  boxes(ink: number): readonly Box[]
}

/** All that a painter needs to draw the window once. */
export interface Frame {
  chunks: readonly FrameChunk[]
  tint: Tint
  palette: Palette
}

/** The step of tokens of which nothing is known. */
export const unknownStep = 7

/**
 * The look of a segment: that of its most surprising token, since they share their characters.
 * Nothing for text that no token accounts for.
 */
export function lookOfSegment(tint: Tint, { first, last }: Segment): Look | undefined {
  if (first < 0) return undefined
  let look = tint.lookOf(first)
  for (let token = first + 1; token <= last; token += 1) {
    const other = tint.lookOf(token)
    if (other.step > look.step) look = other
  }
  return look
}

/** Whether a look is dimmed by the floor of a tint. */
export function isDimmed({ floor }: Tint, { step }: Look): boolean {
  return step < floor
}

/** Draws the tints of the tokens in the window. */
export interface Painter {
  readonly name: 'highlights' | 'canvas'
  /** Draws a window; `under` is the canvas below the text, empty and in pixels of the reply. */
  paint(frame: Frame, under: CanvasRenderingContext2D): void
  /** Takes away what was drawn elsewhere than on the canvas. */
  clear(): void
}
