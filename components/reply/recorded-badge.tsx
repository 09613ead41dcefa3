'use client'

import type { RunRecord } from '#components/run/run-store.ts'

const sources = {
  link: 'from a link',
  file: 'from a file',
  history: 'from the history',
  lesson: 'from a lesson',
} as const

/** Says of a run that was not made on this page where it comes from, and from when it is. */
export function RecordedBadge({ run: { recorded } }: { run: RunRecord }) {
  if (!recorded) return null
  const { from, at } = recorded
  return (
    <span
      data-recorded={from}
      title="Nothing was sent for it. Its log probabilities are as they were recorded."
      className="rounded-[4px] bg-sunken px-1.5 text-small text-ink-2"
    >
      Recorded, {sources[from]}
      {at !== undefined && `, ${new Date(at).toLocaleString('en', dateStyle)}`}
    </span>
  )
}

const dateStyle = { dateStyle: 'medium', timeStyle: 'short' } as const
