'use client'

import { useCallback } from 'react'
import type { Draft } from '#lib/parameters/draft.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'

/** Puts a text into the form's `logit_bias`, or unsets it with null, and has it checked. */
export function useWriteBias(): (draft: Draft) => void {
  const form = useParameterForm()
  return useCallback(
    (draft) => {
      form.setValue('logit_bias', draft, { shouldDirty: true })
      void form.trigger('logit_bias')
    },
    [form],
  )
}
