import { describeToken } from '../sampling/alternatives.ts'
import { draw, processProbabilities } from '../sampling/chain.ts'
import { createRandom, type Random } from '../sampling/random.ts'
import type { Candidates } from '../sampling/candidates.ts'
import type { TeachingRequest } from '../wire/request.ts'
import type { TokenLogprob } from '../wire/wire.ts'
import type { Continuation } from './continuation.ts'

/** A call of a tool that a reply is to make. */
export interface BegunCall {
  name: string
  /** Begins the JSON text of the arguments, for one choice. */
  begin: () => Continuation
}

/** What all choices of a request share. */
export interface Shared {
  request: TeachingRequest
  candidates: Candidates
  /** Begins one choice's reply, after the prefix. */
  begin: () => Continuation
  /** The tools that the reply calls, in turn; none where it is a text. */
  calls: readonly BegunCall[]
  /** The prompt's token ids, the prefix at their end. */
  prompt: readonly number[]
  /** The token ids with which the reply begins; they are given, not drawn. */
  prefix: readonly number[]
  /** `logit_bias` by candidate index. */
  bias: ReadonlyMap<number, number>
  seed: number
}

/** A token that was drawn. */
interface Drawn {
  /** The candidate's index. */
  candidate: number
  /** Its entry in `logprobs.content`; none unless log probabilities were asked for. */
  entry: TokenLogprob[]
}

/** Draws the tokens of one choice. */
export interface Drawer {
  /**
   * Draws the next token of a continuation, which takes note of it. A candidate that is `given` is
   * taken as if it had been drawn.
   */
  next(continuation: Continuation, given?: number): Drawn
  /** How many tokens were drawn so far; neither the prefix nor the end of the text is counted. */
  count(): number
}

/** The drawer of the choice with a 0-based index. */
export function createDrawer(shared: Shared, index: number): Drawer {
  const { request, candidates, prompt, prefix, bias, seed } = shared
  const random = afterDraws(createRandom(seed, index), prefix.length)
  const seen = new Set(indexesOf(prompt, candidates))
  const generated = counted(indexesOf(prefix, candidates))
  const changes = { penalties: request, bias, seen, generated }
  const raw = new Float64Array(candidates.ids.length)
  const processed = new Float64Array(candidates.ids.length)
  const reported = request.logprobs_mode === 'processed_logprobs' ? processed : raw
  let count = 0

  return {
    count: () => count,
    next(continuation, given) {
      continuation.predict(raw)
      if (given === undefined || reported === processed) {
        processProbabilities(raw, request, changes, processed)
      }
      const candidate = given ?? draw(processed, random)
      continuation.accept(candidate)
      if (candidate === candidates.end) return { candidate, entry: [] }
      count += 1
      seen.add(candidate)
      generated.set(candidate, (generated.get(candidate) ?? 0) + 1)
      const entry = request.logprobs
        ? [describeToken(candidates.ids, reported, candidate, request.top_logprobs)]
        : []
      return { candidate, entry }
    },
  }
}

/** A generator that has passed over the draws of a prefix, one for each token. */
function afterDraws(random: Random, draws: number): Random {
  for (let passed = 0; passed < draws; passed++) random()
  return random
}

/** The candidates among some tokens and markers. */
function indexesOf(ids: readonly number[], { indexOf }: Candidates): number[] {
  return ids.map((id) => indexOf.get(id) ?? -1).filter((index) => index >= 0)
}

function counted(indexes: readonly number[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const index of indexes) times.set(index, (times.get(index) ?? 0) + 1)
  return times
}
