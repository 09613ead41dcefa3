/** What an operation that can fail in an expected way returns: the value, or the reason. */
export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E }

/** A success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** An expected failure. */
export function fail<E>(error: E): { ok: false; error: E } {
  return { ok: false, error }
}

/**
 * What went wrong, by who can mend it:
 * - `invalid`: the request itself (a field, a body); nothing was sent.
 * - `forbidden`: Nucleus refused (host, origin, access token, credential bound elsewhere).
 * - `blocked`: the address guard refused the target.
 * - `unreachable`: no connection (refused, DNS, TLS, connect timeout).
 * - `timeout`: the deadline or the idle limit passed.
 * - `upstream`: the provider answered with an error status or an in-band error.
 * - `interrupted`: the connection ended before the reply was complete.
 * - `stopped`: the person pressed Stop or closed the page.
 * - `internal`: a fault of ours.
 */
export type FailureKind =
  | 'invalid'
  | 'forbidden'
  | 'blocked'
  | 'unreachable'
  | 'timeout'
  | 'upstream'
  | 'interrupted'
  | 'stopped'
  | 'internal'

/** A failure that can be shown to a person; plain data, so that it survives serialisation. */
export interface Failure {
  kind: FailureKind
  /** One sentence, no secrets. */
  message: string
  /** HTTP status of the upstream, where there was one. */
  status?: number | undefined
  /** The provider's own error code or type, as sent. */
  code?: string | undefined
  /** The wire name of the parameter at fault, where known. */
  param?: string | undefined
  /** The upstream's id of the request, for its support. */
  requestId?: string | undefined
  /** Milliseconds after which the upstream says that another try is worth it. */
  retryAfterMs?: number | undefined
  /** What to do next, one step each. */
  steps?: string[] | undefined
  /** The raw upstream body, scrubbed and capped, for "Show response". */
  body?: string | undefined
}
