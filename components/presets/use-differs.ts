'use client'

import { useEffect, useState } from 'react'
import { starter } from '#lib/preset/starter.ts'
import { draftsOf } from '#lib/request/drafts.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { getCurrentPreset, subscribeCurrentPreset } from './current-preset.ts'
import { fingerprintOf } from './fingerprint.ts'

/** How long the form has to rest before it is compared, in milliseconds. */
const rest = 250

/** Whether the form differs from the preset as it was opened or saved, a moment after a change. */
export function useDiffers(): boolean {
  const form = useParameterForm()
  const [differs, setDiffers] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const compare = () => {
      const saved = getCurrentPreset().asSaved ?? fingerprintOf(draftsOf(starter))
      setDiffers(fingerprintOf(form.getValues()) !== saved)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(compare, rest)
    }
    const leaveForm = form.subscribe({ formState: { values: true }, callback: later })
    const leavePreset = subscribeCurrentPreset(later)
    later()
    return () => {
      clearTimeout(timer)
      leaveForm()
      leavePreset()
    }
  }, [form])
  return differs
}
