import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SegmentView } from './segment-view.ts'
import { SegmentColumns, untold, type Segment } from './segments.ts'

/** Segments that follow each other: some of several tokens, some of none, some of no text. */
const segments = fc
  .array(fc.tuple(fc.nat(4), fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 40 })
  .map((parts) => {
    let [end, token] = [0, 0]
    return parts.map(([length, tokens, mismatch]): Segment => {
      const [start, first] = [end, token]
      end += length
      token += tokens
      if (tokens === 0) return untold(start, end, mismatch)
      return { start, end, first, last: token - 1, mismatch }
    })
  })

function viewOf(list: readonly Segment[], laidCount: number): SegmentView {
  const laid = new SegmentColumns()
  for (const segment of list.slice(0, laidCount)) laid.push(segment)
  const view = new SegmentView(laid)
  for (const segment of list.slice(laidCount)) view.push(segment)
  return view
}

describe('SegmentView', () => {
  it('gives back what was laid, in columns or in the tail', () => {
    fc.assert(
      fc.property(segments, fc.nat(40), (list, count) => {
        expect([...viewOf(list, count)]).toEqual(list)
      }),
    )
  })

  it('finds segments by place and by token', () => {
    fc.assert(
      fc.property(segments, fc.nat(40), fc.nat(200), (list, count, wanted) => {
        const view = viewOf(list, count)
        const byPlace = list.findIndex(({ end }) => end > wanted)
        expect(view.indexAt(wanted)).toBe(byPlace < 0 ? list.length : byPlace)
        const byToken = list.findIndex(({ first, last }) => first <= wanted && wanted <= last)
        expect(view.indexOf(wanted)).toBe(byToken < 0 ? list.length : byToken)
      }),
    )
  })

  it('counts the places where tokens and content differ', () => {
    fc.assert(
      fc.property(segments, fc.nat(40), (list, count) => {
        const begins = list.filter(({ mismatch }, at) => mismatch && !list[at - 1]?.mismatch)
        expect(viewOf(list, count).mismatches).toBe(begins.length)
      }),
    )
  })

  it('takes away from the tail first, then leaves laid ones in their columns', () => {
    fc.assert(
      fc.property(segments, fc.nat(40), fc.nat(40), (list, count, gone) => {
        const laid = new SegmentColumns()
        for (const segment of list.slice(0, count)) laid.push(segment)
        const view = new SegmentView(laid)
        for (const segment of list.slice(count)) view.push(segment)
        const popped = Array.from({ length: Math.min(gone, list.length) }, () => view.pop())
        expect(popped).toEqual(list.slice(list.length - popped.length).toReversed())
        expect([...view]).toEqual(list.slice(0, list.length - popped.length))
        expect(laid.length).toBe(Math.min(count, list.length))
      }),
    )
  })
})
