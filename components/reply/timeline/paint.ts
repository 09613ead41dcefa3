import { heatStep, surprisalBits } from '#lib/logprobs/index.ts'
import { axisBits, cellAt, cellCount, cellOf, type Cell } from './geometry.ts'
import { hatchOf } from './palette.ts'
import type { ReplySeries } from './series.ts'
import type { Sheet } from './use-canvas.ts'

/** What a timeline shows; tokens are 0-based. */
export interface Scene {
  series: ReplySeries
  selected: number | undefined
  /** The tokens in view, from `from` up to `to`. */
  visible: { from: number; to: number } | undefined
  forks: readonly number[]
}

/** Room over the bars for fork marks, and the width of such a mark, in CSS pixels. */
const roof = 6

/** How high the hatch of an unknown token stands, and of one among known ones, in CSS pixels. */
const hatchHeight = 8
const lowHatchHeight = 3

/** A sheet with the measures of a scene. */
interface Stage extends Sheet {
  scene: Scene
  tokens: number
  /** Bits at the full height. */
  axis: number
  /** The top and the base line of the bars in pixels. */
  top: number
  floor: number
}

/**
 * Draws a timeline: bars of surprisal, the line of the entropy's lower bound with its interval, what
 * is in view, unknown tokens, forks and the chosen token. Costs the width, not the tokens.
 */
export function paintTimeline(sheet: Sheet, scene: Scene): void {
  const { context, width, height, ratio, palette } = sheet
  const tokens = scene.series.length
  const axis = heightOf(scene.series)
  const pixel = Math.round(ratio)
  const stage = { ...sheet, scene, tokens, axis, top: roof * ratio, floor: height - pixel }
  if (tokens > 0) {
    paintVisible(stage)
    paintInterval(stage)
    paintBars(stage)
    paintEntropy(stage)
    paintForks(stage)
    paintCursor(stage)
  }
  context.fillStyle = palette.base
  context.fillRect(0, stage.floor, width, pixel)
}

/** Bits at the full height of a series' timeline. */
export function heightOf(series: ReplySeries): number {
  const entropy = series.entropyIn(0, series.length)?.upper ?? 0
  return axisBits(Math.max(entropy, series.peak?.bits ?? 0))
}

function paintVisible({ context, width, ratio, palette, scene, tokens, floor }: Stage): void {
  const { visible } = scene
  if (!visible || visible.to <= visible.from) return
  // Where everything is in view there is nothing to tell.
  if (visible.from <= 0 && visible.to >= tokens) return
  const { left } = cellOf(clamp(visible.from, tokens), tokens, width)
  const { right } = cellOf(clamp(visible.to - 1, tokens), tokens, width)
  context.fillStyle = palette.visible
  context.fillRect(left, 0, right - left, floor)
  context.fillStyle = palette.base
  context.fillRect(left, 0, ratio, floor)
  context.fillRect(right - ratio, 0, ratio, floor)
}

function paintBars(stage: Stage): void {
  const { context, width, ratio, palette, scene, tokens } = stage
  const { series, selected } = scene
  const hatch = hatchOf(context, palette.edge, ratio)
  for (let index = 0; index < cellCount(tokens, width); index += 1) {
    const cell = cellAt(index, tokens, width)
    const { from, to } = cell
    const logprob = series.logprobs.least(from, to)
    const chosen = selected === from && to === from + 1
    const unknown = series.figures.unknownIn(from, to)
    if (logprob < Infinity) paintBar(stage, cell, logprob, chosen)
    if (unknown > 0) paintUnknown(stage, cell, unknown === to - from, chosen, hatch)
  }
}

/** One bar in the tint of its step, with an edge that can be seen on every surface. */
function paintBar(stage: Stage, cell: Cell, logprob: number, chosen: boolean): void {
  const { context, ratio, palette, axis, top, floor } = stage
  const bits = surprisalBits(logprob)
  const height = Math.max(ratio, (Math.min(bits, axis) / axis) * (floor - top))
  const { left, wide } = inner(cell, ratio)
  context.fillStyle = chosen ? palette.accent : (palette.heat[heatStep(logprob) ?? 0] ?? '')
  context.fillRect(left, floor - height, wide, height)
  context.fillStyle = chosen ? palette.accent : palette.edge
  context.fillRect(left, floor - height, wide, ratio)
  // A break near the top says that the bar would go on.
  if (bits > axis) context.clearRect(left, top + 3 * ratio, wide, 2 * ratio)
}

function paintUnknown(
  { context, ratio, palette, floor }: Stage,
  cell: Cell,
  alone: boolean,
  chosen: boolean,
  hatch: CanvasPattern | string,
): void {
  const height = (alone ? hatchHeight : lowHatchHeight) * ratio
  const { left, wide } = inner(cell, ratio)
  context.fillStyle = chosen ? palette.accent : hatch
  context.fillRect(left, floor - height, wide, height)
}

/** The interval of the entropy as a faint band, where each token has room of its own. */
function paintInterval(stage: Stage): void {
  const { context, width, ratio, palette, scene, tokens } = stage
  if (tokens * 2 * ratio > width) return
  context.fillStyle = palette.interval
  context.globalAlpha = 0.14
  for (let index = 0; index < tokens; index += 1) {
    const entropy = scene.series.entropyAt(index)
    if (!entropy) continue
    const { left, right } = cellAt(index, tokens, width)
    const high = levelAt(stage, entropy.upper)
    context.fillRect(left, high, right - left, levelAt(stage, entropy.lower) - high)
  }
  context.globalAlpha = 1
}

/** The lower bound of the entropy from cell to cell; up and down within one of several tokens. */
function paintEntropy(stage: Stage): void {
  const { context, width, ratio, palette, scene, tokens } = stage
  context.beginPath()
  let drawing = false
  for (let index = 0; index < cellCount(tokens, width); index += 1) {
    const { from, to, left, right } = cellAt(index, tokens, width)
    const entropy = scene.series.entropyIn(from, to)
    const middle = (left + right) / 2
    if (entropy && !drawing) context.moveTo(middle, levelAt(stage, entropy.upper))
    if (entropy) context.lineTo(middle, levelAt(stage, entropy.upper))
    if (entropy && to > from + 1) context.lineTo(middle, levelAt(stage, entropy.lower))
    drawing = entropy !== undefined
  }
  context.strokeStyle = palette.line
  context.lineWidth = 1.25 * ratio
  context.lineJoin = 'round'
  context.stroke()
}

/** A small triangle over each token that another choice parts at, with a broken line below. */
function paintForks({ context, width, ratio, palette, scene, tokens, floor }: Stage): void {
  context.fillStyle = palette.accent
  for (const fork of scene.forks) {
    if (fork < 0 || fork >= tokens) continue
    const { left } = cellOf(fork, tokens, width)
    const half = (roof * ratio) / 2
    const middle = Math.min(Math.max(left, half), width - half)
    context.beginPath()
    context.moveTo(middle - half, 0)
    context.lineTo(middle + half, 0)
    context.lineTo(middle, roof * ratio)
    context.fill()
    for (let y = roof * ratio; y < floor; y += 4 * ratio)
      context.fillRect(Math.round(middle - ratio / 2), y, ratio, 2 * ratio)
  }
}

function paintCursor({ context, width, ratio, palette, scene, tokens, floor }: Stage): void {
  const { selected } = scene
  if (selected === undefined || selected >= tokens) return
  const { left, right } = cellOf(selected, tokens, width)
  const wide = Math.max(1, Math.round(1.5 * ratio))
  const middle = Math.round((left + right) / 2 - wide / 2)
  context.fillStyle = palette.accent
  context.fillRect(Math.min(Math.max(0, middle), width - wide), 0, wide, floor)
}

/** The pixel row of so many bits, which goes no higher than the axis. */
function levelAt({ axis, top, floor }: Stage, bits: number): number {
  return floor - (Math.min(bits, axis) / axis) * (floor - top)
}

/** The part of a cell that is filled: a gap to the next one where there is room for it. */
function inner({ left, right }: Cell, ratio: number): { left: number; wide: number } {
  const gap = right - left >= 3 * ratio ? Math.round(ratio) : 0
  return { left, wide: right - left - gap }
}

function clamp(token: number, tokens: number): number {
  return Math.min(Math.max(0, token), tokens - 1)
}
