'use client'

import { useCallback } from 'react'
import type { ParameterName } from '#lib/parameters/index.ts'
import { sentAnyway } from '#lib/providers/availability.ts'
import { useParameterForm } from './form-context.tsx'

/** Puts a parameter on the list of those that are sent anyway, or takes it off; an empty list is unset. */
export function useSendAnyway(name: ParameterName): (wanted: boolean) => void {
  const form = useParameterForm()
  return useCallback(
    (wanted) => {
      const others = sentAnyway(form.getValues()).filter((one) => one !== name)
      const next = wanted ? [...others, name] : others
      form.setValue('send_anyway', next.length > 0 ? next : null, { shouldDirty: true })
      // The rules of every parameter can change with the list.
      void form.trigger()
    },
    [form, name],
  )
}
