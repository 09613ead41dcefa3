import { describeToken } from '../sampling/alternatives.ts'
import { toLogits, type Candidates } from '../sampling/candidates.ts'
import { longestContext } from '../language/smoothing.ts'
import { adjust } from '../sampling/penalties.ts'
import { createRandom, type Random } from '../sampling/random.ts'
import { createReleasedText, type Release } from './released-text.ts'
import { draw, toLogprobs } from '../sampling/sampling.ts'
import { bytesOf, endOfText } from '../tokens.ts'
import type { Predictor } from '../language/predictor.ts'
import type { TeachingRequest } from '../wire/request.ts'
import type { FinishReason, TokenLogprob } from '../wire/wire.ts'

/** What all choices of a request share. */
export interface Shared {
  request: TeachingRequest
  candidates: Candidates
  predict: Predictor
  /** The prompt's token ids, the prefix at their end. */
  prompt: readonly number[]
  /** The token ids with which the reply begins; they are given, not drawn. */
  prefix: readonly number[]
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
  /** How many tokens were drawn so far; neither the prefix nor the end of the text is counted. */
  count(): number
}

/** Begins the reply with a 0-based index. */
export function startChoice(shared: Shared, index: number): ChoiceRun {
  const { request, candidates, predict, prompt, prefix, bias, seed } = shared
  const random = afterDraws(createRandom(seed, index), prefix.length)
  const released = createReleasedText<TokenLogprob[]>(request.stop, bytesOfAll(prefix.slice(-3)))
  const context = prompt.slice(-longestContext)
  const seen = new Set(prompt.flatMap((id) => candidates.indexOf.get(id) ?? []))
  const generated = counted(prefix.flatMap((id) => candidates.indexOf.get(id) ?? []))
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

/** A generator that has passed over the draws of a prefix, one for each token. */
function afterDraws(random: Random, draws: number): Random {
  for (let passed = 0; passed < draws; passed++) random()
  return random
}

function counted(indexes: readonly number[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const index of indexes) times.set(index, (times.get(index) ?? 0) + 1)
  return times
}

function bytesOfAll(ids: readonly number[]): Uint8Array {
  return Uint8Array.from(ids.flatMap((id) => [...bytesOf(id)]))
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
