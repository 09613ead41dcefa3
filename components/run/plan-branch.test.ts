import { describe, expect, it } from 'vitest'
import type { RunEvent } from '#lib/reply/run-events.ts'
import { keptTextOf, planBranch, type BranchPlace } from './plan-branch.ts'
import { newRecord } from './new-record.ts'
import { addEvent, branchPoint, toStored, type RunRecord } from './run-record.ts'

const bytesOf = (text: string) => [...new TextEncoder().encode(text)]

function entry(token: string, id: number, others: [string, number[]][] = []) {
  const top_logprobs = others.map(([text, bytes], place) => ({
    token: text,
    bytes,
    logprob: -1 - place,
    id: 100 + place,
  }))
  return { token, id, bytes: bytesOf(token), logprob: -0.5, top_logprobs }
}

const words = [
  entry('Rain', 1),
  entry(' fell', 2, [
    [' falls', bytesOf(' falls')],
    ['\\xe2', [0xe2]],
  ]),
  entry(' here', 3),
]

/** A whole reply, with a second choice that says something else. */
function completion(contents: readonly (typeof words)[]): RunEvent[] {
  const choices = contents.map((content, index) => ({
    index,
    message: { content: content.map(({ token }) => token).join('') },
    logprobs: { content },
    finish_reason: 'stop',
  }))
  return [
    { type: 'completion', data: JSON.stringify({ choices }), at: 5 },
    { type: 'end', at: 6 },
  ]
}

function runOf(settings: Record<string, unknown> = {}): RunRecord {
  const messages = [{ role: 'user', content: 'Rain?' }]
  const run = newRecord({ provider: 'openai', messages, n: 2, ...settings }, 'r1', 4)
  for (const event of completion([words, [entry('No', 9), entry('.', 10)]])) addEvent(run, event)
  run.running = false
  return run
}

function planned(run: RunRecord, place: BranchPlace) {
  const plan = planBranch(run, place)
  if (!plan.ok) throw new Error(plan.error)
  return plan.value()
}

/** The record of a branch to which this came. */
function branchOf(run: RunRecord, place: BranchPlace, events: RunEvent[]): RunRecord {
  const { settings, start } = planned(run, place)
  const branch = newRecord(settings, 'r2', 5, start)
  for (const event of events) addEvent(branch, event)
  branch.running = false
  return branch
}

describe('planBranch', () => {
  it('keeps the tokens before, with all that was recorded, and asks for one choice', () => {
    const { settings, start } = planned(runOf(), { choice: 0, token: 2 })
    expect(settings).toMatchObject({ n: 1, messages: [{ content: 'Rain?' }] })
    expect(start.parent).toEqual({
      run: 'r1',
      number: 4,
      choice: 0,
      tokensKept: 2,
      charactersKept: 9,
      how: 'simulated',
    })
    expect(start.beginning.text).toBe('Rain fell')
    expect(start.beginning.tokens.map(({ id, logprob }) => [id, logprob])).toEqual([
      [1, -0.5],
      [2, -0.5],
    ])
    expect(keptTextOf(start)).toEqual({ text: 'Rain fell', ids: [1, 2] })
  })

  it('puts an alternative with its own logprob in the place of the token', () => {
    const { start } = planned(runOf(), { choice: 0, token: 1, alternative: 0 })
    expect(start.beginning.text).toBe('Rain falls')
    expect(start.beginning.tokens[1]).toMatchObject({ token: ' falls', id: 100, logprob: -1 })
    expect(start.beginning.tokens[1]?.alternatives).toHaveLength(2)
    expect(start.parent).toMatchObject({ tokensKept: 1, charactersKept: 4 })
    expect(start.parent.alternative).toMatchObject({ token: ' falls' })
  })

  it('leaves the choice that is in view', () => {
    const { start } = planned(runOf(), { choice: 1, token: 1 })
    expect(start.beginning.text).toBe('No')
    expect(start.parent.choice).toBe(1)
  })

  it('says why an alternative that is part of a character cannot be taken', () => {
    const plan = planBranch(runOf(), { choice: 0, token: 1, alternative: 1 })
    expect(plan).toMatchObject({ ok: false, error: expect.stringContaining('part of a character') })
  })

  it('knows no ids where one of them is not told', () => {
    const { start } = planned(runOf(), { choice: 0, token: 2 })
    const [first] = start.beginning.tokens
    const tokens = first ? [{ ...first, id: undefined }] : []
    expect(keptTextOf({ ...start, beginning: { text: 'Rain', tokens } })).toEqual({ text: 'Rain' })
  })
})

describe('the record of a branch', () => {
  const came = completion([[entry(' hard', 11)]])

  it('shows the whole text and where it begins', () => {
    const branch = branchOf(runOf(), { choice: 0, token: 1, alternative: 0 }, came)
    expect(branch.reply.choices[0]?.content).toBe('Rain falls hard')
    expect(branchPoint(branch)).toEqual({ token: 1, character: 4, how: 'simulated' })
    expect(branchPoint(runOf())).toBeUndefined()
  })

  it('can be left in its turn, with the conversation of the first run', () => {
    const branch = branchOf(runOf(), { choice: 0, token: 1, alternative: 0 }, came)
    const { settings, start } = planned(branch, { choice: 0, token: 2 })
    expect(settings.messages).toEqual([{ role: 'user', content: 'Rain?' }])
    expect(start.beginning.text).toBe('Rain falls')
    expect(start.parent).toMatchObject({ run: 'r2', number: 5, tokensKept: 2 })
  })

  it('plays again from what is stored, which survives JSON', () => {
    const branch = branchOf(runOf({ provider: 'vllm' }), { choice: 0, token: 2 }, came)
    const stored = structuredClone(toStored(branch))
    const again = newRecord(stored.settings, 'r2', 5, stored.branch)
    for (const event of stored.events) addEvent(again, event)
    expect(again.parent).toEqual(branch.parent)
    expect(again.parent?.how).toBe('native')
    const [before, after] = [branch, again].map(({ reply: { choices } }) => choices[0])
    expect(after?.content).toBe('Rain fell hard')
    for (const at of [0, 1, 2]) expect(after?.tokens.token(at)).toEqual(before?.tokens.token(at))
  })
})
