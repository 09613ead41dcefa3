'use client'

import { lazy, Suspense, useEffect } from 'react'
import { useRunRecord } from '#components/run/run-store.ts'
import type { ReplyActions } from './run-reply.tsx'

const load = async () => ({ default: (await import('./run-reply.tsx')).RunReply })
// Nobody sees it before the first run, so it is no part of the first load.
const RunReply = lazy(load)

/** The reply of the run in view, or what will be there. */
export function ReplyView(actions: ReplyActions) {
  const { run, version } = useRunRecord()
  useEffect(() => onFirstInput(() => void load()), [])
  if (!run) return <NothingYet />
  return (
    <Suspense>
      <RunReply run={run} version={version} {...actions} />
    </Suspense>
  )
}

/** Calls `work` when the person first does anything: a reply is likely to follow. */
function onFirstInput(work: () => void): () => void {
  const abort = new AbortController()
  const once = () => {
    abort.abort()
    work()
  }
  for (const type of ['pointermove', 'pointerdown', 'keydown'])
    addEventListener(type, once, { signal: abort.signal, passive: true })
  return () => abort.abort()
}

function NothingYet() {
  return (
    <section aria-label="Reply" className="mx-auto w-full max-w-[44ch] px-6 py-16 max-md:px-4">
      <h2 className="text-title font-semibold">No reply yet</h2>
      <p className="mt-1 text-ink-2">
        Run to see the reply token by token, each tinted by how surprising it was, with the
        alternatives at each position.
      </p>
    </section>
  )
}
