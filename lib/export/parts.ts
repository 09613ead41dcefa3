import { keyMask } from '#lib/reply/attempt.ts'
import type { ExportTarget } from './request.ts'

const usualPath = '/chat/completions'

/** A request as a client library is told of it. */
export interface Parts {
  /** The address to which the library adds its path; for Azure deployments the resource. */
  base: string
  /** The name of Azure's deployment, as it stands in the address. */
  deployment?: string
  apiVersion?: string
  /** What else stands behind the question mark. */
  query: Record<string, string>
  /** The environment variable that holds the key; nothing where none is sent. */
  variable?: string
  /** Headers other than those that every client sends. */
  headers: Record<string, string>
}

/** Takes a request apart for a client library. */
export function partsOf(target: ExportTarget): Parts {
  const { provider, headers } = target
  const url = new URL(target.url)
  const query = Object.fromEntries(url.searchParams)
  const whole = `${url.origin}${url.pathname}`
  const path = provider.path?.replace('{model}', '([^/]+)')
  const found = path === undefined ? undefined : new RegExp(`^(.*)${path}$`).exec(whole)
  const deployment = found?.[2]
  const { 'api-version': version, ...rest } = query
  const own = deployment !== undefined && version !== undefined
  return {
    base: own ? (found?.[1] ?? '') : withoutEnd(whole, usualPath),
    ...(own ? { deployment, apiVersion: version } : {}),
    query: own ? rest : query,
    ...(keyIn(headers) ? { variable: keyVariableOf(target) } : {}),
    headers: Object.fromEntries(
      Object.entries(headers).filter(
        ([name, value]) => !['content-type', 'accept'].includes(name) && !value.endsWith(keyMask),
      ),
    ),
  }
}

/** The environment variable that holds a provider's key. */
export function keyVariableOf({ provider }: ExportTarget): string {
  return provider.keyVariable ?? 'API_KEY'
}

/** Whether a reply comes as a stream. */
export function isStreamed({ body }: ExportTarget): boolean {
  return body.stream === true
}

/** Whether the reply comes from the model inside Nucleus. */
export function isTeaching({ provider }: ExportTarget): boolean {
  return provider.route === 'in-process'
}

/** Parameters that the `openai` packages of Python and TypeScript take by name. */
export const openAiNames: ReadonlySet<string> = new Set(
  `model messages temperature top_p presence_penalty frequency_penalty seed stop n stream
  stream_options max_completion_tokens max_tokens logprobs top_logprobs logit_bias response_format
  reasoning_effort verbosity prediction tools tool_choice parallel_tool_calls user safety_identifier
  prompt_cache_key metadata store service_tier modalities audio web_search_options`.split(/\s+/),
)

/** What to say above code for the teaching model. */
export const teachingRemark = 'The teaching model of Nucleus: no key is needed while Nucleus runs.'

/** A body in two: what a library takes by name, in the order given, and what it does not know. */
export function splitBody(
  body: Readonly<Record<string, unknown>>,
  isKnown: (name: string, value: unknown) => boolean,
): [known: [string, unknown][], extra: Record<string, unknown>] {
  const entries = Object.entries(body)
  return [
    entries.filter(([name, value]) => isKnown(name, value)),
    Object.fromEntries(entries.filter(([name, value]) => !isKnown(name, value))),
  ]
}

function keyIn(headers: Readonly<Record<string, string>>): boolean {
  return Object.values(headers).some((value) => value.endsWith(keyMask))
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text
}
