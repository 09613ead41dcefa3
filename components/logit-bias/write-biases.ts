'use client'

import { useCallback } from 'react'
import { useWatch } from 'react-hook-form'
import type { Drafts } from '#lib/request/drafts.ts'
import { useControl, useParameterForm } from '#components/parameters/form-context.tsx'
import { setTogether } from '#components/undo/set-together.ts'

/** The field and what its ids stand for. */
export type BiasFields = Pick<Drafts, 'logit_bias' | 'logit_bias_labels'>

/** Puts both into the form, as one step that Undo takes back, and has them checked. */
export function useWriteBiases(): (fields: BiasFields) => void {
  const form = useParameterForm()
  return useCallback(
    ({ logit_bias, logit_bias_labels }) => {
      setTogether(form, { logit_bias, logit_bias_labels })
      void form.trigger(['logit_bias', 'logit_bias_labels'])
    },
    [form],
  )
}

/** Both as the form holds them. */
export function useBiasFields(): BiasFields {
  const [logit_bias, logit_bias_labels] = useWatch({
    control: useControl(),
    name: ['logit_bias', 'logit_bias_labels'],
  })
  return { logit_bias, logit_bias_labels }
}

/** The text of the field; null where it is not set. */
export function biasText({ logit_bias }: BiasFields): string | null {
  return typeof logit_bias === 'string' ? logit_bias : null
}
