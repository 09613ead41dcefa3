'use client'

import type { ReactNode } from 'react'
import { surprisalBits } from '#lib/logprobs/index.ts'
import { mainBlock } from '#lib/reply/blocks.ts'
import type { Choice } from '#lib/reply/reply.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { Letter } from './compare-head.tsx'

/** Who answered on one side, and how it went. */
export function SideHead({
  name,
  run,
  choice,
  children,
}: {
  name: 'A' | 'B'
  run: RunRecord
  choice: Choice | undefined
  children: ReactNode
}) {
  const { temperature, model } = run.settings
  const title = `${run.reply.model ?? String(model ?? '')}${typeof temperature === 'number' ? `, T ${temperature}` : ''}`
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 odd:border-r max-md:odd:border-r-0">
      <Letter name={name} />
      <h3 className="min-w-0 truncate font-semibold">
        <span className="sr-only">{name}: </span>
        {title}
      </h3>
      {children}
      <span className="ml-auto text-small text-ink-2">{factsOf(run, choice).join('  ')}</span>
    </div>
  )
}

function factsOf({ reply }: RunRecord, choice: Choice | undefined): string[] {
  const tokens = choice && mainBlock(choice).tokens
  const bits = Array.from({ length: tokens?.length ?? 0 }, (_, at) =>
    surprisalBits(tokens?.logprob(at) ?? Number.NaN),
  )
  const mean = bits.reduce((sum, one) => sum + one, 0) / bits.length
  return [
    bits.length > 0 ? `${bits.length} tokens` : '',
    Number.isFinite(mean) ? `${mean.toFixed(2)} bit mean` : '',
    reply.endedAt === undefined ? '' : `${(reply.endedAt / 1000).toFixed(2)} s`,
    choice?.finishReason ? `finish ${choice.finishReason}` : '',
  ].filter(Boolean)
}
