import { heatStep } from '#lib/logprobs/index.ts'
import { cellAt, cellCount, cellOf } from '../timeline/geometry.ts'
import { hatchOf } from '../timeline/palette.ts'
import type { Sheet } from '../timeline/use-canvas.ts'
import type { LeastPyramid } from '../timeline/pyramid.ts'

/** What one strip shows; tokens are 0-based. */
export interface StripScene {
  /** Logprobs of its tokens in nats. */
  logprobs: LeastPyramid
  /** The tokens of the longest choice, which the whole width stands for. */
  longest: number
  fork: number | undefined
  selected: number | undefined
}

/** How far a mark stands over the strip, in CSS pixels. */
const margin = 2

/** Draws a choice as a strip of heat steps; the least likely token of a pixel counts. */
export function paintStrip(sheet: Sheet, scene: StripScene): void {
  paintSteps(sheet, scene)
  const { context, width, height, ratio, palette } = sheet
  context.fillStyle = palette.accent
  for (const token of [scene.selected, scene.fork]) {
    if (token === undefined || token >= scene.longest) continue
    const { left, right } = cellOf(token, scene.longest, width)
    const wide = Math.round(2 * ratio)
    const at = token === scene.fork ? left - wide : (left + right - wide) / 2
    context.fillRect(Math.max(0, Math.round(at)), 0, wide, height)
  }
}

function paintSteps(sheet: Sheet, { logprobs, longest }: StripScene): void {
  const { context, width, height, ratio, palette } = sheet
  const hatch = hatchOf(context, palette.edge, ratio)
  const [top, floor] = [margin * ratio, height - margin * ratio]
  for (let index = 0; index < cellCount(longest, width); index += 1) {
    const { from, to, left, right } = cellAt(index, longest, width)
    if (from >= logprobs.length) return
    const wide = right - left - (right - left >= 3 * ratio ? Math.round(ratio) : 0)
    const step = stepIn(logprobs, from, to)
    // Chosen colours say nothing of steps, so their height does.
    const share = palette.forced ? (step ?? 6) / 6 : 1
    context.fillStyle = step === undefined ? hatch : (palette.heat[step] ?? '')
    if (step !== 0)
      context.fillRect(left, floor - share * (floor - top), wide, share * (floor - top))
    context.fillStyle = palette.faint
    context.fillRect(left, floor - ratio, wide, ratio)
  }
}

/** The step of the least likely known token; nothing where all are unknown. */
function stepIn(logprobs: LeastPyramid, from: number, to: number): number | undefined {
  const least = logprobs.least(from, to)
  return least === Infinity ? undefined : heatStep(least)
}
