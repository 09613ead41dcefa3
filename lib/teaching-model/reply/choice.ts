import { bytesOf, bytesOfAll } from '../tokens.ts'
import type { FinishReason, TokenLogprob, ToolCallDelta } from '../wire/wire.ts'
import { createDrawer, type Shared } from './drawer.ts'
import { createReleasedText, type Release } from './released-text.ts'

/** What one step adds to a reply. */
export interface Step {
  text: string
  /** News of a call, where the reply calls tools. */
  call?: ToolCallDelta
  /** Empty unless log probabilities were asked for. */
  logprobs: TokenLogprob[]
  finish: FinishReason | null
}

/** One reply in the making. */
export interface ChoiceRun {
  /** Draws one token, or begins a call. Not to be called again after a step with `finish`. */
  step(): Step
  /** How many tokens were drawn so far; neither the prefix nor the end of the text is counted. */
  count(): number
}

/** Begins the reply with a 0-based index. */
export function startChoice(shared: Shared, index: number): ChoiceRun {
  const { request, candidates, prefix } = shared
  const drawer = createDrawer(shared, index)
  const continuation = shared.begin()
  const released = createReleasedText<TokenLogprob[]>(request.stop, bytesOfAll(prefix.slice(-3)))

  return {
    count: drawer.count,
    step() {
      const { candidate, entry } = drawer.next(continuation)
      if (candidate === candidates.end) return toStep(released.end(), 'stop')
      const release = released.push(bytesOf(candidates.ids[candidate] ?? 0), entry)
      if (release.stopped) return toStep(release, 'stop')
      if (drawer.count() < request.max_completion_tokens) return toStep(release, null)
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
