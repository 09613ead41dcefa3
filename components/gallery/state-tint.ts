import { StepColumn, stepReader } from '#lib/logprobs/steps.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import type { Tint } from '#components/reply/island/frame.ts'
import { levelSteps } from '#components/reply/level-steps.ts'
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
  const stepOf = level ? levelSteps(tokens, text, level) : (token: number) => column.at(token)
  const tint: Tint = {
    lookOf: (token) => ({ step: stepOf(token), underline: underlineOf(tokens, token) }),
    scale: wanted.metric === 'difference' ? 'difference' : 'heat',
    floor: state.floor ?? floor,
    signs,
    boundaries,
  }
  return { tint, counts: column.counts }
}
