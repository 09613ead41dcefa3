'use client'

import { useEffect } from 'react'
import type { Choice } from '#lib/reply/reply.ts'
import { setView, useView } from '#components/reply/view.ts'
import type { RunRecord } from '#components/run/run-record.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { ReplyTree } from './reply-tree.tsx'
import { StatusFaults, StatusTitle } from './status.tsx'
import { useReplyForm } from './use-reply-form.ts'

const shapes = [
  { value: 'text', title: 'Text' },
  { value: 'tree', title: 'Tree' },
] as const

/** What a reply in JSON has above its text: how it stands to its schema, and the way to its tree. */
export function JsonReply({
  choice,
  run,
  isTree,
}: {
  choice: Choice
  run: RunRecord
  /** Whether there is anything that a tree could show. */
  isTree: boolean
}) {
  const { shape } = useView()
  const { json, status, schema } = useReplyForm(choice, run)
  const final = run.running || status?.state === 'waiting' ? undefined : status?.title
  useEffect(() => {
    if (final !== undefined) announce(`The JSON of the reply: ${final}.`)
  }, [final])
  if (!isTree && !status) return null
  return (
    <section aria-label="JSON of the reply" className="px-6 pt-1 max-md:px-4">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        {isTree && (
          <Segmented
            label="Reply as"
            options={shapes}
            value={shape}
            onChange={(next) => setView({ shape: next })}
          />
        )}
        {status && <StatusTitle status={status} />}
      </div>
      {status && <StatusFaults status={status} />}
      {isTree && shape === 'tree' && !json && (
        <p className="py-2 text-small text-ink-3">This cannot be read as a tree.</p>
      )}
      {isTree && shape === 'tree' && json && (
        <ReplyTree
          json={json}
          tokens={choice.tokens}
          content={choice.content}
          schema={schema}
          faults={status?.faults ?? []}
        />
      )}
    </section>
  )
}
