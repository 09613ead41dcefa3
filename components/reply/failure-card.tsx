'use client'

import { useState } from 'react'
import type { RunRecord } from '#components/run/run-store.ts'
import type { Failure } from '#lib/result.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { footnote, mainAction, titleOf } from './failure-words.ts'

/** What went wrong, what to do about it step by step, and the raw answer behind a button. */
export function FailureCard({
  failure,
  run,
  provider,
  host,
  onRetry,
  onShowParameter,
}: {
  failure: Failure
  run: RunRecord
  /** The provider's title. */
  provider: string
  /** Where the request went, if it left. */
  host: string | undefined
  onRetry(): void
  onShowParameter(parameter: string): void
}) {
  const [raw, setRaw] = useState(false)
  const { message, code, steps = [], body, kind, retryAfterMs } = failure
  const { label, field } = mainAction(failure, run.settings.api_base ? 'api_base' : 'endpoint')
  const note = footnote(run.reply, run.settings.num_retries)
  return (
    <section aria-label="Error" data-failure={kind} className="mx-6 my-3 max-md:mx-4">
      <div className="flex gap-3 rounded-[2px_8px_8px_2px] border border-l-[3px] border-danger-line border-l-danger bg-surface px-4 py-3">
        <span className="mt-0.5 text-danger">
          <Icon name={kind === 'stopped' ? 'stop' : 'error'} />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="text-title font-semibold">
            {titleOf(failure, provider, host)}
            {code !== undefined && <span className="font-normal text-ink-3"> · {code}</span>}
          </h3>
          <p className="mt-0.5 break-words whitespace-pre-wrap text-ink-2">{message}</p>
          {retryAfterMs !== undefined && (
            <p className="mt-1">It asks for a pause of {Math.ceil(retryAfterMs / 1000)} s.</p>
          )}
          {steps.length > 0 && (
            <ol className="mt-2 list-decimal pl-5">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
          <div className="mt-2 flex gap-2">
            <Button onClick={() => (field ? onShowParameter(field) : onRetry())}>{label}</Button>
            {body && (
              <Button look="plain" aria-expanded={raw} onClick={() => setRaw(!raw)}>
                {raw ? 'Hide response' : 'Show response'}
              </Button>
            )}
          </div>
          {raw && (
            <pre className="mt-2 max-h-60 overflow-auto rounded-[6px] bg-sunken p-2 font-mono text-small break-words whitespace-pre-wrap">
              {body}
            </pre>
          )}
        </div>
      </div>
      {note !== '' && <p className="mt-1 text-small break-all text-ink-3">{note}</p>}
    </section>
  )
}
