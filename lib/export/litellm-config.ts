import { liteLlmCall } from './litellm-route.ts'
import { isStreamed, isTeaching, teachingRemark } from './parts.ts'
import { isObject } from './quote/layout.ts'
import { jsonForTerminal, word } from './quote/posix.ts'
import { yamlEntry } from './quote/yaml.ts'
import type { ExportRequest, ExportTarget } from './request.ts'

/** What a call says for itself; it is no default of a model. */
const ofTheCall = new Set(['messages', 'stream', 'stream_options'])

/** What the router of the proxy does, where the request asks another proxy for it. */
const ofTheRouter = ['num_retries', 'timeout', 'fallbacks'] as const

/** A model of the proxy: its name for callers, and what LiteLLM sends for it. */
interface Entry {
  name: string
  params: Record<string, unknown>
  /** Parameters that cannot be written down. */
  leftOut: string[]
}

/** A `config.yaml` for a LiteLLM proxy that has the request's parameters as defaults of its model. */
export function writeLiteLlmConfig(request: ExportRequest): string {
  const entries: Entry[] = []
  for (const target of [request, ...routedFallbacks(request)])
    entries.push(entryOf(target, entries))
  const [first, ...others] = entries
  const name = first?.name ?? ''
  const settings = routerSettings(
    request,
    name,
    others.map((entry) => entry.name),
  )
  const list = entries.map(({ name: model_name, params }) => ({
    model_name,
    litellm_params: params,
  }))
  const leftOut = [...new Set(entries.flatMap((entry) => entry.leftOut))]
  return [
    ...(isTeaching(request) ? [`# ${teachingRemark}`] : []),
    '# LITELLM_MASTER_KEY is a key of your own for callers of the proxy, beginning with sk-.',
    '# litellm --config config.yaml starts the proxy. Then, in a shell:',
    ...usage(request, name).map((line) => `#   ${line}`),
    ...(leftOut.length > 0
      ? [`# Left out, since LiteLLM would put a variable in its place: ${leftOut.join(', ')}.`]
      : []),
    ...yamlEntry('model_list', list, 0),
    ...(Object.keys(settings).length > 0 ? yamlEntry('router_settings', settings, 0) : []),
    // The proxy does not start without one.
    ...yamlEntry('general_settings', { master_key: 'os.environ/LITELLM_MASTER_KEY' }, 0),
    '',
  ].join('\n')
}

function usage({ body, ...request }: ExportRequest, name: string): string[] {
  const call = {
    model: name,
    messages: body.messages,
    ...(isStreamed({ ...request, body }) ? { stream: true } : {}),
    ...(body.stream_options === undefined ? {} : { stream_options: body.stream_options }),
  }
  return [
    "curl 'http://127.0.0.1:4000/v1/chat/completions' \\",
    "  -H 'content-type: application/json' \\",
    '  -H "authorization: Bearer $LITELLM_MASTER_KEY" \\',
    `  --data-raw ${word(jsonForTerminal(JSON.stringify(call)))}`,
  ]
}

function entryOf(target: ExportTarget, before: readonly Entry[]): Entry {
  const { body } = target
  const own = asksProxy(target)
    ? without(body, (name) => ofTheRouter.some((one) => one === name))
    : body
  const call = liteLlmCall({ ...target, body: own })
  const defaults: Record<string, unknown> = {
    ...without(Object.fromEntries(call.named), (name) => ofTheCall.has(name)),
    ...(Object.keys(call.extra).length > 0 ? { extra_body: call.extra } : {}),
  }
  const leftOut = Object.keys(defaults).filter((name) => namesVariable(defaults[name]))
  return {
    name: freeName(String(body.model), before),
    params: {
      model: call.model,
      ...(call.apiBase === undefined ? {} : { api_base: call.apiBase }),
      ...(call.apiVersion === undefined ? {} : { api_version: call.apiVersion }),
      api_key: call.variable === undefined ? 'none' : `os.environ/${call.variable}`,
      ...(Object.keys(call.headers).length > 0 ? { extra_headers: call.headers } : {}),
      ...without(defaults, (name) => leftOut.includes(name)),
    },
    leftOut,
  }
}

/** LiteLLM reads such a text as the value of a variable, which then would leave with the request. */
function namesVariable(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('os.environ/')
  if (Array.isArray(value)) return value.some(namesVariable)
  return isObject(value) && Object.values(value).some(namesVariable)
}

function freeName(wanted: string, before: readonly Entry[]): string {
  const isTaken = (name: string) => before.some((entry) => entry.name === name)
  let name = wanted
  for (let number = 2; isTaken(name); number += 1) name = `${wanted}-${number}`
  return name
}

/** The request's fallbacks; those that it hands to a proxy are models of that proxy. */
function routedFallbacks(request: ExportRequest): ExportTarget[] {
  const inBody = asksProxy(request) ? request.body.fallbacks : undefined
  if (!Array.isArray(inBody)) return [...request.fallbacks]
  return inBody.flatMap((item: unknown) => {
    const change = typeof item === 'string' ? { model: item } : item
    const isCall = isObject(change) && typeof change.model === 'string'
    return isCall ? [{ ...request, body: { ...request.body, ...change } }] : []
  })
}

function routerSettings(
  request: ExportRequest,
  name: string,
  others: readonly string[],
): Record<string, unknown> {
  const { body } = request
  const { timeout, numRetries } = asksProxy(request)
    ? { timeout: body.timeout, numRetries: body.num_retries }
    : request
  return {
    ...(numRetries === undefined ? {} : { num_retries: numRetries }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(others.length > 0 ? { fallbacks: [{ [name]: others }] } : {}),
  }
}

function asksProxy({ provider }: ExportTarget): boolean {
  return provider.route === 'proxy'
}

function without(
  object: Readonly<Record<string, unknown>>,
  isOut: (name: string) => boolean,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !isOut(name)))
}
