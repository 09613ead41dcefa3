'use client'

import { useMemo } from 'react'
import type { ParameterForm } from '#components/parameters/form-context.tsx'
import { reportNow } from '#components/ui/late-report.ts'

/**
 * The form, so that what is set by the page itself never comes before what was typed earlier and is
 * not reported yet: else the typed text would be gone without a step to go back to.
 */
export function usePromptForm(form: ParameterForm): ParameterForm {
  return useMemo(() => {
    const setValue: ParameterForm['setValue'] = (...given) => {
      reportNow()
      form.setValue(...given)
    }
    const reset: ParameterForm['reset'] = (...given) => {
      reportNow()
      form.reset(...given)
    }
    return { ...form, setValue, reset }
  }, [form])
}
