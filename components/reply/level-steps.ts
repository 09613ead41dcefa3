import { RunningFigures } from '#lib/logprobs/figures.ts'
import { bitsStep, UNKNOWN_STEP } from '#lib/logprobs/scale.ts'
import type { StepReader } from '#lib/logprobs/steps.ts'
import { cutsOf, meanSurprisalIn, type TextCuts, type TextLevel } from '#lib/reply/levels.ts'
import type { Segment } from '#lib/reply/segments.ts'
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
 * known tokens. A token belongs where its first visible character stands: the blank that most words
 * begin with is the end of the sentence before, by the rules for text.
 */
export function levelSteps(tokens: TokenStore, content: string, level: TextLevel): StepReader {
  const { figures, cuts } = knownOf(tokens, level)
  cuts.update(content)
  figures.update()
  const segments = laidText(tokens, content)
  const homeOf = (index: number) => firstVisible(content, segments.at(index))
  const tokensOf = (start: number, end: number) => {
    const [from, to] = [segments.indexAt(start), segments.indexAt(end - 1)]
    const first = segments.tokensBefore(homeOf(from) < start ? from + 1 : from)
    const last = segments.tokensBefore(homeOf(to) < end ? to + 1 : to) - 1
    return last >= first ? { first, last } : undefined
  }
  const steps = new Map<number, number>()
  return (token) => {
    const segment = segments.indexOf(token)
    if (!segments.at(segment)) return UNKNOWN_STEP
    const stretch = cuts.indexAt(homeOf(segment))
    const step =
      steps.get(stretch) ?? stepOf(meanSurprisalIn(cuts.range(stretch), tokensOf, figures))
    steps.set(stretch, step)
    return step
  }
}

/** The UTF-16 place of the first character of a segment that is no blank; of the first where all are. */
function firstVisible(content: string, segment: Segment | undefined): number {
  if (!segment) return 0
  const blanks = content.slice(segment.start, segment.end).search(/\S/)
  return segment.start + Math.max(0, blanks)
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
