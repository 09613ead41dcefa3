'use client'

import { lazy, Suspense } from 'react'
import { useWatch } from 'react-hook-form'
import { isMessagesDraft } from '#lib/request/message-drafts.ts'
import { mayNameVariables } from '#lib/request/variables.ts'
import { useControl } from '#components/parameters/form-context.tsx'

// Few conversations name variables, so what draws them is no part of the first load.
const VariablesPanel = lazy(async () => ({
  default: (await import('./variables-panel.tsx')).VariablesPanel,
}))

/** The variables of the conversation, where it may have some. */
export function VariablesSlot() {
  const isWanted = useWatch({
    control: useControl(),
    compute: ({ variables, messages }) =>
      (variables ?? null) !== null || (isMessagesDraft(messages) && mayNameVariables(messages)),
  })
  return <Suspense>{isWanted && <VariablesPanel />}</Suspense>
}
