'use client'

import type { MouseEvent } from 'react'
import { tokensUnder } from '../timeline/geometry.ts'
import { useCanvas } from '../timeline/use-canvas.ts'
import { useSeries } from '../timeline/use-series.ts'
import { standingsOf, type NamedTokens, type Standing } from './forks.ts'
import { paintStrip } from './paint-strip.ts'

/** What the strips need; places and tokens are 0-based. */
export interface StripsProps {
  choices: readonly NamedTokens[]
  /** Grows as tokens come, so that the strips are rendered anew. */
  version: number
  /** Whether more tokens can come. */
  running: boolean
  shown: number
  selected: number | undefined
  /** Shows a choice at a token; without one where it has none. */
  onShow(choice: number, token: number | undefined): void
}

/** All choices under each other, token by token on one scale, with the places where they part. */
export function Strips({ choices, running, shown, selected, onShow }: StripsProps) {
  if (choices.length < 2) return null
  const { standings, distinct } = standingsOf(choices, shown, running)
  const longest = Math.max(...choices.map(({ tokens }) => tokens.length))
  return (
    <section
      aria-label="Choices, aligned"
      className="mx-6 mt-1 border-t border-line pt-2 max-md:mx-4"
    >
      <div className="flex items-center justify-between gap-4 pb-1 text-tiny text-ink-2">
        <h3>Choices, aligned</h3>
        <p>
          <b className="font-medium text-ink">{distinct}</b> distinct of {choices.length}
          {running && ' so far'}
        </p>
      </div>
      <ul className="max-h-60 overflow-y-auto">
        {choices.map((choice, index) => (
          <li key={choice.name}>
            <Strip
              choice={choice}
              longest={longest}
              standing={standings[index] ?? { words: '' }}
              isShown={index === shown}
              selected={selected}
              onShow={(token) => onShow(index, token)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface StripProps {
  choice: NamedTokens
  longest: number
  standing: Standing
  isShown: boolean
  selected: number | undefined
  onShow(token: number | undefined): void
}

function Strip({ choice, longest, standing, isShown, selected, onShow }: StripProps) {
  const { name, tokens } = choice
  const series = useSeries(tokens)
  const fork = standing.fork?.own
  const canvas = useCanvas((sheet) =>
    paintStrip(sheet, {
      logprobs: series.logprobs,
      longest,
      fork,
      selected: isShown ? selected : undefined,
    }),
  )
  const onClick = (event: MouseEvent) => {
    const last = tokens.length - 1
    if (last < 0) return onShow(undefined)
    // A press of a key has no place; it leads to where this choice leaves the other.
    const aimed = event.detail === 0 ? (fork ?? selected ?? 0) : placeIn(event, canvas.current)
    onShow(Math.min(last, aimed))
  }
  const placeIn = (event: MouseEvent, element: HTMLElement | null) => {
    const { left, width } = (element ?? event.currentTarget).getBoundingClientRect()
    return tokensUnder(event.clientX - left, longest, width).from
  }
  return (
    <button
      type="button"
      onClick={onClick}
      aria-pressed={isShown}
      aria-label={`${name}, ${tokens.length} tokens, ${standing.words}`}
      className={`grid w-full grid-cols-[16px_minmax(0,1fr)_84px] items-center gap-x-2 rounded-[4px] py-0.5 text-left font-mono text-tiny hover:bg-hover ${isShown ? 'font-semibold text-ink' : 'text-ink-2'}`}
    >
      <span>{name}</span>
      <canvas ref={canvas} aria-hidden className="block h-4 w-full" />
      <span className="text-right font-normal text-ink-2">{standing.words}</span>
    </button>
  )
}
