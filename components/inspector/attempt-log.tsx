'use client'

import { providers } from '#lib/providers/catalogue.ts'
import type { AttemptRecord, Reply } from '#lib/reply/reply.ts'
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
  const { number, provider, model, status, failure, omitted } = attempt
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
      <p className="text-ink-3">{phases.map(phaseText).join(', ')}</p>
      {failure && <p className="wrap-anywhere text-danger">{failure.message}</p>}
      <Next attempt={attempt} />
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

function phaseText({ kind, from, to }: Phase): string {
  const ms = `${Math.round(to - from)} ms`
  if (kind === 'waiting') return `first byte after ${ms}`
  return kind === 'reading' ? `read for ${ms}` : `then waited ${ms}`
}

const reasons = {
  'retry-after': 'as the provider asked',
  backoff: 'a growing delay',
  fallback: 'the next model at once',
} as const

function Next({ attempt: { why } }: { attempt: AttemptRecord }) {
  if (!why) return null
  return (
    <p className="text-ink-2">
      {why === 'fallback' ? `Next: ${reasons[why]}.` : `Tried again after ${reasons[why]}.`}
    </p>
  )
}
