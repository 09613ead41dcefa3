import { isParameterName } from '#lib/parameters/index.ts'
import type { Reply } from '#lib/reply/reply.ts'
import type { Failure } from '#lib/result.ts'

const titles: Record<Failure['kind'], string> = {
  invalid: 'The request was not accepted',
  forbidden: 'Nucleus refused this request',
  blocked: 'This address is not allowed',
  unreachable: 'No connection',
  timeout: 'It took too long',
  upstream: 'The provider answered with an error',
  interrupted: 'The reply broke off',
  stopped: 'Stopped',
  internal: 'Something went wrong in Nucleus',
}

/** What went wrong, in a few words: who refused what, or where nobody answered. */
export function titleOf(failure: Failure, provider: string, host: string | undefined): string {
  const { kind, status } = failure
  if (isRefusedKey(failure)) return `${provider} refused the key (${status})`
  if (kind === 'upstream' && status !== undefined && status >= 300)
    return `${provider} answered with an error (${status})`
  return kind === 'unreachable' && host ? `No connection to ${host}` : titles[kind]
}

/** The one thing to press: a way to the field that has to change, or to another run. */
export interface MainAction {
  label: string
  /** The parameter or field that it leads to; nothing where it runs again. */
  field?: string
}

/** What mends a failure most likely. `address` is the field from which the address came. */
export function mainAction(failure: Failure, address: 'api_base' | 'endpoint'): MainAction {
  const { kind, param } = failure
  if (param !== undefined && isParameterName(param)) return { label: `Show ${param}`, field: param }
  if (isRefusedKey(failure)) return { label: 'Enter a key', field: 'api_key' }
  if (kind === 'blocked') return { label: 'Change the address', field: address }
  return { label: kind === 'stopped' ? 'Run again' : 'Try again' }
}

/**
 * The small print under a failure: the provider's id of the request, how long the run took, and
 * whether retries were left over.
 */
export function footnote({ failure, endedAt, attempts }: Reply, retries: unknown): string {
  const id = failure?.requestId && `request ${failure.requestId}`
  const time = endedAt === undefined ? undefined : `${(endedAt / 1000).toFixed(2)} s`
  return [id, time, leftOver(failure, attempts.length - 1, retries)].filter(Boolean).join(', ')
}

/** A run that was stopped or broke off after its first token leaves retries over by its nature. */
function leftOver(failure: Failure | undefined, used: number, retries: unknown) {
  if (failure?.kind !== 'upstream' || typeof retries !== 'number' || used >= retries) return ''
  const left = retries - Math.max(0, used)
  const reason = failure.status === undefined ? '' : `: ${failure.status} is final`
  return `${left} ${left === 1 ? 'retry' : 'retries'} not used${reason}`
}

/** Not where a proxy passes on that its own key was refused further on, or blames a parameter. */
function isRefusedKey({ kind, status, code, message, param }: Failure): boolean {
  if (kind !== 'upstream' || param !== undefined || message.startsWith('litellm.')) return false
  return status === 401 || status === 403 || code === 'no_db_connection'
}
