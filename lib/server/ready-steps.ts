import 'server-only'
import { completionsUrl, keyHeader } from '#lib/providers/address.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import type { Provider } from '#lib/providers/provider.ts'
import { buildRequest, type BuiltRequest } from '#lib/request/body.ts'
import type { Connection } from '#lib/request/envelope.ts'
import type { Step } from '#lib/request/steps.ts'
import { ok, type Failure, type Result } from '#lib/result.ts'
import { guardedDispatcher } from './guard/dispatcher.ts'
import type { Run } from './run.ts'
import { resolveTarget, type Target } from './target.ts'
import type { Try, TryContext } from './try.ts'

/** One step with all that it takes to send it. */
export interface ReadyStep {
  provider: Provider
  built: BuiltRequest
  omitted: readonly string[]
  /** Where it goes; nothing for the model in this process. */
  target: Target | undefined
}

/** Seconds that one try may take where the request names none. */
const defaultTimeout = 600

/** Finds the address and the key of every step, or says why one of them cannot be sent. */
export function prepareSteps(run: Run): Result<ReadyStep[], Failure> {
  const ready: ReadyStep[] = []
  for (const step of run.steps) {
    const one = prepare(run, step)
    if (!one.ok) return one
    ready.push(one.value)
  }
  return ok(ready)
}

function prepare(run: Run, { request, omitted }: Step): Result<ReadyStep, Failure> {
  const provider = providerOf(request.provider)
  const built = buildRequest(request)
  if (provider.route === 'in-process') return ok({ provider, built, omitted, target: undefined })
  const target = resolveTarget(
    { provider: request.provider, apiBase: built.apiBase, ...connectionOf(run, request.provider) },
    run.env,
    run.gate,
  )
  return target.ok ? ok({ provider, built, omitted, target: target.value }) : target
}

/** The first step's address and key are its own; those of other providers stand beside them. */
function connectionOf(run: Run, provider: Step['request']['provider']): Connection {
  if (provider !== run.steps[0]?.request.provider) return run.connections?.[provider] ?? {}
  return { endpoint: run.endpoint, credential: run.credential }
}

/** One try of a step. */
export function tryOf(
  { provider, built, omitted }: ReadyStep,
  target: Target,
  one: TryContext,
): Try {
  const model = String(built.body.model)
  return {
    ...one,
    provider: provider.id,
    providerTitle: provider.title,
    model,
    omitted,
    url: completionsUrl(target.base.href, provider, model, built.apiVersion),
    credential: target.key === undefined ? {} : keyHeader(provider, target.key),
    secrets: target.key === undefined ? [] : [target.key],
    body: built.body,
    dispatcher: target.policy ? guardedDispatcher(target.policy) : undefined,
    timeoutMs: (built.timeout ?? defaultTimeout) * 1000,
  }
}
