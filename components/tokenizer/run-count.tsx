'use client'

import { lazy, Suspense } from 'react'
import { useWatch } from 'react-hook-form'
import { useControl } from '#components/parameters/form-context.tsx'
import { tokensText, useTotal } from './count.tsx'
import { replyLimit } from './reply-limit.ts'

/** From so many tokens on a model's window is looked at; few models have a smaller one. */
const smallestWindow = 500

// Most requests are far from it, so it is no part of the first load.
const WindowWarning = lazy(async () => ({
  default: (await import('./window-warning.tsx')).WindowWarning,
}))

/** What goes in and what may come out, and a warning where that is more than the model takes. */
export function RunCount() {
  const { total, isExact } = useTotal()
  const [each = 0, whole] = useWatch({ control: useControl(), compute: replyLimit })
  return (
    <>
      <span data-run-count className="truncate text-ink-2 max-md:hidden">
        {tokensText(total, isExact)} in
        {whole && `, up to ${whole.toLocaleString('en')} out`}
      </span>
      <Suspense>
        {total + each > smallestWindow && <WindowWarning needed={total + each} />}
      </Suspense>
    </>
  )
}
