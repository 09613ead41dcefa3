'use client'

import { useEffect, useRef, useState } from 'react'
import { boxesOf, type Box } from './boxes-of.ts'
import type { PagePlace } from './place-of.ts'

/** Marks the match over its text box, which shows a selection only while it has the focus. */
export function MatchMark({ place }: { place: PagePlace | undefined }) {
  const origin = useRef<HTMLDivElement>(null)
  const boxes = useBoxes(place, origin)
  return (
    <div ref={origin} aria-hidden className="relative z-[1] h-0">
      {boxes.map(({ left, top, width, height }, index) => (
        <span
          key={index}
          data-match-mark
          style={{ left, top, width, height }}
          className="pointer-events-none absolute rounded-[2px] bg-accent/20 ring-2 ring-accent forced-colors:border"
        />
      ))}
    </div>
  )
}

/** The visible boxes of a match, relative to `origin`; measured again whenever something moves. */
function useBoxes(
  place: PagePlace | undefined,
  origin: { current: HTMLDivElement | null },
): readonly Box[] {
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  useEffect(() => {
    if (place?.kind !== 'box') return
    const { box, from, to } = place
    const measure = () => {
      const zero = origin.current?.getBoundingClientRect()
      if (zero) setBoxes(visible(box, boxesOf(box, from, to), zero))
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(box)
    const section = box.closest('[data-parameter]')
    if (section) resized.observe(section)
    box.addEventListener('scroll', measure)
    return () => {
      resized.disconnect()
      box.removeEventListener('scroll', measure)
      setBoxes([])
    }
  }, [place, origin])
  return boxes
}

/** What of the boxes is not scrolled out of the text box. */
function visible(
  box: HTMLTextAreaElement,
  boxes: readonly Box[],
  zero: { left: number; top: number },
): Box[] {
  const { left, top } = box.getBoundingClientRect()
  return boxes.flatMap((one) => {
    const x = one.left - box.scrollLeft
    const y = one.top - box.scrollTop
    const isSeen = y + one.height > 0 && y < box.clientHeight && x < box.clientWidth && x >= 0
    const width = Math.min(one.width, box.clientWidth - x)
    return isSeen ? [{ ...one, width, left: left + x - zero.left, top: top + y - zero.top }] : []
  })
}
