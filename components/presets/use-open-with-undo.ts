'use client'

import { useCallback } from 'react'
import type { Preset } from '#lib/preset/preset.ts'
import { visibleText } from '#lib/preset/visible.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { notify } from '#components/shell/notice.tsx'
import { closePanel } from '#components/shell/panel-store.ts'
import { getCurrentPreset, setCurrentPreset, type CurrentPreset } from './current-preset.ts'
import { openPreset } from './open-preset.ts'

/** Opens a preset from the panel: closes the panel, says what was opened, and offers the form of before. */
export function useOpenWithUndo(): (preset: Preset & Pick<CurrentPreset, 'savedAs'>) => void {
  const form = useParameterForm()
  return useCallback(
    (preset) => {
      const before = { ...form.getValues() }
      const was = getCurrentPreset()
      const undo = () => {
        form.reset(before, { keepDefaultValues: true })
        setCurrentPreset(was)
        void form.trigger()
      }
      openPreset(form, preset)
      closePanel()
      const note = preset.authorNote === undefined ? '' : ` ${visibleText(preset.authorNote)}`
      notify({
        text: `Opened “${visibleText(preset.name ?? 'Untitled')}”.${note}`,
        action: { title: 'Undo', run: undo },
      })
    },
    [form],
  )
}
