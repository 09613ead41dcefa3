'use client'

import type { ReactNode } from 'react'

/** A row of tabs; arrow keys move and select. The panel is the caller's, with `panelId` as its id. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  panelId,
  className = '',
  tabClassName,
}: {
  label: string
  tabs: readonly { value: Value; title: ReactNode }[]
  value: Value
  onChange(value: Value): void
  panelId: string
  className?: string
  tabClassName: string
}) {
  const at = tabs.findIndex((tab) => tab.value === value)
  const go = (index: number, list: HTMLElement) => {
    const tab = tabs[(index + tabs.length) % tabs.length]
    if (!tab) return
    onChange(tab.value)
    list.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(tab)]?.focus()
  }
  return (
    <div
      role="tablist"
      aria-label={label}
      className={className}
      onKeyDown={(event) => {
        const index = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[
          event.key
        ]
        if (index === undefined) return
        event.preventDefault()
        go(index, event.currentTarget)
      }}
    >
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`${panelId}-${tab.value}`}
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          className={tabClassName}
        >
          {tab.title}
        </button>
      ))}
    </div>
  )
}
