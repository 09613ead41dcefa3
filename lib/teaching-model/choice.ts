import { describeToken } from './alternatives.ts'
import { toLogits, type Candidates } from './candidates.ts'
import { longestContext } from './smoothing.ts'
import { adjust } from './penalties.ts'
import { createRandom } from './random.ts'
import { createReleasedText, type Release } from './released-text.ts'
import { draw, toLogprobs } from './sampling.ts'
import { bytesOf, endOfText } from './tokens.ts'
import type { Predictor } from './predictor.ts'
import type { TeachingRequest } from './request.ts'
import type { FinishReason, TokenLogprob } from './wire.ts'

/** What all choices of a request share. */
export interface Shared {
  request: TeachingRequest
  candidates: Candidates
  predict: Predictor
  /** The prompt's token ids. */
  prompt: readonly number[]
  /** `logit_bias` by candidate index. */
  bias: ReadonlyMap<number, number>
  seed: number
}

/** What one step adds to a reply. */
export interface Step {
  text: string
  /** Empty unless log probabilities were asked for. */
  logprobs: TokenLogprob[]
  finish: FinishReason | null
}

/** One reply in the making. */
export interface ChoiceRun {
  /** Draws one token. Not to be called again after a step with `finish`. */
  step(): Step
  /** How many tokens were drawn so far, the end of the text not counted. */
  count(): number
}

/** Begins the reply with a 0-based index. */
export function startChoice(shared: Shared, index: number): ChoiceRun {
  const { request, candidates, predict, prompt, bias, seed } = shared
  const random = createRandom(seed, index)
  const released = createReleasedText<TokenLogprob[]>(request.stop)
  const context = prompt.slice(-longestContext)
  const seen = new Set(prompt.flatMap((id) => candidates.indexOf.get(id) ?? []))
  const generated = new Map<number, number>()
  const probabilities = new Float64Array(candidates.ofVocabulary.length)
  let count = 0

  function next(): { drawn: number; logprobs: Float64Array } {
    predict(context, probabilities)
    const logprobs = toLogits(probabilities, candidates)
    adjust(logprobs, request, { seen, generated }, bias)
    toLogprobs(logprobs)
    return { drawn: draw(logprobs, request, random), logprobs }
  }

  function remember(drawn: number, id: number): void {
    count += 1
    seen.add(drawn)
    generated.set(drawn, (generated.get(drawn) ?? 0) + 1)
    context.push(id)
    if (context.length > longestContext) context.shift()
  }

  return {
    count: () => count,
    step() {
      const { drawn, logprobs } = next()
      const id = candidates.ids[drawn] ?? endOfText
      if (id === endOfText) return toStep(released.end(), 'stop')
      remember(drawn, id)
      const entry = request.logprobs
        ? [describeToken(candidates.ids, logprobs, drawn, request.top_logprobs)]
        : []
      const release = released.push(bytesOf(id), entry)
      if (release.stopped) return toStep(release, 'stop')
      if (count < request.max_completion_tokens) return toStep(release, null)
      return toStep(joined(release, released.end()), 'length')
    },
  }
}

function joined<Token>(first: Release<Token>, rest: Release<Token>): Release<Token> {
  return {
    text: first.text + rest.text,
    tokens: [...first.tokens, ...rest.tokens],
    stopped: rest.stopped,
  }
}

function toStep({ text, tokens }: Release<TokenLogprob[]>, finish: FinishReason | null): Step {
  return { text, logprobs: tokens.flat(), finish }
}
