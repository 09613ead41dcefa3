import 'server-only'
import type { RunEvent } from '#lib/reply/run-events.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { checkRun } from './begin-run.ts'
import { env } from './env.ts'
import { forward } from './forward.ts'
import { accessGranted, type GateContext } from './gate.ts'
import { runLimiter } from './limits.ts'
import { registerRun } from './runs.ts'

/** A run that has begun: its events, and how to end it early. */
export interface ServedRun {
  events: AsyncGenerator<RunEvent>
  abort: () => void
  /** Frees its place; called once, whatever happened. */
  done: () => void
}

/** Checks what a browser sent and starts the run: the shared way in of the action and the route. */
export function serveRun(input: unknown, gate: GateContext): Result<ServedRun, Failure> {
  const checked = checkRun(input)
  if (!checked.ok) return checked
  const { envelope, steps } = checked.value
  const place = runLimiter.enter(gate.host)
  if (!place.ok) return place
  const run = registerRun(envelope.runId)
  if (!run) {
    place.value()
    return fail({ kind: 'invalid', message: 'This run has already been started.' })
  }
  const settings = env()
  const access = accessGranted(envelope.access, gate, settings)
  const { endpoint, credential, connections } = envelope
  const events = forward({
    steps,
    endpoint,
    credential,
    connections,
    env: settings,
    gate: { ...gate, access },
    signal: run.signal,
  })
  const done = () => {
    run.done()
    place.value()
  }
  return ok({ events, abort: run.abort, done })
}

/** Plays a run to its end and gives all its events. */
export async function collectRun(run: ServedRun): Promise<RunEvent[]> {
  const events: RunEvent[] = []
  try {
    for await (const event of run.events) events.push(event)
    return events
  } finally {
    run.done()
  }
}
