'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/token-text.ts'
import { announce } from '#components/ui/announcer.tsx'
import { ticksOf } from './geometry.ts'
import { tokenForKey } from './keys.ts'
import { heightOf, paintTimeline } from './paint.ts'
import type { ReplySeries } from './series.ts'
import { useBrush } from './use-brush.ts'
import { useCanvas } from './use-canvas.ts'
import { useSeries } from './use-series.ts'
import { seriesWords, tokenFigures, tokenWords } from './words.ts'

/** What a timeline needs; tokens are 0-based. */
export interface TimelineProps {
  tokens: TokenStore
  /** Grows as tokens come, so that the timeline is rendered anew. */
  version: number
  selected: number | undefined
  /** The tokens of the reply that are in view, from `from` up to `to`, where that is known. */
  visible?: { from: number; to: number } | undefined
  /** Tokens at which other choices part from this one. */
  forks: readonly number[]
  onSelect(token: number): void
  /** Brings a token into view without choosing it; called all along a drag. */
  onScrollTo(token: number): void
}

/**
 * Surprisal as bars and entropy as a line over the whole reply, on one canvas. A slider over tokens
 * for the keyboard; the pointer selects, and scrolls by dragging.
 */
export function Timeline({
  tokens,
  selected,
  visible,
  forks,
  onSelect,
  onScrollTo,
}: TimelineProps) {
  const series = useSeries(tokens)
  const canvas = useCanvas((sheet) => paintTimeline(sheet, { series, selected, visible, forks }))
  const { hovered, handlers } = useBrush(series, onSelect, onScrollTo)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tokenForKey(event, tokens, selected, forks)
    if (next === undefined && event.key === '[') announce('No earlier peak or fork.')
    if (next === undefined && event.key === ']') announce('No later peak or fork.')
    if (next === undefined) return
    event.preventDefault()
    // The page's own keys mean the same elsewhere.
    event.stopPropagation()
    onSelect(next)
  }
  const count = tokens.length
  return (
    <section
      aria-label="Timeline"
      className="mx-6 mt-1 border-t border-line pt-2 max-md:mx-4"
      data-timeline-read={series.length}
    >
      <Head series={series} hovered={hovered} />
      <div
        role="slider"
        tabIndex={0}
        aria-label="Token on the timeline"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, count)}
        aria-valuenow={(selected ?? 0) + 1}
        aria-valuetext={
          selected === undefined ? `none of ${count} tokens chosen` : tokenWords(tokens, selected)
        }
        onKeyDown={onKeyDown}
        {...handlers}
        className="cursor-crosshair touch-pan-y select-none"
      >
        <canvas ref={canvas} aria-hidden className="block h-16 w-full" />
      </div>
      <div aria-hidden className="flex justify-between pt-0.5 font-mono text-tiny text-ink-3">
        {ticksOf(series.length).map((place) => (
          <span key={place}>{place}</span>
        ))}
      </div>
    </section>
  )
}

/** The legend, and the figures of the whole or of the token under the pointer. */
function Head({ series, hovered }: { series: ReplySeries; hovered: number | undefined }) {
  const { tokens } = series
  const { unknown } = series.figures.passage()
  return (
    <div className="flex flex-wrap items-center gap-x-4 pb-1 text-tiny text-ink-2">
      <Key mark="h-2 w-2.5 border-t border-bar bg-(--heat-5) forced-colors:bg-[CanvasText]">
        Surprisal, up to {heightOf(series)} bits
      </Key>
      {tokens.mostAlternatives > 0 && (
        <Key mark="h-0 w-2.5 border-t-[1.5px] border-ink-2">
          Entropy<span className="max-md:sr-only">, at least</span>
        </Key>
      )}
      {unknown > 0 && <Key mark="hatch h-2 w-2.5">Unknown</Key>}
      <p className="ml-auto min-w-0 truncate">
        {hovered === undefined ? (
          seriesWords(series)
        ) : (
          <span data-timeline-hover>
            {hovered + 1}{' '}
            <b className="font-mono font-medium text-ink">{visibleToken(tokens.text(hovered))}</b>{' '}
            {tokenFigures(tokens, hovered)}
          </span>
        )}
      </p>
    </div>
  )
}

function Key({ mark, children }: { mark: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <i className={mark} />
      <span>{children}</span>
    </span>
  )
}
