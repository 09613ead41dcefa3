'use client'

import { curlFor } from '#lib/export/curl.ts'
import { providers } from '#lib/providers/catalogue.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { CopyText } from './copy-text.tsx'

/** The very request that left, copied as JSON or as a shell command without the key. */
export function RequestTab({ run }: { run: RunRecord }) {
  const attempt = run.reply.attempts.at(-1)
  if (!attempt) return <p className="p-4 text-ink-2">Nothing has been sent.</p>
  const { request, provider } = attempt
  const variable = providers.find(({ id }) => id === provider)?.keyVariable ?? 'API_KEY'
  const url = new URL(request.url, location.href).href
  return (
    <div className="p-4">
      <p className="mb-2 font-mono text-small wrap-anywhere">
        {request.method} {request.url}
      </p>
      <div className="mb-2 flex flex-wrap gap-2">
        <CopyText label="Copy JSON" text={request.body} />
        <CopyText label="Copy as curl" text={curlFor({ ...request, url }, variable)} />
      </div>
      <dl className="mb-2 font-mono text-tiny text-ink-3">
        {Object.entries(request.headers).map(([name, value]) => (
          <div key={name} className="flex gap-1">
            <dt>{name}:</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      <pre
        data-sent-body
        className="rounded-[6px] border border-line bg-surface p-2 font-mono text-small wrap-anywhere whitespace-pre-wrap"
      >
        {pretty(request.body)}
      </pre>
    </div>
  )
}

function pretty(text: string): string {
  return JSON.stringify(JSON.parse(text), null, 2)
}
