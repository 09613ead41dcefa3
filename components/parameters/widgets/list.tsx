'use client'

import { useState, type KeyboardEvent } from 'react'
import { escapeStop, splitStops } from '#lib/parameters/stop-text.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { WidgetProps } from './widget.ts'

/**
 * Texts as chips. What is being typed counts at once, so that nothing typed stays behind unsent; it
 * becomes chips at a comma, at Enter and when the field is left.
 */
export function List({ id, draft, onChange, onBlur, invalid, describedBy }: WidgetProps) {
  const [typed, setTyped] = useState('')
  const all = Array.isArray(draft) ? draft : []
  const entries = all.slice(0, Math.max(0, all.length - splitStops(typed).length))
  const remove = (index: number) => onChange(all.filter((_, at) => at !== index))
  const type = (text: string) => {
    const endsInComma = /(^|[^\\])(\\\\)*,$/.test(text)
    onChange([...entries, ...splitStops(text)])
    setTyped(endsInComma ? '' : text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed !== '') {
      if (!event.ctrlKey && !event.metaKey) event.preventDefault()
      setTyped('')
    }
    if (event.key === 'Backspace' && typed === '') remove(entries.length - 1)
  }
  return (
    <div
      className={`flex min-h-7 flex-wrap items-center gap-1 rounded-[6px] border bg-surface p-[3px] ${invalid ? 'border-danger' : 'border-field'}`}
    >
      {entries.map((entry, index) => (
        <span
          // The same text may stand twice, and chips only ever move by removal.
          key={`${index}:${entry}`}
          className="inline-flex h-5 items-center gap-1 rounded-[4px] bg-sunken pr-0.5 pl-1.5 font-mono text-small ring-1 ring-line ring-inset"
        >
          {escapeStop(entry)}
          <button
            type="button"
            aria-label={`Remove ${escapeStop(entry)}`}
            className="grid size-4 place-items-center rounded-[4px] text-ink-3 hover:text-ink"
            onClick={() => remove(index)}
          >
            <Icon name="close" size={10} />
          </button>
        </span>
      ))}
      <input
        id={id}
        type="text"
        value={typed}
        placeholder="add…"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        className="w-16 min-w-0 flex-1 bg-transparent px-1 text-small outline-offset-0"
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setTyped('')
          onBlur()
        }}
      />
    </div>
  )
}
