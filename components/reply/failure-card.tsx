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

/** What went wrong, what to do about it step by step, and the raw answer behind a button. */
export function FailureCard({
  failure,
  onShowParameter,
}: {
  failure: Failure
  onShowParameter?: ((parameter: string) => void) | undefined
}) {
  const [raw, setRaw] = useState(false)
  const { kind, message, status, code, param, steps = [], body } = failure
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
          {titles[kind]}
          {status !== undefined && (
            <span className="font-normal text-ink-3"> · status {status}</span>
          )}
          {code !== undefined && <span className="font-normal text-ink-3"> · {code}</span>}
        </h3>
        <p className="mt-0.5 break-words whitespace-pre-wrap text-ink-2">{message}</p>
        {steps.length > 0 && (
          <ol className="mt-2 list-decimal pl-5">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        <div className="mt-2 flex gap-2">
          {param !== undefined && isParameterName(param) && onShowParameter && (
            <Button onClick={() => onShowParameter(param)}>Show {param}</Button>
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
