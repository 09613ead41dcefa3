'use client'

import { useState } from 'react'
import { isParameterName } from '#lib/parameters/index.ts'
import type { Failure } from '#lib/result.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

const titles: Record<Failure['kind'], string> = {
  invalid: 'The request was not accepted',
  forbidden: 'Nucleus refused this request',
  blocked: 'This address is not allowed',
  unreachable: 'No connection',
  timeout: 'It took too long',
  upstream: 'The provider answered with an error',
  interrupted: 'The reply broke off',
  stopped: 'Stopped',
  internal: 'Something went wrong in Nucleus',
}

/** What went wrong, in a few words: who refused what, or where nobody answered. */
function titleOf({ kind, status }: Failure, provider: string, host: string | undefined): string {
  if (kind === 'upstream' && (status === 401 || status === 403)) {
    return `${provider} refused the key (${status})`
  }
  if (kind === 'upstream' && status !== undefined)
    return `${provider} answered with an error (${status})`
  return kind === 'unreachable' && host ? `No connection to ${host}` : titles[kind]
}

/** What went wrong, what to do about it step by step, and the raw answer behind a button. */
export function FailureCard({
  failure,
  provider,
  host,
  onRetry,
  onShowParameter,
}: {
  failure: Failure
  /** The provider's title. */
  provider: string
  /** Where the request went, if it left. */
  host: string | undefined
  onRetry(): void
  onShowParameter(parameter: string): void
}) {
  const [raw, setRaw] = useState(false)
  const { message, code, param, steps = [], body, kind, status, requestId, retryAfterMs } = failure
  const refusedKey = kind === 'upstream' && (status === 401 || status === 403)
  return (
    <section
      aria-label="Error"
      data-failure={kind}
      className="mx-6 my-3 flex gap-3 rounded-[2px_8px_8px_2px] border border-l-[3px] border-danger-line border-l-danger bg-surface px-4 py-3 max-md:mx-4"
    >
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
          <p className="mt-1">Try again in {Math.ceil(retryAfterMs / 1000)} s.</p>
        )}
        {requestId !== undefined && (
          <p className="mt-1 text-small break-all text-ink-3">Request id: {requestId}</p>
        )}
        {steps.length > 0 && (
          <ol className="mt-2 list-decimal pl-5">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        <div className="mt-2 flex gap-2">
          {param !== undefined && isParameterName(param) && (
            <Button onClick={() => onShowParameter(param)}>Show {param}</Button>
          )}
          {refusedKey ? (
            <Button onClick={() => onShowParameter('api_key')}>Enter a key</Button>
          ) : (
            <Button onClick={onRetry}>Try again</Button>
          )}
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
    </section>
  )
}
