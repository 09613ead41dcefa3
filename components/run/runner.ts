'use client'

import { createContext, useContext } from 'react'
import type { PlannedBranch } from './plan-branch.ts'

/** Ways to start and stop runs; the same for as long as the page is open. */
export interface Runner {
  /** Runs what is in the form, or brings its first problem into view. */
  start(): void
  /** Runs a branch of an earlier run, with the settings of that run. */
  branch(planned: PlannedBranch): void
  /** Runs the branch in view once more; where the run in view is none, what is in the form. */
  again(): void
  stop(): void
}

export const RunnerContext = createContext<Runner | null>(null)

/** The ways to start and stop runs. */
export function useRunner(): Runner {
  const runner = useContext(RunnerContext)
  if (!runner) throw new Error('The runner is given by Workbench.')
  return runner
}
