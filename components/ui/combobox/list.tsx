'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import type { ComboOption } from './matches.ts'
import type { Place } from './place.ts'

/** The lines under a combobox, in the top layer, so that no scrolling column cuts them off. */
export function ComboList({
  id,
  label,
  shown,
  active,
  place,
  foot,
  onChoose,
}: {
  id: string
  label: string
  shown: readonly ComboOption[]
  /** The index of the line that Enter takes. */
  active: number | undefined
  place: Place
  /** Something to say under the lines. */
  foot: ReactNode
  onChoose(value: string): void
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.showPopover(), [])
  useEffect(() => {
    if (active !== undefined)
      document.getElementById(lineId(id, active))?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div
      ref={box}
      popover="manual"
      role="presentation"
      // Pressing inside must not take the focus, and with it the list, away.
      onMouseDown={(event) => event.preventDefault()}
      className="fixed m-0 flex-col overflow-hidden rounded-[6px] border border-line-2 bg-surface p-0 text-ink shadow-float open:flex"
      style={{
        left: place.left,
        width: place.width,
        maxHeight: place.maxHeight,
        top: 'auto',
        bottom: 'auto',
        right: 'auto',
        ...place.edge,
      }}
    >
      <div
        id={id}
        role="listbox"
        aria-label={label}
        className={`min-h-0 overflow-y-auto overscroll-contain ${shown.length > 0 ? 'py-1' : ''}`}
      >
        {shown.map(({ value, detail }, index) => (
          <div
            key={value}
            id={lineId(id, index)}
            role="option"
            aria-selected={index === active}
            onClick={() => onChoose(value)}
            className={`flex min-h-7 cursor-default items-baseline gap-3 px-2.5 py-1 hover:bg-hover max-md:min-h-9 max-md:items-center ${index === active ? 'bg-accent-soft' : ''}`}
          >
            <span className="min-w-0 flex-1 wrap-anywhere">{value}</span>
            {detail && <span className="flex-none text-tiny text-ink-3">{detail}</span>}
          </div>
        ))}
      </div>
      <p className="flex-none border-t border-line px-2.5 py-1.5 text-small text-ink-2 first:border-0">
        {foot}
      </p>
    </div>
  )
}

/** The id of one line, for `aria-activedescendant`. */
export function lineId(id: string, index: number): string {
  return `${id}-${index}`
}
