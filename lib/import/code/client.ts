import type { FoundRequest } from '../found.ts'
import { isObject } from '../found.ts'
import type { Call, Program } from './node.ts'
import { objectOf, resolve, unread, type Scope } from './resolve.ts'

const clientName = /(?:^|\.)(?:Async)?(?:Azure)?OpenAI$/

/** Where a program's OpenAI client goes: `OpenAI(base_url=…)`, `new OpenAI({ baseURL: … })`. */
export function clientOf(program: Program, scope: Scope): Partial<FoundRequest> {
  const call = program.calls.find(({ path }) => clientName.test(path))
  const base = text(program.assigned.get('openai.api_base') && valueAt('openai.api_base', scope))
  if (!call) return base === undefined ? {} : { apiBase: base }
  const options = optionsOf(call, scope)
  const apiBase = text(
    options.base_url ?? options.baseURL ?? options.azure_endpoint ?? options.endpoint,
  )
  const query = options.default_query ?? options.defaultQuery
  const queried = isObject(query) ? query['api-version'] : undefined
  const apiVersion = text(options.api_version ?? options.apiVersion ?? queried)
  const usual = call.path.includes('Azure') ? 'azure' : 'openai'
  const patience = patienceOf(options)
  return {
    ...(Object.keys(patience).length === 0 ? {} : { beside: patience }),
    ...(apiBase === undefined ? {} : { apiBase }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(apiBase !== undefined && usual === 'openai' ? {} : { provider: usual }),
  }
}

function valueAt(path: string, scope: Scope): unknown {
  return resolve({ kind: 'path', path }, scope, '')
}

/** What a client is given, read without a word about what cannot be: its key is nobody's business. */
function optionsOf(call: Call, scope: Scope): Record<string, unknown> {
  const silent = { ...scope, notes: [] }
  const first = call.args[0] ? resolve(call.args[0], silent, '') : unread
  return { ...(isObject(first) ? first : {}), ...objectOf(call.named, silent, '') }
}

/** How long a client waits and how often it repeats; the one of JavaScript counts milliseconds. */
function patienceOf(options: Record<string, unknown>): Record<string, unknown> {
  const { timeout, max_retries: python, maxRetries: script } = options
  const seconds = 'apiKey' in options || 'baseURL' in options || 'maxRetries' in options ? 1000 : 1
  const retries = python ?? script
  return {
    ...(typeof timeout === 'number' ? { timeout: timeout / seconds } : {}),
    ...(typeof retries === 'number' ? { num_retries: retries } : {}),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
