'use client'

import { useCallback } from 'react'
import type { Preset } from '#lib/preset/preset.ts'
import { draftsOf, parseDrafts } from '#lib/request/drafts.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { setCurrentPreset, type CurrentPreset } from './current-preset.ts'
import { fingerprintOf } from './fingerprint.ts'

/**
 * Puts a preset into the form, as one step that Undo takes back: what it does not name is not set.
 * `aside` leaves these settings of the form as they are. Nothing runs.
 */
export function useOpenPreset() {
  const form = useParameterForm()
  return useCallback(
    ({ settings, ...said }: Preset & Pick<CurrentPreset, 'savedAs'>, aside: string[] = []) => {
      const now = parseDrafts(form.getValues()).settings
      const kept = Object.fromEntries(Object.entries(now).filter(([name]) => aside.includes(name)))
      form.reset(draftsOf({ ...settings, ...kept }), { keepDefaultValues: true })
      setCurrentPreset({ ...said, asSaved: fingerprintOf(form.getValues()) })
      void form.trigger()
    },
    [form],
  )
}
