import type { Failure } from '#lib/result.ts'

/** One try at one target, as the attempt log shows it. Times are milliseconds since the run began. */
export interface Attempt {
  /** 1-based over the whole run, retries and fallbacks together. */
  number: number
  /** Provider id of the target, such as `openai`. */
  provider: string
  /** The model asked for in this try. */
  model: string
  /** What was set for the first model but is not sent to this one, by wire name. */
  omitted: readonly string[]
  /** Method, address without credentials, headers with keys masked, and the exact JSON sent. */
  request: SentRequest
  startedAt: number
}

/** What stands in a header in place of a key. */
export const keyMask = '••••'

/** The request as it left for the provider; the key is never part of it. */
export interface SentRequest {
  method: 'POST'
  url: string
  /** Header names in lower case; a credential's value is replaced by a mask. */
  headers: Record<string, string>
  /** The JSON text of the body, byte for byte. */
  body: string
}

/**
 * Why the next try comes when it comes: the provider named the time, it is Nucleus's own growing
 * delay, or the next model is tried at once.
 */
export type WaitReason = 'retry-after' | 'backoff' | 'fallback'

/**
 * What a run tells, in this order: one or more attempts (each `attempt`, perhaps `response`,
 * perhaps `retry`), then chunks or one completion, perhaps a failure, and always `end`.
 * Both transports carry the same events.
 */
export type RunEvent =
  | { type: 'attempt'; attempt: Attempt }
  /** The upstream answered with a status; headers in lower case, cookies and credentials left out. */
  | { type: 'response'; status: number; headers: Record<string, string>; at: number }
  /** The try failed and another follows after `waitMs`, on the same or on the next model. */
  | { type: 'retry'; failure: Failure; waitMs: number; why: WaitReason; at: number }
  /** The data of one server-sent event: the JSON text of one `chat.completion.chunk`. */
  | { type: 'chunk'; data: string; at: number }
  /** A whole JSON reply (Stream off): the text of one `chat.completion`. */
  | { type: 'completion'; data: string; at: number }
  | { type: 'failure'; failure: Failure; at: number }
  | { type: 'end'; at: number }
