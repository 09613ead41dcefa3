import { RunningFigures } from '#lib/logprobs/figures.ts'
import { bitsStep, UNKNOWN_STEP } from '#lib/logprobs/scale.ts'
import { StepColumn, stepReader } from '#lib/logprobs/steps.ts'
import { cutsOf, meanSurprisalIn, type TextLevel, type TokensOf } from '#lib/reply/levels.ts'
import type { SegmentView } from '#lib/reply/segment-view.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import type { Tint } from '#components/reply/island/frame.ts'
import { laidText } from '#components/reply/laid-text.ts'
import { underlineOf } from '#components/reply/use-tint.ts'
import type { GalleryState } from './states/state.ts'

/** How a state is tinted, and how many of its tokens have each step. */
export interface StateTint {
  tint: Tint
  /** By step, 0 to 6, and unknown at 7. */
  counts: ArrayLike<number>
}

/** The tint of a state; `floor` stands for the state's own where that has none. */
export function tintOfState(
  { source, level, signs = false, boundaries = false, ...state }: GalleryState,
  { text, tokens }: { text: string; tokens: TokenStore },
  floor: number,
): StateTint {
  const wanted = source?.(tokens) ?? { metric: 'likelihood' }
  const column = new StepColumn(stepReader(tokens, wanted), () => tokens.length)
  column.fill(tokens.length)
  const stepOf = level ? levelSteps(level, text, tokens) : (token: number) => column.at(token)
  const tint: Tint = {
    lookOf: (token) => ({ step: stepOf(token), underline: underlineOf(tokens, token) }),
    scale: wanted.metric === 'difference' ? 'difference' : 'heat',
    floor: state.floor ?? floor,
    signs,
    boundaries,
  }
  return { tint, counts: column.counts }
}

/** The step of the mean surprisal of the stretch in which a 0-based token begins. */
function levelSteps(level: TextLevel, text: string, tokens: TokenStore) {
  const segments = laidText(tokens, text)
  const cuts = cutsOf(level)
  cuts.update(text)
  const figures = new RunningFigures(tokens)
  figures.update()
  const tokensOf = tokensBetween(segments)
  return (token: number) => {
    const start = segments.at(segments.indexOf(token))?.start ?? 0
    const mean = meanSurprisalIn(cuts.range(cuts.indexAt(start)), tokensOf, figures)
    return mean === undefined ? UNKNOWN_STEP : bitsStep(mean)
  }
}

function tokensBetween(segments: SegmentView): TokensOf {
  return (start, end) => {
    const first = segments.tokensBefore(segments.indexAt(start))
    const last = segments.tokensBefore(segments.indexAt(end - 1) + 1) - 1
    return last < first ? undefined : { first, last }
  }
}
