'use client'

import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Block } from './block.tsx'
import { SearchBar } from './search-bar.tsx'
import type { TextPieces } from './text-pieces.ts'
import { useCopy } from './use-copy.ts'
import { useFound } from './use-found.ts'
import { offsetInView, useWindow } from './use-window.ts'

interface BigTextProps {
  text: TextPieces
  /** What the text is, for people who do not see where it stands. */
  label: string
  /** Controls that stand below the search. */
  children?: ReactNode
  className?: string
  [name: `data-${string}`]: unknown
}

/**
 * A plain text of any size: only a window of it is in the page. It can be searched (Ctrl or Cmd F
 * within the tab panel or the text), scrolled by keyboard, and selected and copied exactly. Another
 * text is shown from its beginning.
 */
export function BigText(props: BigTextProps) {
  const [shown, setShown] = useState({ text: props.text, number: 0 })
  if (shown.text !== props.text) setShown({ text: props.text, number: shown.number + 1 })
  return <TextView key={shown.number} {...props} />
}

function TextView({ text, label, children, className = '', ...rest }: BigTextProps) {
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const [place, setPlace] = useState(0)
  const length = text.grow()
  const view = useWindow(text, scroller)
  const { search, state } = useFound(text, length, scroller, view.jump)
  const copy = useCopy(text, scroller)
  useSearchKey(root, box)

  const onScroll = () => {
    view.follow()
    if (!view.isWhole && scroller.current) setPlace(offsetInView(scroller.current))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    copy.onKeyDown(event)
    if (event.key !== 'Home' && event.key !== 'End') return
    event.preventDefault()
    view.jump(event.key === 'Home' ? 0 : length)
  }
  return (
    <div ref={root} className={`flex min-h-0 flex-col gap-2 ${className}`}>
      <SearchBar
        search={state}
        length={length}
        box={box}
        onLook={(needle) =>
          search.look(needle, scroller.current ? offsetInView(scroller.current) : 0)
        }
        onStep={(by) => search.step(by)}
        onCancel={() => search.cancel()}
        onLeave={() => scroller.current?.focus()}
      />
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
      <div
        ref={scroller}
        role="group"
        aria-label={label}
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onPointerDown={copy.onPointerDown}
        onCopy={copy.onCopy}
        className="min-h-40 flex-1 overflow-x-hidden overflow-y-auto rounded-[6px] border border-line bg-surface p-2 font-mono text-tiny wrap-anywhere whitespace-pre-wrap [overflow-anchor:none]"
        {...rest}
      >
        {view.starts.slice(0, -1).map((from, at) => (
          <Block
            key={view.first + at}
            number={view.first + at}
            from={from}
            text={text.slice(from, view.starts[at + 1] ?? from)}
            starts={state.starts}
            size={state.needle.text.length}
            current={state.current}
          />
        ))}
      </div>
      {copy.isAll && (
        <p className="text-small text-ink-2">
          All {length.toLocaleString('en')} characters are selected.
        </p>
      )}
      {!view.isWhole && (
        <PlaceSlider
          place={place}
          length={length}
          onPlace={(next) => {
            setPlace(next)
            view.jump(next)
          }}
        />
      )}
    </div>
  )
}

/** Where in a text too long for its own scroll bar the reader is. */
function PlaceSlider({
  place,
  length,
  onPlace,
}: {
  /** 0-based. */
  place: number
  length: number
  onPlace(place: number): void
}) {
  const said = `Character ${(place + 1).toLocaleString('en')} of ${length.toLocaleString('en')}`
  return (
    <label className="flex items-center gap-2 text-tiny text-ink-3">
      <input
        type="range"
        aria-label="Place in the text"
        aria-valuetext={said}
        min={0}
        max={length}
        step={Math.max(1, Math.round(length / 1000))}
        value={place}
        onChange={(event) => onPlace(Number(event.target.value))}
        className="min-w-0 flex-1 accent-accent"
      />
      <span aria-hidden data-place>
        {((100 * place) / Math.max(1, length)).toFixed(1)} %
      </span>
    </label>
  )
}

/** Ctrl or Cmd F in the tab panel around the text goes to the search box. */
function useSearchKey(
  root: { readonly current: HTMLElement | null },
  box: { readonly current: HTMLInputElement | null },
): void {
  useEffect(() => {
    const panel = root.current?.closest<HTMLElement>('[role=tabpanel]') ?? root.current
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'f' || event.altKey || event.shiftKey) return
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      box.current?.select()
    }
    panel?.addEventListener('keydown', onKeyDown)
    return () => panel?.removeEventListener('keydown', onKeyDown)
  }, [root, box])
}
