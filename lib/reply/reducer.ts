import type { Failure } from '#lib/result.ts'
import { readBody } from './read-body.ts'
import type { Reply } from './reply.ts'
import type { RunEvent } from './run-events.ts'
import { errorIn, readJson } from './wire.ts'

/** Most characters of raw texts that are kept. */
const mostRaw = 20_000_000

/**
 * Takes one event of a run into its reply, in time proportional to the event. What arrived is kept
 * whatever happens after it.
 */
export function applyEvent(reply: Reply, event: RunEvent): void {
  reply.version += 1
  const at = tick(reply, event)
  const attempt = reply.attempts.at(-1)
  switch (event.type) {
    case 'attempt':
      reply.attempts.push({ ...event.attempt })
      return
    case 'response':
      if (attempt)
        Object.assign(attempt, { status: event.status, headers: event.headers, answeredAt: at })
      return
    case 'retry':
      if (attempt) {
        const { failure, waitMs, why } = event
        Object.assign(attempt, { failure, waitMs, why, endedAt: at })
      }
      return
    case 'chunk':
    case 'completion':
      return take(reply, event.data, at, event.type === 'chunk')
    case 'failure':
      if (reply.endedAt === undefined) reply.failure = event.failure
      return finish(reply, at)
    case 'end':
      finish(reply, at)
  }
}

/** The event's time. Never before that of the last event: a failure on this side of the wire has no clock. */
function tick(reply: Reply, event: RunEvent): number {
  const at = event.type === 'attempt' ? event.attempt.startedAt : event.at
  if (at > reply.lastAt) reply.lastAt = at
  return reply.lastAt
}

function take(reply: Reply, data: string, at: number, streamed: boolean): void {
  if (data.trim() === '[DONE]') return
  keepRaw(reply, data, streamed)
  reply.firstByteAt ??= at
  const attempt = reply.attempts.at(-1)
  if (attempt) attempt.firstByteAt ??= at
  if (reply.status === 'waiting') reply.status = 'streaming'
  const body = readJson(data)
  const failure = body.ok ? errorIn(body.value) : body.error
  if (failure) reply.failure ??= failure
  if (body.ok) readBody(reply, body.value, at)
}

function keepRaw({ raw }: Reply, data: string, streamed: boolean): void {
  raw.characters += data.length
  raw.streamed = streamed
  if (raw.characters > mostRaw) raw.truncated = true
  else raw.texts.push(data)
}

/** Ends the reply, once: what comes after the end changes neither how nor when it ended. */
function finish(reply: Reply, at: number): void {
  if (reply.endedAt !== undefined) return
  reply.endedAt = at
  reply.status = statusAfter(reply.failure)
  const attempt = reply.attempts.at(-1)
  if (!attempt) return
  attempt.endedAt ??= at
  if (reply.failure && reply.status === 'failed') attempt.failure ??= reply.failure
}

function statusAfter(failure: Failure | undefined): Reply['status'] {
  if (!failure) return 'done'
  return failure.kind === 'stopped' ? 'stopped' : 'failed'
}
