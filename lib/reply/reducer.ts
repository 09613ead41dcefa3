import type { Failure } from '#lib/result.ts'
import { takePacked } from './packed-reply.ts'
import { readText } from './read-body.ts'
import type { Reply } from './reply.ts'
import type { RunEvent } from './run-events.ts'

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
      if (event.data.trim() === '[DONE]') return
      keepRaw(reply, event.data, at, true)
      return takeText(reply, event.data, at)
    case 'part':
      return keepRaw(reply, event.data, at, false)
    case 'completion':
      keepRaw(reply, event.data, at, false)
      if (event.read) return takePacked(reply, event.read)
      return takeText(reply, reply.raw.texts.join(''), at)
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

function keepRaw(reply: Reply, data: string, at: number, streamed: boolean): void {
  reply.raw.texts.push(data)
  reply.raw.characters += data.length
  reply.raw.streamed = streamed
  reply.firstByteAt ??= at
  const attempt = reply.attempts.at(-1)
  if (attempt) attempt.firstByteAt ??= at
  if (reply.status === 'waiting') reply.status = 'streaming'
}

function takeText(reply: Reply, text: string, at: number): void {
  const failure = readText(reply, text, at)
  if (failure) reply.failure ??= failure
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
