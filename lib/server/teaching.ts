import 'server-only'
import { randomInt, randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Attempt, RunEvent } from '#lib/reply/run-events.ts'
import type { Failure } from '#lib/result.ts'
import { readCorpus } from '#lib/teaching-model/corpus/index.ts'
import {
  assemble,
  complete,
  modelId,
  openTeachingModel,
  parseTeachingRequest,
  type ChatCompletionChunk,
  type TeachingModel,
  type TeachingRequest,
} from '#lib/teaching-model/index.ts'
import type { Clock } from './clock.ts'

let built: TeachingModel | undefined

/** The teaching model, indexed at its first use (well under a second). */
function teachingModel(): TeachingModel {
  built ??= openTeachingModel(readCorpus())
  return built
}

/** What makes one reply different from the next: an id, a time in Unix seconds, and a seed. */
function freshReply() {
  return {
    id: `chatcmpl-${randomUUID().replaceAll('-', '')}`,
    created: Math.floor(Date.now() / 1000),
    seed: randomInt(2 ** 47),
  }
}

/** What a try needs beside its body. */
interface TeachingTry {
  number: number
  /** What was set for the first model but is not sent to this one. */
  omitted: readonly string[]
  signal: AbortSignal
  clock: Clock
}

/** Runs the teaching model in process, telling the same events as a provider on the network. */
export async function* teach(
  body: Record<string, unknown>,
  { number, omitted, signal, clock }: TeachingTry,
): AsyncGenerator<RunEvent, Failure | undefined> {
  yield { type: 'attempt', attempt: describe(body, number, omitted, clock) }
  const parsed = parseTeachingRequest(body)
  if (!parsed.ok) return parsed.error
  yield { type: 'response', status: 200, headers: {}, at: clock() }
  const streamed = body.stream === true
  const all: ChatCompletionChunk[] = []
  for await (const chunk of unhurried(parsed.value)) {
    if (signal.aborted) return { kind: 'stopped', message: 'The run was stopped.' }
    if (streamed) yield { type: 'chunk', data: JSON.stringify(chunk), at: clock() }
    else all.push(chunk)
  }
  if (!streamed) yield { type: 'completion', data: JSON.stringify(assemble(all)), at: clock() }
  return undefined
}

/** The chunks of a new reply. Between two of them a stop, and other requests, can come in. */
export async function* unhurried(request: TeachingRequest): AsyncGenerator<ChatCompletionChunk> {
  for (const chunk of complete(teachingModel(), request, freshReply())) {
    yield chunk
    await nextTurn()
  }
}

function describe(
  body: Record<string, unknown>,
  number: number,
  omitted: readonly string[],
  clock: Clock,
): Attempt {
  return {
    number,
    provider: 'teaching',
    model: modelId,
    omitted,
    request: {
      method: 'POST',
      url: '/v1/chat/completions',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    startedAt: clock(),
  }
}
