import { encodePrompt } from '../conversation/turns.ts'
import { modelId, type TeachingModel } from '../model.ts'
import { startChoice } from '../reply/choice.ts'
import { biasOf, type Identity } from '../reply/complete.ts'
import type { Shared } from '../reply/drawer.ts'
import { createCandidates } from '../sampling/candidates.ts'
import { bytesOfAll, encode } from '../tokens.ts'
import { createOffsets, drawnEntry, toColumns } from './columns.ts'
import { scoreText } from './score.ts'
import type { TextRequest } from './text-request.ts'
import type { TextChoice, TextCompletion } from './text-wire.ts'
import { createText, spoken } from './topic-so-far.ts'

/** Tokens read and written so far. */
interface Count {
  read: number
  written: number
}

/**
 * Goes on from each prompt as the chunks of OpenAI's streaming format, one token at a time; the
 * choices of a prompt take turns, and prompts follow each other. Each prompt is answered as if it had
 * been sent alone. With `echo` its own text comes first, and with `logprobs` too its tokens are scored.
 */
export function* completeText(
  model: TeachingModel,
  request: TextRequest,
  identity: Identity,
): Generator<TextCompletion, void> {
  const { n, include_usage, stream } = request.sampling
  const { id, created, seed } = identity
  const count: Count = { read: 0, written: 0 }
  const envelope = {
    id,
    object: 'text_completion',
    created,
    model: modelId,
    system_fingerprint: model.fingerprint,
  } as const
  for (const [place, prompt] of request.prompts.entries()) {
    const ids = typeof prompt === 'string' ? encode(prompt) : prompt
    for (const choice of answerPrompt(model, request, ids, seed, count)) {
      const choices = [{ ...choice, index: place * n + choice.index }]
      yield { ...envelope, choices, ...(stream && include_usage ? { usage: null } : {}) }
    }
  }
  if (!include_usage) return
  const { read, written } = count
  const usage = { prompt_tokens: read, completion_tokens: written, total_tokens: read + written }
  yield { ...envelope, choices: [], usage }
}

function* answerPrompt(
  model: TeachingModel,
  request: TextRequest,
  ids: readonly number[],
  seed: number,
  count: Count,
): Generator<TextChoice, void> {
  const { echo, sampling } = request
  const share = sharer(model, request, ids, seed)
  count.read += ids.length
  if (echo) yield* echoed(request, share([]), ids)
  const indexes = Array.from({ length: sampling.n }, (_, index) => index)
  if (sampling.max_completion_tokens > 0) yield* drawn(request, share(ids), count)
  else for (const index of indexes) yield toChoice(index, '', null, 'length')
}

/** Gives what choices share that begin after some token ids. */
function sharer(
  model: TeachingModel,
  { sampling }: TextRequest,
  ids: readonly number[],
  seed: number,
): (prefix: readonly number[]) => Shared {
  const candidates = createCandidates(model, [...sampling.logit_bias.keys(), ...ids])
  return (prefix) => ({
    request: sampling,
    candidates,
    begin: createText(model, candidates, prefix),
    calls: [],
    prompt: encodePrompt(spoken(prefix)),
    prefix,
    bias: biasOf(sampling, candidates),
    seed: sampling.seed ?? seed,
  })
}

/** The prompt given back to each choice, scored where log probabilities were asked for. */
function* echoed(
  { sampling }: TextRequest,
  blank: Shared,
  ids: readonly number[],
): Generator<TextChoice, void> {
  const ends = sampling.max_completion_tokens === 0
  const indexes = Array.from({ length: sampling.n }, (_, index) => index)
  if (!sampling.logprobs) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const text = decoder.decode(bytesOfAll(ids), { stream: !ends })
    for (const index of indexes) yield toChoice(index, text, null)
    return
  }
  const offsetOf = createOffsets([], true)
  for (const { text, entries } of scoreText(blank, ids, ends)) {
    const columns = toColumns(entries, offsetOf)
    for (const index of indexes) yield toChoice(index, text, columns)
  }
}

/** What follows the prompt, the choices in turns. */
function* drawn(
  { echo, sampling }: TextRequest,
  shared: Shared,
  count: Count,
): Generator<TextChoice, void> {
  const before = echo ? shared.prefix : shared.prefix.slice(-4)
  let open = Array.from({ length: sampling.n }, (_, index) => ({
    index,
    run: startChoice(shared, index),
    offsetOf: createOffsets(sampling.logprobs ? before : [], echo),
  }))
  while (open.length > 0) {
    const still: typeof open = []
    for (const choice of open) {
      const { index, run, offsetOf } = choice
      const { text, logprobs, finish } = run.step()
      const columns = sampling.logprobs ? toColumns(logprobs.map(drawnEntry), offsetOf) : null
      if (text !== '' || logprobs.length > 0) yield toChoice(index, text, columns)
      if (finish) {
        count.written += run.count()
        yield toChoice(index, '', null, finish)
      } else still.push(choice)
    }
    open = still
  }
}

function toChoice(
  index: number,
  text: string,
  logprobs: TextChoice['logprobs'],
  finish_reason: TextChoice['finish_reason'] = null,
): TextChoice {
  return { index, text, logprobs, finish_reason }
}
