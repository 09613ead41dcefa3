import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replyTo } from '#lib/reply/fixtures/replies.ts'
import { recordedRunOf } from '#lib/preset/recorded-run.ts'
import { starter } from '#lib/preset/starter.ts'
import { historyText, readHistory } from './history-file.ts'
import { historyLimits, limitsWithin, overLimits } from './limits.ts'
import { isWithin, summaryOf, type RunSummary } from './summary.ts'

const logprobs = {
  content: [
    { token: 'Rain', logprob: -Math.LN2 },
    { token: ' falls', logprob: -3 * Math.LN2 },
  ],
}
const reply = replyTo({
  model: 'gpt-4o-2024',
  choices: [{ message: { content: 'Rain falls' }, logprobs, finish_reason: 'length' }],
})
const about = { id: 'r1', at: 1000, bytes: 5000, presetName: 'Weather Lab' }
const summary = summaryOf({ settings: { ...starter, temperature: 0.4 }, reply }, about)

describe('the summary of a run', () => {
  it('says what it was about and how it came out', () => {
    expect(summary).toMatchObject({
      ...about,
      provider: 'teaching',
      model: 'gpt-4o-2024',
      temperature: 0.4,
      prompt: 'Tell me about rain.',
      opening: 'Rain falls',
      choices: 1,
      tokens: 2,
      meanBits: 2,
      finishReason: 'length',
      failed: false,
      isBranch: false,
      pinned: false,
    })
  })

  it('of a failed run has the failure in place of a reply', () => {
    const failed = replyTo({ choices: [] }, { failure: { kind: 'upstream', message: 'Too many.' } })
    expect(summaryOf({ settings: starter, reply: failed }, about)).toMatchObject({
      failed: true,
      opening: 'Too many.',
      tokens: 0,
    })
  })

  it.each<[Parameters<typeof isWithin>[1], boolean]>([
    [{ text: '', model: '', only: 'all' }, true],
    [{ text: 'RAIN weather', model: '', only: 'all' }, true],
    [{ text: 'rain snow', model: '', only: 'all' }, false],
    [{ text: 'gpt-4o', model: 'gpt-4o-2024', only: 'logprobs' }, true],
    [{ text: '', model: 'other', only: 'all' }, false],
    [{ text: '', model: '', only: 'pinned' }, false],
    [{ text: '', model: '', only: 'failed' }, false],
  ])('is found by %j: %s', (filter, found) => {
    expect(isWithin(summary, filter)).toBe(found)
  })
})

describe('the limits of a history', () => {
  const run = fc.record({ at: fc.nat(1000), bytes: fc.nat(1000), pinned: fc.boolean() })

  it('let the oldest go that are not pinned, and no more than they have to', () => {
    fc.assert(
      fc.property(
        fc.array(run, { maxLength: 30 }),
        fc.nat(20),
        fc.nat(8000),
        (all, runs, bytes) => {
          const summaries: RunSummary[] = all.map((one, at) => ({
            ...summary,
            ...one,
            id: `r${at}`,
          }))
          const gone = new Set(overLimits(summaries, { runs, bytes }))
          const kept = summaries.filter(({ id }) => !gone.has(id))
          const loose = kept.filter(({ pinned }) => !pinned)
          const sum = kept.reduce((total, one) => total + one.bytes, 0)
          expect(summaries.filter(({ id, pinned }) => pinned && gone.has(id))).toEqual([])
          expect(loose.length === 0 || (kept.length <= runs && sum <= bytes)).toBe(true)
          const youngestGone = Math.max(
            ...summaries.filter(({ id }) => gone.has(id)).map(({ at }) => at),
          )
          expect(loose.every(({ at }) => at >= youngestGone)).toBe(true)
        },
      ),
    )
  })

  it('are never more than half of what the browser grants', () => {
    expect(limitsWithin(undefined)).toEqual(historyLimits)
    expect(limitsWithin(1_000_000).bytes).toBe(500_000)
    expect(limitsWithin(1e12)).toEqual(historyLimits)
  })
})

describe('a history file', () => {
  const run = recordedRunOf({ settings: { ...starter, seed: 7 }, reply }, 123)

  it('comes back as it was saved', () => {
    const filed = [
      {
        run,
        id: '7d9f2b0e-53a1-4c1e-9a55-0c8f6c1f2a3b',
        presetName: 'Weather Lab',
        pinned: true,
      },
      { run, failure: 'Too many requests.' },
    ]
    expect(readHistory(historyText(filed))).toEqual({
      ok: true,
      value: { runs: filed, unreadable: 0 },
    })
  })

  it('keeps what is sound of it, and never a credential', () => {
    const text = JSON.stringify({
      nucleus: 'history',
      version: 1,
      runs: [
        7,
        { settings: {} },
        {
          settings: { api_key: 'sk-1', seed: 1, extra_body: { token: 'x', api_key: 'sk-2' } },
          completion: { choices: [] },
        },
      ],
    })
    expect(readHistory(text)).toMatchObject({
      ok: true,
      value: { unreadable: 2, runs: [{ run: { settings: { seed: 1 } } }] },
    })
    expect(JSON.stringify(readHistory(text))).not.toContain('sk-')
  })

  it.each(['', '{', '[]', '{"nucleus":"preset"}', '{"nucleus":"history","version":2,"runs":[]}'])(
    'is refused where it is none: %j',
    (text) => expect(readHistory(text).ok).toBe(false),
  )
})
