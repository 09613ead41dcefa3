import type { AnySettings } from '#lib/parameters/descriptor.ts'
import {
  chooseBase,
  completionsUrl,
  keyHeader,
  plainHeaders,
  type AddressChoice,
} from '#lib/providers/address.ts'
import { providerIds, providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import type { Provider } from '#lib/providers/provider.ts'
import { keyMask, type Attempt } from '#lib/reply/attempt.ts'
import { buildRequest } from '#lib/request/body.ts'
import { checkRequest, type ParameterProblem, type Request } from '#lib/request/check.ts'
import { requestSteps } from '#lib/request/steps.ts'
import { fail, ok, type Result } from '#lib/result.ts'

/** One request to one model, as it goes over the wire. */
export interface ExportTarget {
  provider: Provider
  /** The whole address, query included. */
  url: string
  /** Names in lower case; a mask stands in place of the key. */
  headers: Readonly<Record<string, string>>
  /** The JSON object of the body, its keys in the order in which they are sent. */
  body: Readonly<Record<string, unknown>>
}

/** What there is to write as code: the request, and what is to happen around it. */
export interface ExportRequest extends ExportTarget {
  /** Seconds that one try may take, where that was set. */
  timeout?: number
  /** How often a failed try is repeated, where that was set. */
  numRetries?: number
  /** The requests to make instead, in order, where this one fails. */
  fallbacks: readonly ExportTarget[]
}

/** What is known of the way to one provider beside the settings. */
export interface Reach extends Omit<AddressChoice, 'apiBase'> {
  /** Whether a key for an address is at hand, so that a run would send one. */
  hasKey(url: URL): boolean
}

/**
 * The request that a run of these settings would send first, and its fallbacks. `origin` is the one
 * of the page, which is where the teaching model answers. The problems are those that stop a run.
 */
export function requestOf(
  settings: AnySettings,
  reachOf: (provider: ProviderId) => Reach,
  origin: string,
): Result<ExportRequest, ParameterProblem[]> {
  const checked = checkRequest(settings)
  const steps = checked.ok ? requestSteps(checked.value) : checked
  if (!steps.ok) return steps
  const targets: ExportTarget[] = []
  for (const { request } of steps.value) {
    const target = targetOf(request, reachOf(request.provider), origin)
    if (!target.ok) return target
    targets.push(target.value)
  }
  const [first, ...fallbacks] = targets
  // A request is its own first step.
  if (!first) return fail([])
  return ok({ ...first, ...patienceOf(first.provider, settings), fallbacks })
}

/**
 * The very request that one attempt sent, without the fallbacks of its run. `settings` are the run's.
 * Nothing where its provider is not known, or where its body is no JSON object.
 */
export function requestAsSent(
  { provider: id, request }: Pick<Attempt, 'provider' | 'request'>,
  settings: AnySettings,
  origin: string,
): ExportRequest | undefined {
  const known = providerIds.find((one) => one === id)
  const body = objectIn(request.body)
  if (!known || !body || !URL.canParse(request.url, origin)) return undefined
  const provider = providerOf(known)
  const { headers } = request
  const url = new URL(request.url, origin).href
  return { provider, url, headers, body, ...patienceOf(provider, settings), fallbacks: [] }
}

function targetOf(
  request: Request,
  { hasKey, ...reach }: Reach,
  origin: string,
): Result<ExportTarget, ParameterProblem[]> {
  const provider = providerOf(request.provider)
  const { body, apiBase, apiVersion } = buildRequest(request)
  if (provider.route === 'in-process') {
    const headers = { 'content-type': 'application/json' }
    return ok({ provider, url: `${origin}/v1/chat/completions`, headers, body })
  }
  const base = chooseBase(provider, { ...reach, apiBase })?.address.trim()
  if (base === undefined || !URL.canParse(base)) return fail([lacking(provider, base)])
  const { href } = new URL(base)
  const url = completionsUrl(href, provider, String(body.model), apiVersion)
  const key = provider.keyRequired || hasKey(new URL(href)) ? keyHeader(provider, keyMask) : {}
  return ok({ provider, url, headers: { ...plainHeaders(body.stream === true), ...key }, body })
}

function lacking({ title, endpoint, endpointExample }: Provider, base: string | undefined) {
  const example = endpointExample ?? endpoint
  const message =
    base === undefined
      ? `${title} needs an address, such as ${example}.`
      : `The address of ${title} is not one, such as ${example}.`
  return { parameter: 'endpoint', path: [], message }
}

/** Timeout and retries, where this side and not the provider looks after them. */
function patienceOf(provider: Provider, { timeout, num_retries: retries }: AnySettings) {
  if (provider.inBody.includes('timeout') || provider.route === 'in-process') return {}
  return {
    ...(typeof timeout === 'number' ? { timeout } : {}),
    ...(typeof retries === 'number' ? { numRetries: retries } : {}),
  }
}

function objectIn(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    // A JSON object, by these three tests.
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
