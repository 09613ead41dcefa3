'use client'

import type { KeyboardEvent, RefObject } from 'react'
import { Button, IconButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { mostMatches, type Needle } from './matches.ts'
import type { SearchState } from './text-search.ts'

/** The box that a text is searched from, with how many matches there are and the way to each. */
export function SearchBar({
  search,
  length,
  box,
  onLook,
  onStep,
  onCancel,
  onLeave,
}: {
  search: SearchState
  /** Of the text that is searched. */
  length: number
  box: RefObject<HTMLInputElement | null>
  onLook(needle: Needle): void
  onStep(step: 1 | -1): void
  onCancel(): void
  onLeave(): void
}) {
  const { needle, starts, state } = search
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      onStep(event.shiftKey ? -1 : 1)
    }
    if (event.key !== 'Escape') return
    // Escape outside would stop a run.
    event.stopPropagation()
    onLeave()
  }
  const none = starts.length === 0
  return (
    <div role="search" className="flex flex-wrap items-center gap-x-1 gap-y-1 text-small">
      <label className="flex h-7 min-w-32 flex-1 items-center gap-1.5 rounded-[6px] border border-field bg-surface px-2 text-ink-3 focus-within:outline-2 focus-within:outline-accent">
        <Icon name="search" size={14} />
        <input
          ref={box}
          type="search"
          aria-label="Search in this text"
          placeholder="Search"
          autoComplete="off"
          spellCheck={false}
          value={needle.text}
          onChange={(event) => onLook({ ...needle, text: event.target.value })}
          onKeyDown={onKeyDown}
          className="w-full min-w-0 bg-transparent font-mono text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
        />
      </label>
      <button
        type="button"
        aria-pressed={needle.matchCase}
        aria-label="Match case"
        title="Match case"
        onClick={() => onLook({ ...needle, matchCase: !needle.matchCase })}
        className="h-7 rounded-[6px] border border-transparent px-1.5 text-ink-2 hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-accent-soft aria-pressed:text-ink"
      >
        Aa
      </button>
      <IconButton icon="up" label="Previous match" disabled={none} onClick={() => onStep(-1)} />
      <IconButton icon="down" label="Next match" disabled={none} onClick={() => onStep(1)} />
      {state !== 'idle' && (
        <span role="status" data-matches className="text-ink-2">
          {countOf(search, length)}
        </span>
      )}
      {state === 'searching' && (
        <Button look="plain" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  )
}

function countOf({ starts, searched, state, current }: SearchState, length: number): string {
  const all = starts.length.toLocaleString('en')
  const count = starts.length === 0 ? 'No match' : `${(current + 1).toLocaleString('en')} of ${all}`
  if (starts.length >= mostMatches) return `${count} or more`
  const share = `${Math.floor((100 * searched) / Math.max(1, length))} %`
  if (state === 'searching') return `${starts.length === 0 ? 'Searching' : count}, ${share}`
  return state === 'cancelled' ? `${count} in the first ${share}` : count
}
