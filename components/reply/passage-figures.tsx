'use client'

import type { TokenStore } from '#lib/reply/token-store.ts'
import { figureWords } from './passage-figures-words.ts'
import { useSeries } from './timeline/use-series.ts'

/** What the line of figures needs. */
export interface PassageFiguresProps {
  tokens: TokenStore
  /** Grows as tokens come, so that the figures are rendered anew. */
  version: number
  /** A selected passage: 0-based tokens from `from` up to `to`. The whole reply where left out. */
  range?: { from: number; to: number } | undefined
}

/** The figures of a reply, or of a passage of it, in one line; each says what it means. */
export function PassageFigures({ tokens, range }: PassageFiguresProps) {
  const series = useSeries(tokens)
  const figures = series.figures.passage(range?.from, range?.to)
  if (figures.count === 0) return null
  return (
    <div
      data-passage-figures={range ? 'passage' : 'reply'}
      className="flex flex-wrap gap-x-4 gap-y-1 px-6 pt-2 text-small text-ink-2 max-md:px-4"
    >
      {range && (
        <p className="font-medium text-ink">
          Selected: {figures.count} {figures.count === 1 ? 'token' : 'tokens'}
        </p>
      )}
      <dl
        aria-label={range ? 'Figures of the selected passage' : 'Figures of the reply'}
        className="flex flex-wrap gap-x-4 gap-y-1"
      >
        {figureWords(figures).map(({ name, value, meaning }) => (
          <div key={name} className="flex gap-1" title={meaning}>
            <dt>{name}</dt>
            <dd className="font-medium text-ink">
              {value}
              <span className="sr-only">. {meaning}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
