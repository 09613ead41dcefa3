'use client'

import type { ReactNode } from 'react'
import type { Imported } from '#lib/import/index.ts'
import type { Result } from '#lib/result.ts'
import { visibleText } from '#lib/preset/visible.ts'
import { Icon } from '#components/ui/icon.tsx'
import { summaryOf } from './words.ts'

/** What the text was understood as, what can be chosen of it, and what of it was not understood. */
export function ImportReport({
  id,
  result,
  children,
}: {
  id: string
  result: Result<Imported, string> | undefined
  /** Choices, where the text leaves some. */
  children: ReactNode
}) {
  return (
    <div className="mt-3">
      <p id={id} role="status" data-import-status className="flex min-h-5 items-start gap-2">
        {result && (
          <span className={`mt-[3px] ${result.ok ? 'text-ok' : 'text-warn'}`}>
            <Icon name={result.ok ? 'check' : 'warning'} size={14} />
          </span>
        )}
        <span className="min-w-0 wrap-anywhere">{lineOf(result)}</span>
      </p>
      {children}
      {result?.ok && <Details imported={result.value} />}
    </div>
  )
}

function lineOf(result: Result<Imported, string> | undefined): string {
  if (!result) return 'Nothing is applied before you say so, nothing runs, and no key is kept.'
  return result.ok ? summaryOf(result.value) : result.error
}

function Details({ imported: { notes, refused } }: { imported: Imported }) {
  if (notes.length === 0 && refused.length === 0) return null
  return (
    <ul
      aria-label="Not understood or left out"
      className="mt-2 max-h-48 overflow-y-auto rounded-[6px] border border-line bg-surface px-3 py-1 text-small"
      tabIndex={0}
    >
      {notes.map((note) => (
        <li key={note} className="border-t border-line py-1.5 wrap-anywhere first:border-0">
          {visibleText(note)}
        </li>
      ))}
      {refused.map(({ name, reason }) => (
        <li
          key={`${name} ${reason}`}
          className="border-t border-line py-1.5 wrap-anywhere first:border-0"
        >
          <code className="font-mono">{visibleText(name)}</code>{' '}
          <span className="text-ink-2">{visibleText(reason)}</span>
        </li>
      ))}
    </ul>
  )
}
