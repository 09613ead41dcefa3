'use client'

import { useSyncExternalStore } from 'react'
import type { LogprobBasis } from '#lib/logprobs/probe.ts'
import { providerIds, providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import type { ProbeTarget } from '#lib/request/probe.ts'
import { keep, keepsNothing, recall, subscribeKeeping } from '#components/playground/storage.ts'
import type { RunRecord } from '#components/run/run-store.ts'

/** What is known of a run's log probabilities. */
export interface KnownBasis {
  /** `raw` is before temperature (T = 1), `scaled` after it. */
  basis: LogprobBasis | 'unknown'
  /** When a probe found it, in ISO 8601; absent where it is known without one, or not at all. */
  probedAt?: string
}

/** What answered a run, with the address that was called. */
export interface Answerer extends ProbeTarget {
  url: string
}

type Found = Record<string, { basis: LogprobBasis; probedAt: string }>

const nothing: Found = {}
let found = nothing
let isRead = false
const listeners = new Set<() => void>()

/** Who answered in the last try of a run; nothing before it was sent. */
export function answererOf(run: RunRecord | undefined): Answerer | undefined {
  const last = run?.reply.attempts.at(-1)
  const provider = providerIds.find((id) => id === last?.provider)
  return last && provider && { provider, model: last.model, url: last.request.url }
}

/** Whether the log probabilities of a run are before or after temperature, as far as that is known. */
export function useLogprobBasis(run: RunRecord | undefined): KnownBasis {
  const all = useSyncExternalStore(
    subscribe,
    () => found,
    () => nothing,
  )
  const answerer = answererOf(run)
  const provider = answerer?.provider ?? (run?.recorded && providerIn(run.settings))
  if (provider && providerOf(provider).route === 'in-process') return { basis: teachingBasis(run) }
  if (!answerer) return { basis: 'unknown' }
  return all[keyOf(answerer)] ?? { basis: 'unknown' }
}

/** The teaching model reports its own distribution unless the extra body asks for the processed one. */
function teachingBasis(run: RunRecord | undefined): LogprobBasis {
  const mode = new Map(Object.entries(run?.settings.extra_body ?? {})).get('logprobs_mode')
  return mode === 'processed_logprobs' ? 'scaled' : 'raw'
}

/** Remembers what a probe found, on this device unless nothing is to be kept. */
export function rememberBasis(answerer: Answerer, basis: LogprobBasis, probedAt: string): void {
  write({ ...found, [keyOf(answerer)]: { basis, probedAt } })
}

/** Forgets what a probe found. */
export function forgetBasis(answerer: Answerer): void {
  const { [keyOf(answerer)]: _, ...rest } = found
  write(rest)
}

function keyOf({ provider, model, url }: Answerer): string {
  return `${provider} ${model} ${url}`
}

function write(next: Found): void {
  tell(next)
  void keep('logprobBases', next)
}

function tell(next: Found): void {
  found = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!isRead) void read()
  return () => listeners.delete(listener)
}

/** Reads what is kept, once. What was found meanwhile is newer. */
async function read(): Promise<void> {
  isRead = true
  subscribeKeeping(() => {
    if (keepsNothing()) tell(nothing)
  })
  const kept = await recall('logprobBases')
  if (kept) tell({ ...kept, ...found })
}
