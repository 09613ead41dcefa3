'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Choosable } from './use-pair.ts'

/** Which two runs are compared. */
export function CompareHead({
  runs,
  a,
  b,
  onPair,
  children,
}: {
  runs: readonly Choosable[]
  a: string | undefined
  b: string | undefined
  onPair(a: string | undefined, b: string | undefined): void
  children: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line bg-surface px-6 py-2.5 max-md:px-4">
      <h2 className="text-[16px]/6 font-semibold">Compare</h2>
      <RunChoice name="A" runs={runs} value={a} onChange={(id) => onPair(id, b)} />
      <RunChoice name="B" runs={runs} value={b} onChange={(id) => onPair(a, id)} />
      <Button look="plain" onClick={() => onPair(b, a)}>
        Swap
      </Button>
      <span className="ml-auto">{children}</span>
    </div>
  )
}

function RunChoice({
  name,
  runs,
  value,
  onChange,
}: {
  name: 'A' | 'B'
  runs: readonly Choosable[]
  value: string | undefined
  onChange(id: string): void
}) {
  const isKnown = runs.some(({ id }) => id === value)
  return (
    <label className="flex min-w-0 items-center gap-2">
      <Letter name={name} />
      <span className="sr-only">Run {name}</span>
      <select
        value={isKnown ? value : ''}
        onChange={({ target }) => onChange(target.value)}
        className="h-8 w-64 max-w-full rounded-[6px] border border-field bg-surface px-2"
      >
        {!isKnown && <option value="">Choose a run</option>}
        {runs.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The letter of a side: A is filled, B is outlined. */
export function Letter({ name }: { name: 'A' | 'B' }) {
  const look = name === 'A' ? 'bg-ink text-surface' : 'bg-surface text-ink'
  return (
    <span
      aria-hidden
      className={`grid size-5 flex-none place-items-center rounded-[4px] border border-ink text-small font-semibold ${look}`}
    >
      {name}
    </span>
  )
}
