import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { RunEvent } from '#lib/reply/run-events.ts'
import type { RunRequest } from '#lib/request/envelope.ts'
import type { Failure } from '#lib/result.ts'
import type { Actions } from '#components/playground/actions.tsx'
import { createSlices } from '#components/ui/slices.ts'
import { createReader } from './apart.ts'

/** Sends a run through the route that streams; aborting the signal ends the upstream request. */
export async function streamRun(
  request: RunRequest,
  onEvent: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  })
  if (!response.ok || !response.body) return onEvent(failed(await refusalOf(response)))
  const messages = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader()
  const reader = createReader(onEvent, signal)
  const slices = createSlices()
  let ended = false
  try {
    for (;;) {
      const { done, value } = await messages.read()
      if (done) break
      const event = eventOf(value)
      ended ||= event.type === 'end'
      await reader.take(event)
      // What has already arrived is read without a pause, however much it is.
      await slices()
    }
  } finally {
    reader.close()
  }
  if (!ended) onEvent(failed(lost))
}

/** Sends a run through the server action that answers in one piece; aborting it sends `cancelRun`. */
export async function sendWhole(
  request: RunRequest,
  onEvent: (event: RunEvent) => void,
  signal: AbortSignal,
  actions: Actions,
): Promise<void> {
  const stop = () => void actions.cancelRun(request.runId)
  const sent = await actions.sendRun(request)
  if (!sent.ok) return onEvent(failed(sent.error))
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  const reader = createReader(onEvent, signal)
  try {
    const slices = createSlices()
    for (const event of await sent.value.result) {
      await reader.take(event)
      await slices()
    }
  } finally {
    reader.close()
    signal.removeEventListener('abort', stop)
  }
}

/** An event for a failure on the way between the browser and Nucleus itself. */
export function failed(failure: Failure): RunEvent {
  return { type: 'failure', failure, at: 0 }
}

/** What is said when Nucleus itself cannot be reached. */
export const lost: Failure = {
  kind: 'unreachable',
  message: 'The connection to Nucleus was lost. What arrived is kept.',
  steps: [
    'Check that Nucleus is still running.',
    'Reload the page: Nucleus may have been updated meanwhile. What you typed is kept.',
    'Run again.',
  ],
}

/** The inverse of the server's writeSse: raw chunks carry their time as the event's id. */
function eventOf({
  event,
  id,
  data,
}: {
  event?: string | undefined
  id?: string | undefined
  data: string
}): RunEvent {
  if (event === 'chunk' || event === 'part' || event === 'completion')
    return { type: event, data, at: Number(id) }
  // Our own route writes every other event as the JSON of a RunEvent.
  return JSON.parse(data) as RunEvent
}

async function refusalOf(response: Response): Promise<Failure> {
  try {
    const { failure } = (await response.json()) as { failure?: Failure }
    if (failure) return failure
  } catch {
    // Not one of our answers; the status is all there is to tell.
  }
  return { kind: 'internal', message: `Nucleus answered with status ${response.status}.` }
}
