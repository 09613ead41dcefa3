'use client'

import { announce } from '#components/ui/announcer.tsx'
import { usePageKeys } from '#components/ui/page-keys.ts'
import { useRunner } from '#components/run/runner.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { useBranching } from './use-branching.ts'

/** `B` branches at the chosen token of a run. Draws nothing. */
export function BranchKey({ run }: { run: RunRecord }) {
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
