'use client'

import { askedAndGot } from '#lib/reply/audit/asked-and-got.ts'
import { readLiteLlmHeaders, type LiteLlmReport } from '#lib/reply/litellm-headers.ts'
import type { Reply } from '#lib/reply/reply.ts'
import { askedOf, type RunRecord } from '#components/run/run-record.ts'
import { AskedTable } from './asked-table.tsx'
import { AttemptLog } from './attempt-log.tsx'
import { FactList } from './fact-list.tsx'
import { RunCost } from './run-cost.tsx'
import { RunTimings } from './timings.tsx'

/** The run as it happened: each try, what was asked and got, then what the reply says about itself. */
export function RunTab({ run }: { run: RunRecord }) {
  const { reply } = run
  const rows = askedAndGot(askedOf(run), reply)
  const report = readLiteLlmHeaders(reply.attempts.at(-1)?.headers ?? {})
  return (
    <>
      <section className="border-b border-line p-4">
        <h2 className="mb-2 text-small font-semibold">Attempts</h2>
        <AttemptLog reply={reply} />
      </section>
      <RunTimings run={run} />
      <FactList title="Usage" facts={usageFacts(reply)} />
      <RunCost run={run} />
      {rows.length > 0 && <AskedTable rows={rows} />}
      {report && <FactList title="LiteLLM proxy" facts={proxyFacts(report)} />}
      <FactList title="Reply" facts={replyFacts(reply)} />
    </>
  )
}

function proxyFacts(report: LiteLlmReport): [string, string | undefined][] {
  return [
    ['retries', report.attemptedRetries?.toString()],
    ['fallbacks', report.attemptedFallbacks?.toString()],
    ['model group', report.modelGroup],
    ['deployment', report.modelId],
    ['called', report.apiBase],
    ['duration', ms(report.durationMs)],
    ['own work', ms(report.overheadMs)],
    ['call id', report.callId],
    ['version', report.version],
  ]
}

function replyFacts(reply: Reply): [string, string | undefined][] {
  const { created } = reply
  return [
    ['status', reply.status],
    ['id', reply.id],
    ['created', created === undefined ? undefined : new Date(created * 1000).toISOString()],
    ['model', reply.model],
    ['system fingerprint', reply.systemFingerprint],
    ['service tier', reply.serviceTier],
  ]
}

function usageFacts({ usage }: Reply): [string, string | undefined][] {
  return [
    ['prompt tokens', count(usage?.prompt)],
    ['of these cached', count(usage?.cached)],
    ['completion tokens', count(usage?.completion)],
    ['of these reasoning', count(usage?.reasoning)],
    ['total tokens', count(usage?.total)],
  ]
}

function count(tokens: number | undefined): string | undefined {
  return tokens?.toLocaleString('en')
}

function ms(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${Math.round(value)} ms`
}
