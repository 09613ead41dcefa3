import { RunningFigures } from '#lib/logprobs/figures.ts'
import { bitsStep, UNKNOWN_STEP } from '#lib/logprobs/scale.ts'
import type { StepReader } from '#lib/logprobs/steps.ts'
import { cutsOf, meanSurprisalIn, type TextCuts, type TextLevel } from '#lib/reply/levels.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { laidText } from './laid-text.ts'

/** What is known of a choice's text; it goes on where the text grows. */
interface Known {
  figures: RunningFigures
  cuts: Map<TextLevel, TextCuts>
}

const knowledge = new WeakMap<TokenStore, Known>()

/**
 * Gives each token the step of its sentence, line or paragraph: that of the mean surprisal of its
 * known tokens. A token over an edge goes with the stretch that it begins in.
 */
export function levelSteps(tokens: TokenStore, content: string, level: TextLevel): StepReader {
  const { figures, cuts } = knownOf(tokens, level)
  cuts.update(content)
  figures.update()
  const segments = laidText(tokens, content)
  const tokensOf = (start: number, end: number) => {
    const first = segments.tokensBefore(segments.indexAt(start))
    const last = segments.tokensBefore(segments.indexAt(end - 1) + 1) - 1
    return last >= first ? { first, last } : undefined
  }
  const steps = new Map<number, number>()
  return (token) => {
    const segment = segments.at(segments.indexOf(token))
    if (!segment) return UNKNOWN_STEP
    const stretch = cuts.indexAt(segment.start)
    const step =
      steps.get(stretch) ?? stepOf(meanSurprisalIn(cuts.range(stretch), tokensOf, figures))
    steps.set(stretch, step)
    return step
  }
}

function stepOf(bits: number | undefined): number {
  return bits === undefined ? UNKNOWN_STEP : bitsStep(bits)
}

function knownOf(tokens: TokenStore, level: TextLevel) {
  const known = knowledge.get(tokens) ?? { figures: new RunningFigures(tokens), cuts: new Map() }
  knowledge.set(tokens, known)
  const cuts = known.cuts.get(level) ?? cutsOf(level)
  known.cuts.set(level, cuts)
  return { figures: known.figures, cuts }
}
