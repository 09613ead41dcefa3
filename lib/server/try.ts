import 'server-only'
import type { Dispatcher } from 'undici'
import type { Failure } from '#lib/result.ts'
import type { Clock } from './clock.ts'
import type { ReplyLimits } from './reply-text.ts'
import type { RetryHints } from './retries.ts'

/** What a try takes from the run around it. */
export interface TryContext {
  /** 1-based over the whole run. */
  number: number
  /** Limits other than the usual ones. */
  limits?: Partial<ReplyLimits> | undefined
  signal: AbortSignal
  clock: Clock
}

/** One try: what to send where, and under which limits. */
export interface Try extends TryContext {
  provider: string
  providerTitle: string
  model: string
  /** What was set for the first model but is not sent to this one. */
  omitted: readonly string[]
  url: string
  /** The header that carries the key; empty without one. */
  credential: Record<string, string>
  /** What must never be shown, whatever the provider answers. */
  secrets: readonly string[]
  body: Record<string, unknown>
  dispatcher?: Dispatcher | undefined
  /** Milliseconds for the whole try. */
  timeoutMs: number
}

/** How a try ended; `shown` says whether any of the reply had been passed on. */
export interface Outcome {
  failure?: Failure
  hints: RetryHints
  shown: boolean
}
