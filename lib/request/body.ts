import type { Destination } from '#lib/parameters/descriptor.ts'
import { setParameters } from '#lib/parameters/index.ts'
import { sentAnyway, unavailable } from '#lib/providers/availability.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import type { Provider } from '#lib/providers/provider.ts'
import type { Request } from './check.ts'
import { safeMerge } from './forbidden-keys.ts'
import { inProviderForm } from './provider-form.ts'
import { fallbackTargets } from './steps.ts'
import { withVariables } from './variables.ts'

/** A request, sorted by where its values go. */
export interface BuiltRequest {
  /** The JSON body, in the registry's order, additional parameters last. */
  body: Record<string, unknown>
  /** The address that replaces the provider's own. */
  apiBase?: string
  apiVersion?: string
  /** How often a failed try is repeated; 0 where another party does it. */
  numRetries: number
  /** Seconds that one try may take. */
  timeout?: number
}

/** Sorts the values of a checked request into body, address and router, as its provider takes them. */
export function buildRequest(request: Request): BuiltRequest {
  const provider = providerOf(request.provider)
  const anyway = sentAnyway(request)
  const placed: Record<Destination, Record<string, unknown>> = {
    body: {},
    target: {},
    router: {},
    rules: {},
  }
  for (const [{ name, to }, value] of setParameters(request)) {
    if (unavailable(request.provider, name, anyway) || name === 'extra_body') continue
    const destination = provider.inBody.includes(name) ? 'body' : to
    placed[destination][name] = asSent(request, name, value)
  }
  const { api_base: apiBase, api_version: apiVersion } = placed.target as Settled
  const { num_retries: numRetries, timeout } = placed.router as Settled
  return {
    body: withExtraBody(provider, inProviderForm(provider, placed.body), request.extra_body),
    numRetries: numRetries ?? 0,
    ...(apiBase === undefined ? {} : { apiBase }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(timeout === undefined ? {} : { timeout }),
  }
}

/** The value of a parameter as it goes out: messages with their variables filled in, fallbacks plain. */
function asSent(request: Request, name: string, value: unknown): unknown {
  if (name === 'messages') return withVariables(request.messages, request.variables)
  return name === 'fallbacks' ? plainFallbacks(request) : value
}

/**
 * Fallbacks as a LiteLLM proxy understands them: a plain list for this very model, since a proxy
 * reads one key of a mapping only and never matches a wildcard. Where none applies, as written.
 */
function plainFallbacks(request: Request): Request['fallbacks'] {
  const targets = fallbackTargets(request)
  if (targets.length === 0) return request.fallbacks
  const plain = targets.every((target) => Object.keys(target).length === 1)
  return plain ? targets.map(({ model }) => model) : targets
}

/** The values of a checked request keep their types wherever they are placed. */
type Settled = Pick<Request, 'api_base' | 'api_version' | 'num_retries' | 'timeout'>

function withExtraBody(
  provider: Provider,
  body: Record<string, unknown>,
  extra: Request['extra_body'],
): Record<string, unknown> {
  if (!extra) return body
  return provider.extraBody === 'key' ? { ...body, extra_body: extra } : safeMerge(body, extra)
}
