'use client'

import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { mostMatches, mostSought } from '#lib/request/find.ts'
import { Button, IconButton } from '#components/ui/button.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { closeFind, useFinding } from './find-store.ts'
import { focusAt, goTo } from './go-to.ts'
import { MatchMark } from './match-mark.tsx'
import { placeOf, type PagePlace } from './place-of.ts'
import { useFind, type Finder } from './use-find.ts'

/** Finds and replaces in the messages: texts, results of tools and what tools are called with. */
export function FindBar() {
  const { visits, selected, opener } = useFinding()
  const find = useFind(selected)
  const place = usePlace(find)
  const box = useRef<HTMLInputElement>(null)
  const [replacement, setReplacement] = useState('')
  useEffect(() => {
    if (visits === 0) return
    box.current?.focus()
    box.current?.select()
  }, [visits])
  useSelectedText(find, visits, selected)
  const close = () => {
    closeFind()
    focusAt(place, opener)
  }
  const onKeyDown = (event: KeyboardEvent, onEnter: (isBack: boolean) => void) => {
    if (
      event.key === 'Enter' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.nativeEvent.isComposing
    ) {
      event.preventDefault()
      onEnter(event.shiftKey)
    }
    if (event.key !== 'Escape') return
    // Escape outside would stop a run.
    event.stopPropagation()
    close()
  }
  const none = find.matches.length === 0
  return (
    <>
      <div
        role="search"
        aria-label="Find and replace"
        className="sticky top-0 z-[5] mb-1 grid grid-cols-[minmax(0,1fr)_auto] gap-1 border-y border-line bg-canvas px-6 py-1.5 max-md:grid-cols-1 max-md:px-4"
      >
        <TextBox
          ref={box}
          aria-label="Find in the messages"
          placeholder="Find"
          maxLength={mostSought}
          value={find.query.text}
          invalid={find.problem !== undefined}
          aria-describedby="find-status"
          onChange={(event) => find.look({ ...find.query, text: event.target.value })}
          onKeyDown={(event) => onKeyDown(event, (isBack) => find.step(isBack ? -1 : 1))}
        />
        <Tools find={find} onClose={close} />
        <TextBox
          aria-label="Replace with"
          placeholder="Replace with"
          maxLength={10_000}
          value={replacement}
          onChange={(event) => setReplacement(event.target.value)}
          onKeyDown={(event) => onKeyDown(event, () => find.replaceOne(replacement))}
        />
        <span className="flex items-center gap-1">
          <Button aria-disabled={none} onClick={() => find.replaceOne(replacement)}>
            Replace
          </Button>
          <Button aria-disabled={none} onClick={() => find.replaceAll(replacement)}>
            Replace all
          </Button>
        </span>
        <p
          id="find-status"
          role="status"
          className="col-span-full text-small text-danger empty:hidden"
        >
          {find.problem}
        </p>
      </div>
      <MatchMark place={place} />
    </>
  )
}

function Tools({ find, onClose }: { find: Finder; onClose(): void }) {
  const none = find.matches.length === 0
  return (
    <span className="flex items-center gap-0.5">
      <Options find={find} />
      <IconButton icon="up" label="Previous match" disabled={none} onClick={() => find.step(-1)} />
      <IconButton icon="down" label="Next match" disabled={none} onClick={() => find.step(1)} />
      <span
        role="status"
        data-matches
        className="min-w-16 px-1 text-right text-small text-ink-2 max-md:ml-auto"
      >
        {find.problem === undefined && countOf(find)}
      </span>
      <IconButton icon="close" label="Close find and replace" onClick={onClose} />
    </span>
  )
}

function Options({ find: { query, look } }: { find: Finder }) {
  return (
    <>
      <Option
        label="Match case"
        isOn={query.matchCase}
        onPress={() => look({ ...query, matchCase: !query.matchCase })}
      >
        Aa
      </Option>
      <Option
        label="Regular expression"
        isOn={query.isPattern}
        onPress={() => look({ ...query, isPattern: !query.isPattern })}
      >
        .*
      </Option>
    </>
  )
}

function Option({
  label,
  isOn,
  onPress,
  children,
}: {
  label: string
  isOn: boolean
  onPress(): void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      onClick={onPress}
      className="h-7 min-w-7 rounded-[6px] border border-transparent px-1.5 text-ink-2 hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-accent-soft aria-pressed:text-ink"
    >
      {children}
    </button>
  )
}

/** Where the current match is on the page, which is brought into view whenever it is gone to. */
function usePlace({ texts, current, visits }: Finder): PagePlace | undefined {
  const [place, setPlace] = useState<PagePlace>()
  const gone = useRef(0)
  useEffect(() => {
    if (!current) return
    let isWanted = true
    void placeOf(texts, current).then((found) => {
      if (!isWanted || !found) return
      if (gone.current !== visits) goTo(found)
      gone.current = visits
      setPlace(found)
    })
    return () => {
      isWanted = false
      setPlace(undefined)
    }
  }, [texts, current, visits])
  return place
}

/** What is selected when the bar is asked for again is looked for then. */
function useSelectedText({ query, look }: Finder, visits: number, selected: string): void {
  const [seen, setSeen] = useState(visits)
  if (seen === visits) return
  setSeen(visits)
  if (selected !== '') look({ ...query, text: selected })
}

function countOf({ query, matches, at, isSearching }: Finder): string {
  if (query.text === '') return ''
  if (isSearching) return 'Searching…'
  if (matches.length === 0) return 'No match'
  const all = matches.length.toLocaleString('en')
  return `${(at + 1).toLocaleString('en')} of ${all}${matches.length === mostMatches ? ' or more' : ''}`
}
