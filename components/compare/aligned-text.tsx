'use client'

import { useState } from 'react'
import type { Segment } from '#lib/compare/align.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { Button } from '#components/ui/button.tsx'
import { TokenRow } from './token-row.tsx'

/** Stretches that are drawn before more are asked for. */
const page = 200

/** Both texts in stretches: what is equal once and grey, what differs side by side with its tints. */
export function AlignedText({
  a,
  b,
  segments,
}: {
  a: TokenStore
  b: TokenStore
  segments: readonly Segment[]
}) {
  const [most, setMost] = useState(page)
  return (
    <>
      <ol>
        {segments.slice(0, most).map((segment) => (
          <li
            key={`${segment.a.from} ${segment.b.from}`}
            data-segment={segment.isEqual ? 'equal' : 'different'}
            className={`grid grid-cols-2 border-t border-line first:border-t-0 max-md:grid-cols-1 ${segment.isEqual ? 'bg-canvas' : ''}`}
          >
            <TokenRow name="A" store={a} span={segment.a} isQuiet={segment.isEqual} />
            {segment.isEqual ? (
              <p className="flex gap-3 border-l border-line px-4 py-2 leading-7 text-ink-2 max-md:hidden">
                <span className="w-8 flex-none text-right font-mono text-tiny leading-7 text-ink-3">
                  {segment.b.from + 1}
                </span>
                {countOf(segment)}
              </p>
            ) : (
              <TokenRow name="B" store={b} span={segment.b} isQuiet={false} />
            )}
          </li>
        ))}
      </ol>
      {segments.length > most && (
        <div className="border-t border-line p-3">
          <Button onClick={() => setMost(most + page)}>Show more</Button>
        </div>
      )}
    </>
  )
}

function countOf({ a }: Segment): string {
  const count = a.to - a.from
  return count === 1 ? 'one equal token' : `${count} equal tokens`
}
