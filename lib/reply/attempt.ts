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
