'use client'

import { lazy, Suspense, useState } from 'react'
import { IconButton } from '#components/ui/button.tsx'
import { usePageKeys } from '#components/ui/page-keys.ts'

// Nobody sees it before asking for it, so it is no part of the first load.
const KeyListDialog = lazy(async () => ({
  default: (await import('./key-list-dialog.tsx')).KeyListDialog,
}))

/** `?` lists the keys, and so does the button, which is the way back once single keys are off. */
export function KeyList() {
  const [isOpen, setOpen] = useState(false)
  usePageKeys({ '?': () => setOpen(true) })
  return (
    <>
      <IconButton icon="help" label="Keys" onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <KeyListDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
