'use client'

import type { ReactNode } from 'react'
import { formatChance } from '#lib/logprobs/what-if/format.ts'
import type { Chance } from '#lib/logprobs/what-if/what-if.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'

interface RowProps {
  /** Without a token it is the unseen rest, which cannot be picked. */
  token?: string
  /** Undefined where the record does not say. */
  recorded: number | undefined
  chance: Chance | undefined
  /** Whether the what-if has a column. */
  both: boolean
  /** The probability that fills a bar. */
  largest: number
  unit: 'percent' | 'bits'
  chosen?: boolean
  pressed?: boolean
  onPick?(): void
}

const cannotBeKnown = 'cannot be known from the top k'

/** One token, or the unseen rest: its name, a bar, and the figures. */
export function AlternativeRow(props: RowProps) {
  const { token, chosen = false, pressed, both, onPick } = props
  const columns = both
    ? 'grid-cols-[minmax(0,80px)_minmax(0,1fr)_48px_84px]'
    : 'grid-cols-[minmax(0,88px)_minmax(0,1fr)_64px]'
  const look = `-mx-1 grid h-6 w-[calc(100%+8px)] items-center gap-2 rounded-[4px] px-1 text-left max-md:h-9 ${columns} ${chosen ? 'font-semibold' : ''}`
  const cells = <Cells {...props} />
  return (
    <li data-chosen={chosen || undefined} data-alternative={token ?? ''}>
      {token === undefined ? (
        <div className={look}>{cells}</div>
      ) : (
        <button
          type="button"
          aria-pressed={pressed}
          onClick={onPick}
          className={`${look} hover:bg-hover aria-pressed:bg-accent-soft`}
        >
          {cells}
        </button>
      )}
    </li>
  )
}

function Cells(props: RowProps) {
  const { token, recorded, chance, both, unit } = props
  return (
    <>
      <span
        className={`truncate text-small ${token === undefined ? 'text-ink-2' : 'font-mono whitespace-pre'}`}
      >
        {token === undefined ? 'unseen rest' : visibleToken(token)}
      </span>
      {chance?.undecided ? (
        <span className="text-[10px]/[11px] font-normal text-ink-2">{cannotBeKnown}</span>
      ) : (
        <Bar {...props} />
      )}
      <Figure name="recorded" quiet={both}>
        {recorded === undefined ? 'unknown' : figure(recorded, unit)}
      </Figure>
      {both && (
        <Figure name="what-if">
          {chance && !chance.undecided && formatChance(chance, unit)}
          {chance?.undecided && <span aria-hidden>–</span>}
          {!chance && 'unknown'}
        </Figure>
      )}
    </>
  )
}

function figure(recorded: number, unit: RowProps['unit']): string {
  return formatChance({ lower: recorded, upper: recorded }, unit)
}

function Figure({
  name,
  quiet = false,
  children,
}: {
  name: string
  quiet?: boolean
  children: ReactNode
}) {
  return (
    <span
      data-figure={name}
      className={`text-right font-mono text-small whitespace-nowrap ${quiet ? 'font-normal text-ink-3' : ''}`}
    >
      <span className="sr-only">{name} </span>
      {children}
    </span>
  )
}

/**
 * Without a what-if a bar of the recorded share. With one: solid up to the lower bound, faded up to
 * the upper, a whisker between the two, and the recorded share as an outline.
 */
function Bar({ token, recorded = 0, chance, both, largest, chosen }: RowProps) {
  const width = (share: number) => `${(100 * share) / largest}%`
  const plain = chosen ? 'bg-accent' : 'bg-bar'
  const fill = token === undefined ? 'hatch ring-1 ring-bar ring-inset' : plain
  const forced = 'forced-colors:bg-[CanvasText]'
  if (!both) {
    return (
      <span className="h-2.5">
        <Piece
          className={`h-full min-w-px rounded-[1px] ${forced} ${fill}`}
          width={width(recorded)}
        />
      </span>
    )
  }
  const { lower, upper } = chance ?? { lower: 0, upper: 0 }
  const isWide = (upper - lower) / largest > 0.01
  return (
    <span className="relative h-3.5">
      <Piece className={`absolute inset-y-0.5 opacity-35 ${fill}`} width={width(upper)} />
      <Piece className={`absolute inset-y-0.5 ${forced} ${fill}`} width={width(lower)} />
      <Piece className="absolute inset-y-0 min-w-px border border-ghost" width={width(recorded)} />
      {isWide && (
        <span
          className="absolute top-1 flex h-1.5 items-center border-x border-ink"
          style={{ left: width(lower), width: width(upper - lower) }}
        >
          <span className="h-px w-full bg-ink" />
        </span>
      )}
    </span>
  )
}

function Piece({ className, width }: { className: string; width: string }) {
  return <span className={`block ${className}`} style={{ width }} />
}
