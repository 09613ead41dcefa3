'use client'

import { IconButton } from '#components/ui/button.tsx'
import { usePageKeys } from '#components/ui/page-keys.ts'
import { openPanel } from './panel-store.ts'

/** `?` lists the keys, and so does the button, which is the way back once single keys are off. */
export function KeyList() {
  usePageKeys({ '?': () => openPanel('keys') })
  return (
    <IconButton
      icon="help"
      label="Keys"
      className="max-md:hidden"
      onClick={() => openPanel('keys')}
    />
  )
}
