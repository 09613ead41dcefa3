import { describe, expect, it } from 'vitest'
import type { ProviderId } from '#lib/providers/ids.ts'
import { newRecord } from '#components/run/new-record.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { replyBasisOf } from './record-basis.ts'

function runOf(provider: ProviderId, settings: RunRecord['settings']): RunRecord {
  const run = newRecord(settings, 'run', 1)
  run.reply.attempts.push({
    number: 1,
    provider,
    model: 'm',
    startedAt: 0,
    request: { method: 'POST', url: '', headers: {}, body: '' },
    omitted: [],
  })
  return run
}

const settings = { temperature: 0.7, presence_penalty: 1, frequency_penalty: -0.5 }

describe('what is in a record already', () => {
  it('is nothing where it is raw, or taken for raw', () => {
    for (const [provider, basis] of [
      ['vllm', 'raw'],
      ['vllm', 'unknown'],
      ['teaching', 'raw'],
    ] as const) {
      expect(replyBasisOf(runOf(provider, settings), basis)).toEqual({
        temperature: 1,
        presence_penalty: 0,
        frequency_penalty: 0,
      })
    }
  })

  it('is the run’s temperature and penalties where it is scaled', () => {
    expect(replyBasisOf(runOf('openai_compatible', settings), 'scaled')).toEqual(settings)
    const greedy = runOf('openai_compatible', { temperature: 0 })
    expect(replyBasisOf(greedy, 'scaled').temperature).toBe(1)
  })
})
