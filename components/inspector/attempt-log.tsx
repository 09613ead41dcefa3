'use client'

import { providers } from '#lib/providers/catalogue.ts'
import type { AttemptRecord, Reply } from '#lib/reply/reply.ts'
import type { WaitReason } from '#lib/reply/run-events.ts'
import { phasesOf, type Phase } from './phases.ts'

/** The tries of a run, each with a bar on the same scale: waiting for an answer, reading it, pausing. */
export function AttemptLog({ reply }: { reply: Reply }) {
  const total = Math.max(1, reply.endedAt ?? reply.lastAt)
  return (
    <ol className="flex flex-col gap-3">
      {reply.attempts.map((attempt) => (
        <AttemptRow key={attempt.number} attempt={attempt} now={reply.lastAt} total={total} />
      ))}
    </ol>
  )
}

function AttemptRow({
  attempt,
  now,
  total,
}: {
  attempt: AttemptRecord
  now: number
  total: number
}) {
  const { number, provider, model, status, failure, firstByteAt, omitted, why } = attempt
  const title = providers.find(({ id }) => id === provider)?.title ?? provider
  const phases = phasesOf(attempt, now)
  return (
    <li className="text-small" data-attempt={number}>
      <div className="flex gap-2">
        <span className="font-mono text-ink-3">{number}</span>
        <span className="min-w-0 truncate font-mono" title={model}>
          {model}
        </span>
        <span className="min-w-0 truncate text-ink-3">{title}</span>
        <span className={`ml-auto whitespace-nowrap ${failure ? 'text-danger' : 'text-ok'}`}>
          {status ?? failure?.kind ?? '…'}
        </span>
      </div>
      <Bar phases={phases} total={total} />
      <p className="text-ink-3">
        {phases.map((phase) => phaseText(phase, firstByteAt === undefined && !!failure)).join(', ')}
      </p>
      {failure && <p className="wrap-anywhere text-danger">{failure.message}</p>}
      {why && <p className="text-ink-2">{nexts[why]}</p>}
      {omitted.length > 0 && (
        <p className="text-ink-2">
          Not sent here: <span className="font-mono">{omitted.join(', ')}</span>
        </p>
      )}
    </li>
  )
}

const looks: Record<Phase['kind'], string> = {
  waiting: 'fill-bar',
  reading: 'fill-accent',
  pausing: 'fill-none stroke-line-2',
}

/** The words beside it say the same; the picture is for comparing tries at a glance. */
function Bar({ phases, total }: { phases: Phase[]; total: number }) {
  return (
    <svg
      aria-hidden
      className="my-1 h-2 w-full bg-sunken"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
    >
      {phases.map(({ kind, from, to }) => (
        <rect
          key={kind}
          className={looks[kind]}
          x={(100 * from) / total}
          y={kind === 'pausing' ? 3.5 : 0}
          width={Math.max(0.4, (100 * (to - from)) / total)}
          height={kind === 'pausing' ? 1 : 8}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

function phaseText({ kind, from, to }: Phase, failed: boolean): string {
  const ms = `${Math.round(to - from)} ms`
  if (kind === 'waiting') return failed ? `failed after ${ms}` : `first byte after ${ms}`
  return kind === 'reading' ? `read for ${ms}` : `then waited ${ms}`
}

const nexts: Record<WaitReason, string> = {
  'retry-after': 'The provider named the pause.',
  backoff: 'The pause grows with every try.',
  fallback: 'Then the next model.',
}
