import 'server-only'
import type { Connection, RunRequest } from '#lib/request/envelope.ts'
import type { Step } from '#lib/request/steps.ts'
import type { Env } from './env.ts'
import type { GateContext } from './gate.ts'

/** One run: checked steps, what the person said about their targets, and a way to stop it. */
export interface Run extends Connection, Pick<RunRequest, 'connections'> {
  /** The request itself first, then its fallbacks in order. */
  steps: readonly Step[]
  env: Env
  gate: GateContext
  signal: AbortSignal
}
