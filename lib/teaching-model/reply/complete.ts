import { encodeDefinitions, openPrompt, encodePrompt, type Prompt } from '../conversation/turns.ts'
import { readConversation } from '../conversation/reading.ts'
import { createPredictor, type Predictor } from '../language/predictor.ts'
import { corpusSource, rowSource } from '../language/sources.ts'
import { modelId, type TeachingModel } from '../model.ts'
import { createCandidates, type Candidates } from '../sampling/candidates.ts'
import { formattedFor } from '../format/planned.ts'
import { knowByHeart } from '../tools/by-heart.ts'
import type { TeachingRequest } from '../wire/request.ts'
import type {
  ChatCompletionChunk,
  ChunkChoice,
  Logprobs,
  TokenLogprob,
  Usage,
} from '../wire/wire.ts'
import { callsFor } from './asked.ts'
import { startCalls } from './calls.ts'
import { startChoice, type ChoiceRun, type Step } from './choice.ts'
import { continueText, type Speech } from './continuation.ts'
import type { Shared } from './drawer.ts'
import { writeJson, type PlannedJson } from './json.ts'

/** What the caller supplies, so that the model itself has neither clock nor chance. */
export interface Identity {
  /** The reply's id, such as `chatcmpl-…`. */
  id: string
  /** Unix seconds. */
  created: number
  /** Used where the request has no seed: an integer within ±(2^53 − 1). */
  seed: number
}

/**
 * Generates a reply as the chunks of OpenAI's streaming format, one token at a time; the choices take
 * turns. A chunk's text and its log probabilities belong to the same tokens. With `include_usage` a
 * last chunk without choices carries the token counts.
 *
 * A conversation that ends with the assistant's own words is gone on with: the chunks hold what comes
 * after them. Given the ids of those words (`prefix_token_ids`) the reply is the very one that an
 * unbroken run would have given: the topic, the penalties and, with the same seed, the draws are those
 * of the unbroken reply.
 */
export function* complete(
  model: TeachingModel,
  request: TeachingRequest,
  identity: Identity,
): Generator<ChatCompletionChunk, void> {
  const shared = prepare(model, request, identity)
  const toChunk = chunkMaker(model, request, identity)
  const start = shared.calls.length > 0 ? startCalls : startChoice
  const runs = Array.from({ length: request.n }, (_, index) => start(shared, index))
  for (const index of runs.keys()) yield toChunk([opening(index, shared)])
  let open = [...runs.entries()]
  while (open.length > 0) {
    const still: typeof open = []
    for (const [index, run] of open) {
      const step = run.step()
      if (step.text !== '' || step.call || step.logprobs.length > 0) {
        yield toChunk([news(index, step, request.logprobs)])
      }
      if (step.finish)
        yield toChunk([{ index, delta: {}, logprobs: null, finish_reason: step.finish }])
      else still.push([index, run])
    }
    open = still
  }
  if (request.include_usage) yield { ...toChunk([]), usage: usageOf(shared.prompt.length, runs) }
}

function prepare(model: TeachingModel, request: TeachingRequest, { seed }: Identity): Shared {
  const opened = openPrompt(request.messages, request.prefix_token_ids)
  const calls = callsFor(request, opened)
  const formatted = calls.length > 0 ? undefined : formattedFor(request.format, opened.turns)
  const prompt = [...encodeDefinitions(request.tools?.text), ...encodePrompt(opened)]
  const planned = [...calls.map((call) => call.arguments), ...(formatted ? [formatted] : [])]
  const speech = speechFor(model, request, opened, planned)
  const { candidates, knowing, predict: plain } = speech
  const voices = { plain, knowing }
  return {
    request,
    candidates,
    begin: formatted
      ? writeJson(formatted, voices, candidates, opened.prefix)
      : () => continueText(speech, prompt, opened.prefix),
    calls: calls.map((call) => ({
      name: call.name,
      begin: writeJson(call.arguments, voices, candidates),
    })),
    prompt,
    prefix: opened.prefix,
    bias: biasOf(request, candidates),
    seed: request.seed ?? seed,
  }
}

/** The model as this conversation bends it; `knowing` has also learned the values of the documents. */
function speechFor(
  model: TeachingModel,
  request: TeachingRequest,
  { turns, prefix }: Prompt,
  planned: readonly PlannedJson[],
): Speech & { knowing: Predictor } {
  const read = readConversation(model, turns, planned.length > 0)
  const { weights, openings, rows, told, endings } = read
  const ofPlans = planned.flatMap((plan) => plan.rows)
  const ofRows = [...rows, ...ofPlans].flatMap(({ ids }) => ids.filter((id) => id >= 0))
  const candidates = createCandidates(model, [
    ...request.logit_bias.keys(),
    ...ofRows,
    ...planned.flatMap(({ tokens }) => tokens),
    ...(planned.length > 0 ? prefix : []),
  ])
  const sources = [corpusSource(model, weights, candidates), rowSource(rows, candidates)]
  const predict = knowByHeart(createPredictor(sources, candidates), told, candidates)
  const knowing =
    ofPlans.length > 0
      ? createPredictor([...sources, rowSource(ofPlans, candidates)], candidates)
      : predict
  const open = openings && createPredictor([corpusSource(model, openings, candidates)], candidates)
  return { candidates, predict, open, knowing, endings }
}

/** `logit_bias` by candidate index. */
export function biasOf(
  { logit_bias }: TeachingRequest,
  { indexOf }: Candidates,
): Map<number, number> {
  return new Map([...logit_bias].map(([id, amount]) => [indexOf.get(id) ?? -1, amount]))
}

function chunkMaker(model: TeachingModel, request: TeachingRequest, { id, created }: Identity) {
  return (choices: ChunkChoice[]): ChatCompletionChunk => ({
    id,
    object: 'chat.completion.chunk',
    created,
    model: modelId,
    system_fingerprint: model.fingerprint,
    choices,
    ...(request.include_usage ? { usage: null } : {}),
  })
}

function opening(index: number, { calls, request }: Shared): ChunkChoice {
  const called = calls.length > 0
  const delta = { role: 'assistant', content: called ? null : '', refusal: null } as const
  const logprobs = logprobsOf(called ? null : [], request.logprobs)
  return { index, delta, logprobs, finish_reason: null }
}

function news(index: number, { text, call, logprobs }: Step, asked: boolean): ChunkChoice {
  if (call) {
    const delta = { tool_calls: [call] }
    return { index, delta, logprobs: logprobsOf(null, asked), finish_reason: null }
  }
  const delta = { content: text }
  return { index, delta, logprobs: logprobsOf(logprobs, asked), finish_reason: null }
}

function logprobsOf(content: TokenLogprob[] | null, asked: boolean): Logprobs | null {
  return asked ? { content, refusal: null } : null
}

function usageOf(prompt_tokens: number, runs: readonly ChoiceRun[]): Usage {
  const completion_tokens = runs.reduce((sum, run) => sum + run.count(), 0)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}
