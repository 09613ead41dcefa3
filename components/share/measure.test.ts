import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingsArbitrary } from '#lib/preset/settings.arbitrary.ts'
import { shareParts } from '#lib/preset/share.ts'
import { measuredShare } from './measure.ts'

const rows = [...shareParts, 'lock'] as const

describe('the cost of a part', () => {
  it('is by how much the link grows when it is ticked', () => {
    const chosen = fc.record({
      wanted: fc.subarray([...shareParts]).map((parts) => new Set(parts)),
      isLocked: fc.boolean(),
      hasRun: fc.constant(false),
    })
    fc.assert(
      fc.property(settingsArbitrary, chosen, fc.constantFrom(...rows), (settings, one, row) => {
        const whole = { settings, name: 'A name', unlocked: ['seed' as const] }
        const lengthWith = (isIn: boolean) => {
          const wanted = new Set(one.wanted)
          if (row !== 'lock') wanted[isIn ? 'add' : 'delete'](row)
          const isLocked = row === 'lock' ? isIn : one.isLocked
          const { link } = measuredShare(whole, undefined, { ...one, wanted, isLocked })
          return link.ok ? link.value.length : Number.NaN
        }
        const { costs } = measuredShare(whole, undefined, one)
        expect(costs[row]).toBe(lengthWith(true) - lengthWith(false))
      }),
    )
  })

  it('of what could not be in a link is not known', () => {
    const content = Array.from({ length: 60_000 }, (_, at) => ((at * 7919) % 104_729).toString(36))
    const settings = { seed: 1, messages: [{ role: 'user' as const, content: content.join(' ') }] }
    const chosen = { wanted: new Set(shareParts), isLocked: false, hasRun: false }
    const { link, costs } = measuredShare({ settings, unlocked: [] }, undefined, chosen)
    expect(link.ok).toBe(false)
    expect(costs.messages).toBeUndefined()
  })
})
