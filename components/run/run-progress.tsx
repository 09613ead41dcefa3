'use client'

import { tokensThatCame } from '#lib/reply/reply.ts'
import type { RunRecord } from './run-store.ts'

/** What has come of a run that is under way. */
export function RunProgress({ run }: { run: RunRecord }) {
  const { choices, firstTokenAt } = run.reply
  const count = choices.reduce((sum, choice) => sum + tokensThatCame(choice), 0)
  if (firstTokenAt === undefined) return <span className="text-ink-3">waiting…</span>
  return (
    <span className="truncate text-ink-3">
      {count > 0 && `${count} tokens, `}first after {Math.round(firstTokenAt)} ms
    </span>
  )
}
