'use client'

import { useMemo } from 'react'
import type { Choice } from '#lib/reply/reply.ts'
import type { Result } from '#lib/result.ts'
import { fail } from '#lib/result.ts'
import { useSelection } from '#components/reply/selection.ts'
import { planBranch, type PlannedBranch } from '#components/run/plan-branch.ts'
import { useRuns, type RunRecord } from '#components/run/run-store.ts'

/** What makes a branch that can be run, or one sentence on why there is none. */
export type Branching = Result<() => PlannedBranch, string>

/**
 * The branch at the chosen token of a run, from the token itself, or with one of its alternatives
 * (0-based) in its place.
 */
export function useBranching(run: RunRecord, alternative?: number): Branching {
  const { choice, token = 0, block } = useSelection()
  const { runs } = useRuns()
  const isBusy = runs.some(({ running }) => running)
  return useMemo(() => {
    if (isBusy) return fail('A run is under way. Wait until it is complete, or stop it.')
    if (block) return fail('Only the text of a reply can be gone on with.')
    const at = run.reply.choices[choice] ? choice : 0
    const why = whyNot(run.reply.choices[at])
    return why ? fail(why) : planBranch(run, { choice: at, token, alternative })
  }, [run, isBusy, choice, token, block, alternative])
}

function whyNot(choice: Choice | undefined): string | undefined {
  if (!choice) return 'No reply has come.'
  if (choice.content === '' && choice.refusal !== '') return 'A refusal cannot be gone on with.'
  return choice.tokens.length === 0
    ? 'This reply has no tokens to branch from. Set Include log probabilities and run again.'
    : undefined
}
