import 'server-only'
import type { RunEvent } from '#lib/reply/run-events.ts'
import type { Failure } from '#lib/result.ts'
import { attempt } from './attempt.ts'
import { pause, startClock, type Clock } from './clock.ts'
import { prepareSteps, tryOf, type ReadyStep } from './ready-steps.ts'
import { backoffMs, isRetryable, mayFallBack } from './retries.ts'
import type { Run } from './run.ts'
import { teach } from './teaching.ts'
import type { Outcome, TryContext } from './try.ts'

/** Most milliseconds that a run may take with all its retries, waits and fallbacks. */
const totalMs = 3_600_000

/**
 * Carries one run to its provider and tells what happens, retries and fallbacks included. Never
 * throws; the last event is always `end`. The only way in which Nucleus speaks to a provider.
 */
export async function* forward(run: Run): AsyncGenerator<RunEvent> {
  const clock = startClock()
  const failure = yield* carry(run, clock)
  if (failure) yield { type: 'failure', failure, at: clock() }
  yield { type: 'end', at: clock() }
}

/** Nothing is sent unless every step has an address and a key that may go there. */
async function* carry(run: Run, clock: Clock): AsyncGenerator<RunEvent, Failure | undefined> {
  const steps = prepareSteps(run)
  if (!steps.ok) return steps.error
  const deadline = AbortSignal.timeout(totalMs)
  const signal = AbortSignal.any([run.signal, deadline])
  const failure = yield* inTurn(steps.value, { ...run, signal }, clock)
  return failure?.kind === 'stopped' && deadline.aborted ? tooLong : failure
}

/** Tries the model, its retries, and then each fallback, until one answers or none is left. */
async function* inTurn(
  steps: readonly ReadyStep[],
  { signal, wait = pause, random = Math.random, limits }: Run,
  clock: Clock,
): AsyncGenerator<RunEvent, Failure | undefined> {
  let number = 0
  for (const [index, step] of steps.entries()) {
    for (let retry = 0; ; retry += 1) {
      number += 1
      const { failure, hints, shown } = yield* once(step, { number, limits, signal, clock })
      if (!failure || shown) return failure
      const again = retry < step.built.numRetries && isRetryable(failure, hints)
      const next = index + 1 < steps.length && mayFallBack(failure)
      if (!again && !next) return failure
      const waitMs = again ? backoffMs(retry, hints, random()) : 0
      const why = again ? waitReason(hints.waitMs) : 'fallback'
      yield { type: 'retry', failure, waitMs, why, at: clock() }
      if (!(await wait(waitMs, signal))) return stopped
      if (!again) break
    }
  }
  return undefined
}

async function* once(step: ReadyStep, one: TryContext): AsyncGenerator<RunEvent, Outcome> {
  if (step.target) return yield* attempt(tryOf(step, step.target, one))
  const { built, omitted } = step
  const failure = yield* teach(built.body, { ...one, omitted })
  return { hints: {}, shown: failure === undefined, ...(failure ? { failure } : {}) }
}

function waitReason(hinted: number | undefined) {
  return hinted === undefined ? 'backoff' : 'retry-after'
}

const stopped: Failure = { kind: 'stopped', message: 'The run was stopped.' }

const tooLong: Failure = {
  kind: 'timeout',
  message: `The run took longer than ${totalMs / 60_000} minutes in all.`,
}
