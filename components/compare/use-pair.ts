'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { listRuns } from '#components/history/history-db.ts'
import { readRun } from '#components/history/kept-run.ts'
import { getRuns, type RunRecord } from '#components/run/run-store.ts'

/** A run that can be chosen. */
export interface Choosable {
  id: string
  title: string
}

/** Every run that can be compared: those of this session, then those that are kept. */
export function useChoosable(): Choosable[] | undefined {
  return useQuery({
    queryKey: ['comparable'],
    queryFn: async () => {
      const kept = await listRuns()
      const summaries = kept.ok ? kept.value : []
      const known = new Set(summaries.map(({ id }) => id))
      const here = getRuns().filter(({ id, running }) => !running && !known.has(id))
      return [
        ...here.toReversed().map(({ id, number, settings }) => ({
          id,
          title: `Run ${number}${temperatureOf(settings.temperature)}`,
        })),
        ...summaries.map(({ id, at, model, temperature, prompt }) => ({
          id,
          title: `${timeOf(at)}${temperatureOf(temperature)}, ${model}, ${prompt.slice(0, 40)}`,
        })),
      ]
    },
  }).data
}

/** The run of an id; null where it is no longer there. */
export function useComparedRun(id: string | undefined): RunRecord | null | undefined {
  return useQuery({
    queryKey: ['compared', id],
    queryFn: async () => {
      if (id === undefined) return null
      return getRuns().find((run) => run.id === id) ?? (await readRun(id)) ?? null
    },
  }).data
}

/** The ids in the address, and the way to change them. */
export function usePair() {
  const search = useSyncExternalStore(
    subscribe,
    () => location.search,
    () => '',
  )
  const named = new URLSearchParams(search)
  const [a, b] = [named.get('a') ?? undefined, named.get('b') ?? undefined]
  const set = (nextA: string | undefined, nextB: string | undefined) => {
    const next = new URLSearchParams()
    if (nextA) next.set('a', nextA)
    if (nextB) next.set('b', nextB)
    history.replaceState(history.state, '', `${location.pathname}?${next.toString()}`)
    for (const listener of listeners) listener()
  }
  return { a, b, set }
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

function temperatureOf(value: unknown): string {
  return typeof value === 'number' ? `, T ${value}` : ''
}

function timeOf(at: number): string {
  const time = new Date(at)
  const isToday = time.toDateString() === new Date().toDateString()
  const day = isToday ? 'Today' : time.toLocaleDateString('en', { dateStyle: 'medium' })
  return `${day} ${time.toLocaleTimeString('en', { timeStyle: 'medium' })}`
}
