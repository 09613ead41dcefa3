import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Settings } from '#lib/parameters/index.ts'
import { draftsOf } from '#lib/request/drafts.ts'
import { draftsAfter, proposalsFor } from './proposals.ts'
import { settingsArbitrary } from './settings.arbitrary.ts'
import { namesByPart, shareParts, withParts } from './share.ts'

const now: Settings = {
  provider: 'teaching',
  model: 'nucleus-teaching-1',
  messages: [{ role: 'user', content: 'Hi' }],
  temperature: 1,
  seed: 7,
  user: 'me',
}

describe('proposals', () => {
  it('are what differs, in the order of the form', () => {
    const settings: Settings = { temperature: 1.4, provider: 'teaching', top_p: 0.5 }
    expect(proposalsFor(now, { preset: { settings }, whole: false })).toEqual({
      changes: [
        { name: 'temperature', now: 1, next: 1.4 },
        { name: 'top_p', now: undefined, next: 0.5 },
      ],
      same: 1,
    })
  })

  it('of a whole preset unset what it does not name, but not what may have been left out', () => {
    const settings: Settings = { provider: 'teaching', model: 'nucleus-teaching-1', temperature: 1 }
    const { changes } = proposalsFor(now, { preset: { settings }, whole: true })
    expect(changes).toEqual([{ name: 'seed', now: 7, next: undefined }])
  })

  it('of messages alone leave every parameter as it is', () => {
    const settings: Settings = { messages: [{ role: 'user', content: 'Ho' }] }
    const { changes } = proposalsFor(now, { preset: { settings }, whole: true })
    expect(changes.map(({ name }) => name)).toEqual(['messages'])
  })

  it('do not see the order of keys', () => {
    const [a, b] = [{ metadata: { x: 1, y: 2 } }, { metadata: { y: 2, x: 1 } }]
    expect(proposalsFor(a, { preset: { settings: b }, whole: false })).toEqual({
      changes: [],
      same: 1,
    })
  })

  it('lead to the preset when all are taken, and nowhere when none is', () => {
    fc.assert(
      fc.property(settingsArbitrary, settingsArbitrary, (before, settings) => {
        const { changes } = proposalsFor(before, { preset: { settings }, whole: false })
        const drafts = draftsOf(before)
        expect(draftsAfter(drafts, [])).toEqual(drafts)
        expect(draftsAfter(drafts, changes)).toEqual(draftsOf({ ...before, ...settings }))
      }),
    )
  })
})

describe('the parts of a preset', () => {
  it('together are the preset, and each is of one part', () => {
    fc.assert(
      fc.property(settingsArbitrary, (any) => {
        const settings = Object.fromEntries(
          Object.entries(any).filter(([name]) => name !== 'api_base'),
        )
        const names = namesByPart(settings)
        expect(Object.values(names).flat().toSorted()).toEqual(Object.keys(settings).toSorted())
        expect(withParts({ settings }, new Set(shareParts)).settings).toEqual(settings)
        expect(withParts({ settings }, new Set(['messages'])).settings).toEqual(
          Object.fromEntries(
            Object.entries(settings).filter(([name]) => ['messages', 'variables'].includes(name)),
          ),
        )
      }),
    )
  })
})
