'use client'

import { useState } from 'react'
import type { RunRecord } from '#components/run/run-store.ts'
import { Button } from '#components/ui/button.tsx'
import { CopyText } from './copy-text.tsx'

/** Most characters that are drawn at first; the rest comes on demand. */
const firstLook = 20_000

/** What came back, as it came: headers, then the raw body or its chunks. */
export function ResponseTab({ run }: { run: RunRecord }) {
  const [whole, setWhole] = useState(false)
  const { raw, attempts } = run.reply
  const { status, headers = {} } = attempts.at(-1) ?? {}
  const text = raw.texts.join('\n')
  const shown = whole ? text : text.slice(0, firstLook)
  return (
    <div className="p-4">
      <p className="mb-2 text-small text-ink-2">
        {status === undefined ? 'No answer yet' : `Status ${status}`}
        {raw.streamed && `, ${raw.texts.length} chunks`}
      </p>
      <div className="mb-2">
        <CopyText label="Copy response" text={text} />
      </div>
      <dl className="mb-2 font-mono text-tiny wrap-anywhere text-ink-3">
        {Object.entries(headers).map(([name, value]) => (
          <div key={name} className="flex gap-1">
            <dt>{name}:</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      <pre className="rounded-[6px] border border-line bg-surface p-2 font-mono text-tiny wrap-anywhere whitespace-pre-wrap">
        {shown}
      </pre>
      {shown.length < text.length && (
        <Button className="mt-2" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString('en')} characters
        </Button>
      )}
    </div>
  )
}
