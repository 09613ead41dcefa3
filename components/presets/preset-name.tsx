'use client'

import { useEffect } from 'react'
import { visibleText } from '#lib/preset/visible.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { openPanel } from '#components/shell/panel-store.ts'
import { Icon } from '#components/ui/icon.tsx'
import { getCurrentPreset, useCurrentPreset } from './current-preset.ts'
import { wishToName } from './panel-wish.ts'
import { useDiffers } from './use-differs.ts'

/** The name of what is in the form, and whether it was changed since; it opens the presets. */
export function PresetName() {
  const { name = 'Untitled' } = useCurrentPreset()
  const differs = useDiffers()
  useSaveKey()
  return (
    <button
      type="button"
      title="Presets"
      data-preset-name
      onClick={() => openPanel('presets')}
      className="flex h-7 min-w-0 items-center gap-1.5 rounded-[6px] px-2 hover:bg-hover max-md:h-9"
    >
      <span className="sr-only">Preset: </span>
      <span className="min-w-0 truncate">{visibleText(name)}</span>
      {differs && (
        <span
          role="img"
          aria-label="changed"
          title="Changed since it was opened or saved"
          className="size-1.5 flex-none rounded-full bg-accent forced-colors:bg-[Highlight]"
        />
      )}
      <span className="flex-none text-ink-3">
        <Icon name="pencil" size={14} />
      </span>
    </button>
  )
}

/** Ctrl or Cmd S saves the preset, or asks for a name where it has none of its own yet. */
function useSaveKey(): void {
  const form = useParameterForm()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
      if (event.altKey || event.shiftKey) return
      // The browser would offer to save the page, which is never what was meant.
      event.preventDefault()
      if (document.querySelector('dialog[open]')) return
      if (getCurrentPreset().savedAs === undefined) {
        wishToName()
        openPanel('presets')
        return
      }
      void import('./save-preset.ts').then(({ saveAgain }) => saveAgain(form))
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [form])
}
