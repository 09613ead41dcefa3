'use client'

import { useState } from 'react'
import { describePath } from '#lib/json/index.ts'
import type { ReplyStatus } from '#lib/structured/reply-status.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon, type IconName } from '#components/ui/icon.tsx'

const looks: Record<ReplyStatus['state'], { icon: IconName; ink: string }> = {
  fits: { icon: 'check', ink: 'text-ok' },
  faulty: { icon: 'error', ink: 'text-danger' },
  unsure: { icon: 'warning', ink: 'text-warn' },
  waiting: { icon: 'clock', ink: 'text-ink-3' },
}

/** How a reply stands to its form, in a few words. */
export function StatusTitle({ status: { state, title } }: { status: ReplyStatus }) {
  const { icon, ink } = looks[state]
  return (
    <span data-form={state} className={`flex items-center gap-1.5 text-small ${ink}`}>
      <Icon name={icon} size={14} />
      {title}
    </span>
  )
}

/** Most faults that are listed before all are asked for. */
const mostListed = 3

/** What is wrong with the form of a reply, each with its place. */
export function StatusFaults({ status: { state, faults } }: { status: ReplyStatus }) {
  const [all, setAll] = useState(false)
  if (faults.length === 0) return null
  return (
    <>
      <ul
        aria-label="Problems of the JSON"
        className={`mt-1 text-small ${state === 'faulty' ? 'text-danger' : 'text-warn'}`}
      >
        {(all ? faults : faults.slice(0, mostListed)).map(({ path = [], message }, place) => (
          <li key={`${place}:${message}`} className="wrap-anywhere">
            {path.length > 0 && (
              <code className="mr-1 font-mono text-tiny">{describePath(path)}</code>
            )}
            {message}
          </li>
        ))}
      </ul>
      {faults.length > mostListed && (
        <Button look="plain" className="-ml-2 h-6" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${faults.length}`}
        </Button>
      )}
    </>
  )
}
