'use client'

import { markMatches } from './marked.ts'

/** One block of a long text with the matches in it marked. */
export function Block({
  number,
  from,
  text,
  starts,
  size,
  current,
}: {
  number: number
  from: number
  text: string
  starts: readonly number[]
  /** How long each match is; 0 where nothing is looked for. */
  size: number
  current: number
}) {
  const stretches = size > 0 ? markMatches(text, from, { starts, size, current }) : undefined
  return (
    <div data-block={number} data-from={from} data-length={text.length}>
      {stretches?.map((stretch, at) =>
        stretch.match === undefined ? (
          stretch.text
        ) : (
          <mark
            key={at}
            data-current={stretch.match === current || undefined}
            className="bg-accent-soft text-ink data-current:bg-accent data-current:text-on-accent"
          >
            {stretch.text}
          </mark>
        ),
      ) ?? text}
    </div>
  )
}
