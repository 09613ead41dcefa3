'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { SiteBar } from '#components/shell/site-bar.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { CompareHead } from './compare-head.tsx'
import { Compared } from './compared.tsx'
import { useChoosable, useComparedRun, usePair } from './use-pair.ts'

/** Two runs side by side: how they were asked, where they part, and what each says. */
export function ComparePage() {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0 } } }),
  )
  return (
    <QueryClientProvider client={queries}>
      <div className="min-h-dvh bg-canvas">
        <div className="grid h-12 [&>header]:h-12">
          <SiteBar page="/compare" />
        </div>
        <main>
          <Pair />
        </main>
      </div>
    </QueryClientProvider>
  )
}

function Pair() {
  const runs = useChoosable()
  const pair = usePair()
  const [mode, setMode] = useState<'aligned' | 'plain'>('aligned')
  const [a, b] = [useComparedRun(pair.a), useComparedRun(pair.b)]
  if (!runs) return null
  if (runs.length < 2) {
    return (
      <section className="mx-auto max-w-[48ch] px-6 py-16">
        <h2 className="text-title font-semibold">Two runs are needed</h2>
        <p className="mt-1 text-ink-2">
          {runs.length === 0 ? 'No run is kept in this browser yet. ' : 'One run is kept so far. '}
          Run twice in the{' '}
          <Link href="/" className="text-accent underline">
            playground
          </Link>
          , with one thing changed in between, and come back.
        </p>
      </section>
    )
  }
  return (
    <>
      <CompareHead runs={runs} a={pair.a} b={pair.b} onPair={pair.set}>
        <Segmented
          label="How to show them"
          value={mode}
          onChange={(value) => setMode(value === 'plain' ? 'plain' : 'aligned')}
          options={[
            { value: 'aligned', title: 'Aligned' },
            { value: 'plain', title: 'Plain' },
          ]}
        />
      </CompareHead>
      <div className="mx-auto max-w-[1400px] px-6 py-4 max-md:px-4">
        {a && b && <Compared key={`${a.id} ${b.id}`} a={a} b={b} mode={mode} />}
        {(a === null || b === null) && (
          <p className="text-ink-2">
            {pair.a === undefined || pair.b === undefined
              ? 'Choose two runs above.'
              : 'One of these runs is no longer kept in this browser.'}
          </p>
        )}
      </div>
    </>
  )
}
