'use client'

import { lazy, Suspense, useEffect } from 'react'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { notify } from '#components/shell/notice.tsx'
import { useIncoming } from './incoming.ts'

// Most visits bring no link, so the sheet and its codec are no part of the first load.
const ProposalsSheet = lazy(async () => ({
  default: (await import('./proposals-sheet.tsx')).ProposalsSheet,
}))

/** Receives the presets that the address brings, and draws the sheet of whatever is proposed. */
export function LinkInAddress() {
  const form = useParameterForm()
  const incoming = useIncoming()
  useEffect(() => {
    const read = () => {
      const fragment = location.hash.slice(1)
      if (fragment === '') return
      void afterRestoring()
        .then(() => import('./receive.ts'))
        .then(({ receiveFragment }) => receiveFragment(form, fragment))
        .catch(() =>
          notify({ text: 'The link could not be read: a part of this page is missing.' }),
        )
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [form])
  if (!incoming) return null
  return (
    <Suspense>
      <ProposalsSheet incoming={incoming} />
    </Suspense>
  )
}

/** What was kept between visits comes first, or it would overwrite what the link brings. */
function afterRestoring(): Promise<void> {
  const { documentElement: page } = document
  if (page.dataset.ready === 'true') return Promise.resolve()
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (page.dataset.ready !== 'true') return
      observer.disconnect()
      resolve()
    })
    observer.observe(page, { attributeFilter: ['data-ready'] })
  })
}
