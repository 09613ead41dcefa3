import type { Failure } from '#lib/result.ts'
import { carriesText, readBody } from './read-body.ts'
import type { Reply } from './reply.ts'
import type { RunEvent } from './run-events.ts'
import { parseObject } from './wire.ts'

/** Most characters of raw texts that are kept. */
const mostRaw = 20_000_000

const rawSizes = new WeakMap<Reply, number>()

/** Takes one event of a run into its reply, in time proportional to the event. */
export function applyEvent(reply: Reply, event: RunEvent): void {
  reply.version += 1
  const attempt = reply.attempts.at(-1)
  switch (event.type) {
    case 'attempt':
      reply.attempts.push({ ...event.attempt })
      return
    case 'response':
      if (attempt)
        Object.assign(attempt, {
          status: event.status,
          headers: event.headers,
          answeredAt: event.at,
        })
      return
    case 'retry':
      if (attempt) Object.assign(attempt, { failure: event.failure, waitMs: event.waitMs })
      return
    case 'chunk':
    case 'completion':
      return take(reply, event.data, event.at, event.type === 'chunk')
    case 'failure':
      return fail(reply, event.failure, event.at)
    case 'end':
      reply.endedAt ??= event.at
      if (reply.status === 'waiting' || reply.status === 'streaming') reply.status = 'done'
  }
}

function take(reply: Reply, data: string, at: number, streamed: boolean): void {
  keepRaw(reply, data, streamed)
  const body = parseObject(data)
  if (!body) return fail(reply, unreadable, at)
  if (reply.firstTokenAt === undefined && carriesText(body)) reply.firstTokenAt = at
  reply.status = 'streaming'
  readBody(reply, body)
}

function keepRaw(reply: Reply, data: string, streamed: boolean): void {
  const size = (rawSizes.get(reply) ?? 0) + data.length
  rawSizes.set(reply, size)
  reply.raw.streamed = streamed
  if (size > mostRaw) reply.raw.truncated = true
  else reply.raw.texts.push(data)
}

const unreadable: Failure = {
  kind: 'upstream',
  message: 'Part of the reply was not valid JSON. What could be read is kept.',
}

function fail(reply: Reply, failure: Failure, at: number): void {
  reply.failure ??= failure
  reply.endedAt ??= at
  reply.status = failure.kind === 'stopped' ? 'stopped' : 'failed'
  const attempt = reply.attempts.at(-1)
  if (attempt && !attempt.failure && failure.kind !== 'stopped') attempt.failure = failure
}
