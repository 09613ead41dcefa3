'use client'

import { formatJoint, formatPercent, heatStep, probability } from '#lib/logprobs/index.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/token-text.ts'
import type { Decision } from '#lib/structured/enum-shares.ts'
import type { TokensFigures } from '#lib/structured/field-figures.ts'
import type { TreeRow } from '#lib/structured/tree-rows.ts'
import { tintOf } from '#components/reply/tint.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Shares, sharesSentence } from './shares.tsx'

interface FieldRowProps {
  row: TreeRow
  /** Undefined where the reply has no log probabilities. */
  figures: TokensFigures | undefined
  tokens: TokenStore
  decisions: readonly Decision[]
  faults: readonly string[]
  /** Whether Tab comes to it. */
  isReached: boolean
  isChosen: boolean
  onChoose(): void
  onFold(open: boolean): void
}

/** A field of a reply: its value with its figures, and how likely the other values of an enum were. */
export function FieldRow(props: FieldRowProps) {
  const { row, figures, tokens, decisions, faults, isReached, isChosen, onChoose, onFold } = props
  const { field, level, place, siblings, expanded } = row
  const least = figures?.least
  const leastLogprob = least === undefined ? Number.NaN : tokens.logprob(least)
  const [decision] = decisions
  return (
    // Keys are the tree's.
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={expanded}
      aria-selected={isChosen}
      aria-label={sentenceOf(props)}
      tabIndex={isReached ? 0 : -1}
      onClick={({ target }) => {
        const isFolding = target instanceof Element && target.closest('[data-chevron]') !== null
        if (isFolding && expanded !== undefined) onFold(!expanded)
        else onChoose()
      }}
      className={`cursor-default rounded-[4px] px-1 leading-6 outline-offset-0 hover:bg-hover ${isChosen ? 'bg-accent-soft' : ''}`}
    >
      <div className="flex items-start gap-2" style={{ paddingLeft: (level - 1) * 16 }}>
        <span data-chevron className="grid h-6 w-4 flex-none place-items-center text-ink-3">
          {expanded !== undefined && (
            <Icon name={expanded ? 'chevron-down' : 'chevron-right'} size={12} />
          )}
        </span>
        <span className="min-w-0 flex-1 font-mono text-small leading-6 wrap-anywhere">
          {field.path.length > 0 && <span className="text-(--syn-key)">{nameOf(row)}: </span>}
          <span
            className={`rounded-[3px] px-0.5 ${expanded === undefined && figures ? tintOf(heatStep(leastLogprob)) : ''}`}
          >
            {valueOf(row)}
          </span>
        </span>
        {figures && (
          <>
            <span className="w-16 flex-none text-right text-small leading-6 tabular-nums">
              {jointOf(figures)}
            </span>
            <span className="flex w-32 flex-none justify-end gap-2 text-small leading-6 text-ink-2 tabular-nums max-md:w-16">
              {least !== undefined && (
                <code className="min-w-0 truncate font-mono text-tiny leading-6 max-md:hidden">
                  {visibleToken(tokens.text(least))}
                </code>
              )}
              <span className="flex-none">{percentOf(leastLogprob)}</span>
            </span>
          </>
        )}
      </div>
      {decision && <Shares decision={decision} indent={level * 16 + 12} />}
      {faults.map((fault) => (
        <p
          key={fault}
          className="flex gap-1.5 text-small text-danger"
          style={{ paddingLeft: level * 16 + 8 }}
        >
          <Icon name="error" size={14} />
          {fault}
        </p>
      ))}
    </div>
  )
}

function jointOf({ logprob }: TokensFigures): string {
  return logprob === undefined ? '–' : formatJoint(logprob)
}

function percentOf(logprob: number): string {
  return Number.isNaN(logprob) ? '–' : formatPercent(probability(logprob))
}

function nameOf({ field }: TreeRow): string {
  return String(field.path.at(-1) ?? '')
}

/** Characters of a value that are drawn; the text has all of them. */
const longest = 300

/** A value as JSON writes it; of a list or an object how much it holds. */
function valueOf({ field }: TreeRow): string {
  const { kind, children, value, open } = field
  if (kind === 'array') return `[${children.length}]`
  if (kind === 'object') return `{${children.length}}`
  const text = JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : `${text}${open ? '…' : ''}`
}

function sentenceOf({ row, figures, tokens, decisions, faults }: FieldRowProps): string {
  const name = row.field.path.length > 0 ? `${nameOf(row)}: ` : ''
  const least = figures?.least
  const parts = [
    `${name}${valueOf(row)}`,
    figures && `joint ${jointOf(figures)}`,
    least !== undefined &&
      `least ${percentOf(tokens.logprob(least))} at ${visibleToken(tokens.text(least))}`,
    ...decisions.slice(0, 1).map(sharesSentence),
    ...faults,
  ]
  return parts.filter(Boolean).join(', ')
}
