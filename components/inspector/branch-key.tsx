'use client'

import { announce } from '#components/ui/announcer.tsx'
import { usePageKeys } from '#components/ui/page-keys.ts'
import { useRunner } from '#components/run/runner.ts'
import { useRunRecord, type RunRecord } from '#components/run/run-store.ts'
import { useBranching } from './use-branching.ts'

/** `B` branches at the chosen token of the run in view. Draws nothing. */
export function BranchKey() {
  const { run } = useRunRecord()
  return run ? <KeyFor run={run} /> : null
}

function KeyFor({ run }: { run: RunRecord }) {
  const { branch } = useRunner()
  const planned = useBranching(run)
  usePageKeys({
    b: () => {
      if (planned.ok) branch(planned.value())
      else announce(planned.error)
    },
  })
  return null
}
