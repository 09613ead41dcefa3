'use client'

import type { AttemptRecord } from '#lib/reply/reply.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { RunCost } from './run-cost.tsx'

/** The run as it happened: each try, then what the reply says about itself. */
export function RunTab({ run }: { run: RunRecord }) {
  const { reply } = run
  const facts: [string, string | undefined][] = [
    ['status', reply.status],
    ['id', reply.id],
    [
      'created',
      reply.created === undefined ? undefined : new Date(reply.created * 1000).toISOString(),
    ],
    ['model', reply.model],
    ['system fingerprint', reply.systemFingerprint],
    ['service tier', reply.serviceTier],
    ['prompt tokens', reply.usage?.prompt?.toString()],
    ['completion tokens', reply.usage?.completion?.toString()],
    ['reasoning tokens', reply.usage?.reasoning?.toString()],
    ['total tokens', reply.usage?.total?.toString()],
    ['first token', ms(reply.firstTokenAt)],
    ['end', ms(reply.endedAt)],
  ]
  return (
    <>
      <section className="border-b border-line p-4">
        <h2 className="mb-2 text-small font-semibold">Attempts</h2>
        <ol className="flex flex-col gap-2">
          {reply.attempts.map((attempt) => (
            <AttemptRow key={attempt.number} attempt={attempt} />
          ))}
        </ol>
      </section>
      <section className="p-4">
        <h2 className="mb-2 text-small font-semibold">Reply</h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
          {facts
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-3">{name}</dt>
                <dd className="font-mono wrap-anywhere">{value}</dd>
              </div>
            ))}
        </dl>
      </section>
      <RunCost run={run} />
    </>
  )
}

function AttemptRow({ attempt }: { attempt: AttemptRecord }) {
  const { number, model, startedAt, answeredAt, status, failure, waitMs } = attempt
  return (
    <li className="rounded-[6px] border border-line bg-surface p-2 text-small">
      <div className="flex gap-2">
        <span className="font-mono text-ink-3">{number}</span>
        <span className="min-w-0 truncate font-mono">{model}</span>
        <span className={`ml-auto ${failure ? 'text-danger' : 'text-ok'}`}>
          {status ?? failure?.kind ?? '…'}
        </span>
      </div>
      <p className="text-ink-3">
        sent at {ms(startedAt)}
        {answeredAt !== undefined && `, answered after ${ms(answeredAt - startedAt)}`}
      </p>
      {failure && <p className="wrap-anywhere text-danger">{failure.message}</p>}
      {waitMs !== undefined && <p className="text-ink-2">next try after {ms(waitMs)}</p>}
    </li>
  )
}

function ms(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${Math.round(value)} ms`
}
