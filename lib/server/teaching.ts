import 'server-only'
import type { Attempt, RunEvent } from '#lib/reply/run-events.ts'
import type { Failure } from '#lib/result.ts'
import { modelId, type ChatCompletionChunk } from '#lib/teaching-model/index.ts'
import type { Clock } from './clock.ts'
import { inSlices, resultInSlices } from './slices.ts'
import { chatEndpoint } from './teaching-endpoints.ts'

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
  const parsed = chatEndpoint.parse(body)
  if (!parsed.ok) return parsed.error
  const fits = await resultInSlices(chatEndpoint.fit(parsed.value), { signal })
  if (!fits) return stopped
  if (!fits.ok) return fits.error
  yield { type: 'response', status: 200, headers: {}, at: clock() }
  const streamed = body.stream === true
  const all: ChatCompletionChunk[] = []
  for await (const slice of inSlices(chatEndpoint.run(parsed.value), { signal })) {
    for (const chunk of slice) {
      if (signal.aborted) return stopped
      if (streamed) yield { type: 'chunk', data: JSON.stringify(chunk), at: clock() }
      else all.push(chunk)
    }
  }
  if (signal.aborted) return stopped
  if (!streamed) {
    yield { type: 'completion', data: JSON.stringify(chatEndpoint.assemble(all)), at: clock() }
  }
  return undefined
}

const stopped: Failure = { kind: 'stopped', message: 'The run was stopped.' }

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
