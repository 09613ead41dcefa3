import 'server-only'
import type { Connection, RunRequest } from '#lib/request/envelope.ts'
import type { Step } from '#lib/request/steps.ts'
import type { pause } from './clock.ts'
import type { Env } from './env.ts'
import type { GateContext } from './gate.ts'
import type { ReplyLimits } from './reply-text.ts'

/** One run: checked steps, what the person said about their targets, and a way to stop it. */
export interface Run extends Connection, Pick<RunRequest, 'connections'> {
  /** The request itself first, then its fallbacks in order. */
  steps: readonly Step[]
  env: Env
  gate: GateContext
  signal: AbortSignal
  /** Limits other than the usual ones. */
  limits?: Partial<ReplyLimits> | undefined
  /** Waits before a retry; true when the whole time passed, false when the signal aborted. */
  wait?: typeof pause | undefined
  /** Gives numbers in [0, 1), for the jitter of retries. */
  random?: (() => number) | undefined
}
