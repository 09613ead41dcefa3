import 'server-only'
import { parameterAtFault } from '#lib/request/parameter-at-fault.ts'
import type { Failure } from '#lib/result.ts'
import { scrubSecrets } from './scrub.ts'

/** Most characters of an upstream's error body that are kept for "Show response". */
const mostBodyCharacters = 8_000

interface ErrorFields {
  message?: unknown
  code?: unknown
  type?: unknown
  param?: unknown
}

/** Errors of a LiteLLM proxy that mean something else than their status says. */
const proxyAdvice: readonly { says: RegExp; param?: string; steps: string[] }[] = [
  {
    says: /api_base is not allowed in request body/i,
    param: 'api_base',
    steps: [
      'Reset API base; the proxy knows the addresses of its models.',
      'Or have its operator set allow_client_side_credentials in general_settings.',
    ],
  },
  {
    says: /^litellm\.(Authentication|PermissionDenied)Error/,
    steps: [
      'The provider behind the proxy refused the proxy’s own key.',
      'Have its operator mend the key of this deployment, or choose another model.',
    ],
  },
  {
    says: /\bno_db_connection\b/,
    steps: ['Check the key for the proxy under Model & provider.', 'Run again.'],
  },
]

/** The failure that an error answer stands for, in plain words, without the secrets. */
export function upstreamFailure(
  status: number,
  body: string,
  provider: string,
  secrets: readonly string[],
): Failure {
  const fields = errorFields(body)
  const clean = (value: unknown) => scrubbed(text(value), secrets)
  const title = clean(titleOf(body))
  const plain = `${provider} answered with status ${status}${title ? `: ${title}` : '.'}`
  const message = clean(fields.message) ?? plain
  const code = clean(fields.code) ?? clean(fields.type)
  const isFault = status === 400 || status === 422
  const advice = proxyAdvice.find(({ says }) => says.test(`${message} ${code ?? ''}`))
  const param = advice?.param ?? parameterAtFault(clean(fields.param), isFault ? message : '')
  const shown = isMarkup(body) ? '' : scrubSecrets(body, secrets).slice(0, mostBodyCharacters)
  return {
    kind: 'upstream',
    message: message.slice(0, 2000),
    status,
    // Scrubbed before it is cut: half a key at the edge would no longer be recognised.
    ...(shown ? { body: shown } : {}),
    steps: advice?.steps ?? stepsFor(status, provider),
    ...(code ? { code } : {}),
    ...(param ? { param } : {}),
  }
}

/** The failure inside a stream's data, where it is one: `{"error": …}` instead of a chunk. */
export function inBandFailure(
  data: string,
  provider: string,
  secrets: readonly string[],
  event?: string,
): Failure | undefined {
  if (event === 'error') return upstreamFailure(500, data, provider, secrets)
  if (!data.includes('"error"')) return undefined
  const parsed = parse(data)
  if (typeof parsed !== 'object' || parsed === null || !('error' in parsed)) return undefined
  if (parsed.error === null || 'choices' in parsed) return undefined
  const status = Number(errorFields(data).code)
  return upstreamFailure(status >= 400 && status < 600 ? status : 500, data, provider, secrets)
}

/** The failure of an answer with a good status that holds no chat completion. */
export function unusableReply(
  status: number,
  body: string,
  provider: string,
  secrets: readonly string[],
): Failure {
  const title = scrubbed(titleOf(body), secrets)
  const what = body.trim() === '' ? 'an empty reply' : 'something other than a chat completion'
  const shown = isMarkup(body) ? '' : scrubSecrets(body, secrets).slice(0, mostBodyCharacters)
  return {
    kind: 'upstream',
    status,
    code: body.trim() === '' ? 'empty_reply' : 'not_a_completion',
    message: `${provider} sent ${what}${title ? `: ${title}` : '.'}`,
    steps: ['Check that the address is that of an OpenAI-compatible API.', 'Run again.'],
    ...(shown ? { body: shown } : {}),
  }
}

function isMarkup(body: string): boolean {
  return /^\s*</.test(body)
}

/** The title of an HTML page, the only part of one that is shown. */
function titleOf(body: string): string | undefined {
  if (!isMarkup(body)) return undefined
  return /<title[^>]{0,200}>([^<]{1,200})/i.exec(body)?.[1]?.trim()
}

function scrubbed(said: string | undefined, secrets: readonly string[]): string | undefined {
  return said === undefined ? undefined : scrubSecrets(said, secrets)
}

function errorFields(body: string): ErrorFields {
  const parsed = parse(body)
  if (typeof parsed !== 'object' || parsed === null) return {}
  const error = 'error' in parsed ? parsed.error : parsed
  if (typeof error === 'string') return { ...parsed, message: error }
  return typeof error === 'object' && error !== null ? error : {}
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value !== 'None' ? value : undefined
}

function stepsFor(status: number, provider: string): string[] {
  if (status === 401 || status === 403) {
    return [`Check the key for ${provider} under Model & provider.`, 'Run again.']
  }
  if (status === 404) return ['Check the model’s id and the address.', 'Run again.']
  if (status === 429) return ['Wait a moment, or set Retries under Routing.', 'Run again.']
  if (status === 400 || status === 422)
    return ['Change or reset the parameter that the message names.', 'Run again.']
  return status >= 500
    ? [`${provider} has a problem of its own: run again, or set Retries or Fallbacks.`]
    : []
}
