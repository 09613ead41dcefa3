'use client'

import { useEffect } from 'react'
import { getRuns, placeRun, showRun } from '#components/run/run-store.ts'
import { notify } from '#components/shell/notice.tsx'

/** Shows the kept run that the address names (`/?run=…`), once, and takes it out of the address. */
export function useRunInAddress(): void {
  useEffect(() => {
    const id = new URLSearchParams(location.search).get('run')
    if (!id) return
    history.replaceState(history.state, '', location.pathname + location.hash)
    void show(id)
  }, [])
}

async function show(id: string): Promise<void> {
  if (getRuns().some((run) => run.id === id)) return showRun(id)
  const { readRun } = await import('./kept-run.ts')
  const run = await readRun(id)
  if (run) placeRun(run)
  else notify({ text: 'This run is no longer kept in this browser.' })
}
