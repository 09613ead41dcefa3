'use client'

import type { Segment } from '#lib/reply/token-text.ts'
import { tintOf } from './tint.ts'

/** One token in the text. Its leading space stays outside the tint, so that words stand apart. */
export function HeatToken({
  segment,
  text,
  step,
  selected,
}: {
  segment: Segment
  text: string
  step: number | undefined
  selected: boolean
}) {
  if (segment.first < 0) {
    return segment.mismatch ? <Untold>{text}</Untold> : text
  }
  const blank = text.trim() === ''
  const space = blank ? '' : (/^ +/.exec(text)?.[0] ?? '')
  return (
    <>
      {space}
      <span
        data-token={segment.first}
        data-step={step ?? 'unknown'}
        className={`tok ${tintOf(step)} ${blank && text.includes('\n') ? 'tok-break' : ''} ${selected ? 'tok-on' : ''} ${segment.mismatch ? 'tok-lost' : ''}`}
        title={segment.mismatch ? 'The content does not contain this token.' : undefined}
      >
        {text.slice(space.length)}
      </span>
    </>
  )
}

/** Text of the content that no token accounts for, between tokens that do. */
function Untold({ children }: { children: string }) {
  return (
    <span
      className="border-b border-dashed border-control"
      title="The tokens say something else here; this is the content as the provider sent it."
    >
      {children}
    </span>
  )
}
