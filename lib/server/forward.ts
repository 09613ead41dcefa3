import 'server-only'
import type { RunEvent } from '#lib/reply/run-events.ts'
import { completionsUrl, keyHeader } from '#lib/providers/address.ts'
import { buildRequest, type BuiltRequest } from '#lib/request/body.ts'
import type { Request } from '#lib/request/check.ts'
import { fallbackChain, type FallbackTarget } from '#lib/request/fallbacks.ts'
import { safeMerge } from '#lib/request/forbidden-keys.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import type { Failure } from '#lib/result.ts'
import { attempt, type Try } from './attempt.ts'
import { pause, startClock, type Clock } from './clock.ts'
import type { Env } from './env.ts'
import type { GateContext } from './gate.ts'
import { guardedDispatcher } from './guard/dispatcher.ts'
import type { ReplyLimits } from './reply-text.ts'
import { backoffMs, isRetryable, mayFallBack } from './retries.ts'
import { resolveTarget, type Target } from './target.ts'
import { teach } from './teaching.ts'

/** One run: a checked request, what the person said about the target, and a way to stop it. */
export interface Run {
  request: Request
  endpoint?: string | undefined
  credential?: { key: string; origin: string } | undefined
  env: Env
  gate: GateContext
  signal: AbortSignal
  /** Limits other than the usual ones. */
  limits?: Partial<ReplyLimits> | undefined
  /** Waits before a retry; true when the whole time passed, false when the signal aborted. */
  wait?: typeof pause | undefined
  /** Gives numbers in [0, 1), for the jitter of retries. */
  random?: (() => number) | undefined
}

/** Seconds that one try may take where the request names none. */
const defaultTimeout = 600

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

async function* carry(run: Run, clock: Clock): AsyncGenerator<RunEvent, Failure | undefined> {
  const built = buildRequest(run.request)
  if (providerOf(run.request.provider).route === 'in-process')
    return yield* teach(built.body, run.signal, clock)
  const target = resolveTarget(
    {
      provider: run.request.provider,
      endpoint: run.endpoint,
      apiBase: built.apiBase,
      credential: run.credential,
    },
    run.env,
    run.gate,
  )
  return target.ok ? yield* attempts(run, built, target.value, clock) : target.error
}

/** Tries the model, its retries, and then each fallback, until one answers or none is left. */
async function* attempts(
  run: Run,
  built: BuiltRequest,
  target: Target,
  clock: Clock,
): AsyncGenerator<RunEvent, Failure | undefined> {
  const chain = fallbackChain(String(built.body.model), built.fallbacks)
  const steps: (FallbackTarget | undefined)[] = [undefined, ...chain]
  let number = 0
  for (const [index, step] of steps.entries()) {
    const body = step ? safeMerge(built.body, step) : built.body
    for (let retry = 0; ; retry += 1) {
      number += 1
      const outcome = yield* attempt(tryOf(run, built, target, clock, body, number))
      const { failure } = outcome
      if (!failure || outcome.shown) return failure
      const again = retry < built.numRetries && isRetryable(failure, outcome.hints)
      const next = index + 1 < steps.length && mayFallBack(failure)
      if (!again && !next) return failure
      const waitMs = again ? backoffMs(retry, outcome.hints, (run.random ?? Math.random)()) : 0
      yield { type: 'retry', failure, waitMs, at: clock() }
      if (!(await (run.wait ?? pause)(waitMs, run.signal))) return stopped
      if (!again) break
    }
  }
  return undefined
}

const stopped: Failure = { kind: 'stopped', message: 'The run was stopped.' }

function tryOf(
  run: Run,
  built: BuiltRequest,
  target: Target,
  clock: Clock,
  body: Record<string, unknown>,
  number: number,
): Try {
  const provider = providerOf(run.request.provider)
  const model = String(body.model)
  return {
    number,
    provider: provider.id,
    providerTitle: provider.title,
    model,
    url: completionsUrl(target.base.href, provider, model, built.apiVersion),
    credential: target.key === undefined ? {} : keyHeader(provider, target.key),
    secrets: target.key === undefined ? [] : [target.key],
    body,
    dispatcher: target.policy ? guardedDispatcher(target.policy) : undefined,
    timeoutMs: (built.timeout ?? defaultTimeout) * 1000,
    limits: run.limits,
    signal: run.signal,
    clock,
  }
}
