'use client'

import { useEffect } from 'react'
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
  const [{ readRun }, { placeRun }] = await Promise.all([
    import('./kept-run.ts'),
    import('#components/run/run-store.ts'),
  ])
  const run = await readRun(id)
  if (run) placeRun(run)
  else notify({ text: 'This run is no longer kept in this browser.' })
}
