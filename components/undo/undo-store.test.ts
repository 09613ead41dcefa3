import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { getCurrentPreset, setCurrentPreset } from '#components/presets/current-preset.ts'
import { starter } from '#lib/preset/starter.ts'
import { draftsOf, type Drafts } from '#lib/request/drafts.ts'
import { beginSteps, endStep, stepTo, takeStep, withoutSteps } from './undo-store.ts'

const first = draftsOf(starter)
let now = 0
let drafts: Drafts

beforeEach(() => {
  now = 0
  setCurrentPreset({})
  drafts = first
  beginSteps(drafts)
})

function change(next: Partial<Drafts>, pause = 5000): void {
  now += pause
  drafts = { ...drafts, ...next }
  takeStep(drafts, now)
}

function cards(...contents: string[]): Partial<Drafts> {
  return {
    messages: {
      mode: 'cards',
      cards: contents.map((content, at) => ({ key: `m${at}`, role: 'user', content })),
    },
  }
}

/** How many steps back there are; goes them all. */
function goBackAll(): number {
  let count = 0
  while (stepTo('back')) count += 1
  return count
}

describe('the steps of a form', () => {
  it('are two where a button was pressed in between', () => {
    change({ tools: '[]' })
    change({ tools: '[1]' }, 100)
    endStep()
    change({ tools: '[1, 2]' }, 100)
    expect(stepTo('back')?.drafts.tools).toBe('[1]')
    expect(stepTo('back')?.drafts.tools).toBe('[]')
  })

  it('makes one step of typing one text of a table, and another of the next', () => {
    change({ variables: { city: '' } })
    change({ variables: { city: 'O' } }, 100)
    change({ variables: { city: 'Os' } }, 100)
    change({ variables: { city: 'Os', day: '' } }, 100)
    expect(stepTo('back')?.drafts.variables).toEqual({ city: 'Os' })
    expect(stepTo('back')?.drafts.variables).toEqual({ city: '' })
  })

  it('go back one by one, and forward again', () => {
    change({ temperature: '1.2' })
    change({ top_p: '0.5' })
    expect(stepTo('back')).toMatchObject({
      names: ['top_p'],
      drafts: { temperature: '1.2', top_p: null },
    })
    expect(stepTo('back')?.drafts).toEqual(first)
    expect(stepTo('back')).toBeUndefined()
    expect(stepTo('forward')?.names).toEqual(['temperature'])
    expect(stepTo('forward')?.drafts).toEqual(drafts)
    expect(stepTo('forward')).toBeUndefined()
  })

  it('take typing in one field without a pause as one', () => {
    change({ model: 'a' })
    change({ model: 'ab' }, 200)
    change({ model: 'abc' }, 200)
    change({ model: 'abcd' }, 5000)
    expect(goBackAll()).toBe(2)
  })

  it('take a slider that is dragged as one, and setting it as another', () => {
    change({ temperature: '1' })
    change({ temperature: '1.1' }, 10)
    change({ temperature: '1.2' }, 10)
    expect(stepTo('back')?.drafts.temperature).toBe('1')
    expect(stepTo('back')?.drafts.temperature).toBeNull()
  })

  it('keep the messages of a conversation apart', () => {
    change(cards('a', 'b'))
    change(cards('a1', 'b'), 100)
    change(cards('a12', 'b'), 100)
    change(cards('a12', 'b1'), 100)
    change(cards('a12', 'b1', ''), 100)
    expect(goBackAll()).toBe(4)
  })

  it('take the parts of a message apart from typing in one of them', () => {
    const withParts = (...parts: unknown[]) =>
      change(
        {
          messages: {
            mode: 'cards',
            cards: [{ key: 'm0', role: 'user', content: '', parts: JSON.stringify(parts) }],
          },
        },
        100,
      )
    const text = (words: string) => ({ type: 'text', text: words })
    withParts(text('a'), { type: 'file', file: { file_id: 'x' } })
    withParts(text('ab'), { type: 'file', file: { file_id: 'x' } })
    withParts(text('abc'), { type: 'file', file: { file_id: 'x' } })
    withParts({ type: 'file', file: { file_id: 'x' } }, text('abc'))
    withParts(text('abc'))
    expect(goBackAll()).toBe(4)
  })

  it('end what could be done again with the next change', () => {
    change({ temperature: '1' })
    stepTo('back')
    drafts = first
    change({ seed: '7' })
    expect(stepTo('forward')).toBeUndefined()
    expect(goBackAll()).toBe(1)
  })

  it('do not count what is no change, or what Undo itself does', () => {
    takeStep({ ...drafts }, 1)
    withoutSteps(() => change({ temperature: '1' }))
    expect(stepTo('back')).toBeUndefined()
  })

  it('bring the name of a preset back with its settings', () => {
    setCurrentPreset({ name: 'Mine' })
    change({ temperature: '1' })
    setCurrentPreset({ name: 'From a link' })
    stepTo('back')
    expect(getCurrentPreset()).toEqual({ name: 'Mine' })
    stepTo('forward')
    expect(getCurrentPreset()).toEqual({ name: 'From a link' })
  })

  it('lead back to the beginning and forward to the end, whatever was changed', () => {
    const text = fc.option(fc.string({ maxLength: 3 }), { nil: null })
    const edit = fc.oneof(
      fc.record({ temperature: text }),
      fc.record({ model: text }),
      fc.record({ temperature: text, seed: text }),
      fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }).map((all) => cards(...all)),
    )
    const edits = fc.array(fc.tuple(edit, fc.nat(2000)), { maxLength: 60 })
    fc.assert(
      fc.property(edits, (all) => {
        drafts = first
        beginSteps(drafts)
        for (const [next, pause] of all) change(next, pause)
        let [start, end] = [drafts, drafts]
        for (let step = stepTo('back'); step; step = stepTo('back')) start = step.drafts
        for (let step = stepTo('forward'); step; step = stepTo('forward')) end = step.drafts
        expect(start).toEqual(first)
        expect(end).toEqual(drafts)
      }),
    )
  })

  it('are bounded', () => {
    for (let at = 0; at < 130; at += 1) change({ seed: String(at) })
    expect(goBackAll()).toBe(100)
  })
})
