'use client'

import { basisOf, dollars } from '#lib/costs/format.ts'
import type { AuditNote } from '#lib/reply/audit/index.ts'
import type { Choice } from '#lib/reply/reply.ts'
import { timingsOf } from '#lib/reply/timings.ts'
import { useRunCost } from '#components/connection/use-run-cost.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { Icon } from '#components/ui/icon.tsx'

/** How the reply ended, how long it took, and what differs from what was asked. */
export function ReplyFoot({
  run,
  choice,
  notes,
}: {
  run: RunRecord
  choice: Choice | undefined
  notes: AuditNote[]
}) {
  const { reply } = run
  const cost = useRunCost(run)
  const { usage } = reply
  const { endedAt, firstTokenAt, tokensPerSecond } = timingsOf(reply)
  // How a run that travelled was delivered is not known.
  const travelled = run.recorded && run.recorded.from !== 'history'
  const facts = [
    choice?.finishReason && ['finish', choice.finishReason],
    endedAt !== undefined && ['total', seconds(endedAt)],
    !travelled && firstTokenAt !== undefined && ['first token', `${Math.round(firstTokenAt)} ms`],
    !travelled && tokensPerSecond !== undefined && ['speed', `${tokensPerSecond.toFixed(1)} tok/s`],
    usage?.prompt !== undefined && ['in', String(usage.prompt)],
    usage?.completion !== undefined && ['out', String(usage.completion)],
  ].filter((fact) => Array.isArray(fact))
  return (
    <footer className="px-6 pt-2 text-small text-ink-2 max-md:px-4">
      <dl className="flex flex-wrap gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="flex gap-1">
            <dt>{name}</dt>
            <dd className="font-medium text-ink">{value}</dd>
          </div>
        ))}
        {cost && cost.basis !== 'inside' && (
          <div className="flex gap-1" title={basisOf(cost)}>
            <dt>cost</dt>
            <dd className="font-medium text-ink">
              {cost.basis !== 'reported' && '≈ '}
              {dollars(cost.usd)}
            </dd>
          </div>
        )}
      </dl>
      <ul className="mt-1">
        {notes.map(({ level, message }) => (
          <li key={message} className={`flex gap-1.5 ${level === 'warning' ? 'text-warn' : ''}`}>
            <Icon name={level === 'warning' ? 'warning' : 'info'} size={14} />
            {message}
          </li>
        ))}
      </ul>
    </footer>
  )
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
