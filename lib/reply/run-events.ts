import type { Failure } from '#lib/result.ts'
import type { Attempt, WaitReason } from './attempt.ts'
import type { PackedReply } from './packed-reply.ts'

export { keyMask, type Attempt, type SentRequest, type WaitReason } from './attempt.ts'

/**
 * What a run tells, in this order: one or more attempts (each `attempt`, perhaps `response`,
 * perhaps `retry`), then chunks, or parts and one completion, perhaps a failure, and always `end`.
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
  /** A piece of the text of a very long whole reply; its last one comes as `completion`. */
  | { type: 'part'; data: string; at: number }
  /**
   * A whole JSON reply (Stream off): the text of one `chat.completion`, or the rest of it after its
   * parts. `read` is what another thread of the browser has read in the text; never sent.
   */
  | { type: 'completion'; data: string; at: number; read?: PackedReply }
  | { type: 'failure'; failure: Failure; at: number }
  | { type: 'end'; at: number }
