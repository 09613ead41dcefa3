import type { AttemptRecord } from '#lib/reply/reply.ts'

/** A stretch of one try, in milliseconds since the run began. */
export interface Phase {
  /** Until the first data (or the failure), from there to the end, and the pause before the next try. */
  kind: 'waiting' | 'reading' | 'pausing'
  from: number
  to: number
}

/** The stretches of a try in order; one that still goes on ends `now`. */
export function phasesOf(attempt: AttemptRecord, now: number): Phase[] {
  const { startedAt, firstByteAt, waitMs = 0 } = attempt
  const endedAt = attempt.endedAt ?? Math.max(now, startedAt)
  const phases: Phase[] = [{ kind: 'waiting', from: startedAt, to: firstByteAt ?? endedAt }]
  if (firstByteAt !== undefined) phases.push({ kind: 'reading', from: firstByteAt, to: endedAt })
  if (waitMs > 0) phases.push({ kind: 'pausing', from: endedAt, to: endedAt + waitMs })
  return phases
}
