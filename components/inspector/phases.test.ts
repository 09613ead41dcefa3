import { describe, expect, it } from 'vitest'
import { attemptOf } from '#lib/reply/fixtures/replies.ts'
import { phasesOf } from './phases.ts'

describe('phasesOf', () => {
  it('divides a try that was answered', () => {
    const attempt = { ...attemptOf({ startedAt: 10 }), firstByteAt: 40, endedAt: 100 }
    expect(phasesOf(attempt, 500)).toEqual([
      { kind: 'waiting', from: 10, to: 40 },
      { kind: 'reading', from: 40, to: 100 },
    ])
  })

  it('shows the pause after a try that failed', () => {
    const attempt = { ...attemptOf(), endedAt: 30, waitMs: 500 }
    expect(phasesOf(attempt, 600)).toEqual([
      { kind: 'waiting', from: 0, to: 30 },
      { kind: 'pausing', from: 30, to: 530 },
    ])
  })

  it('lets a try that goes on end now, and never before it began', () => {
    expect(phasesOf(attemptOf({ startedAt: 10 }), 25)).toEqual([
      { kind: 'waiting', from: 10, to: 25 },
    ])
    expect(phasesOf(attemptOf({ startedAt: 10 }), 5)[0]?.to).toBe(10)
  })
})
