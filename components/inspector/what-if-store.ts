'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { samplerOrders } from '#lib/logprobs/what-if/sampler.ts'
import type { ReplyBasis, WhatIfSettings } from '#lib/reply/what-if-reader.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { useLogprobBasis } from './logprob-basis.ts'
import { numberOr, replyBasisOf } from './record-basis.ts'

/** What the sliders stand at, by wire name. */
export interface Sliders {
  temperature: number
  top_p: number
  top_k: number
  min_p: number
  presence_penalty: number
  frequency_penalty: number
  order: keyof typeof samplerOrders
}

/** A bias in nats and the token's text, for words about it. */
export interface Bias {
  token: string
  amount: number
}

/** What was changed against what the run used; grows a new object with every change. */
interface Changes {
  sliders: Partial<Sliders>
  /** By `tokenKey`; none is 0. */
  biases: ReadonlyMap<string, Bias>
  /** Grows with every reset, so that fields forget what was typed. */
  resets: number
}

let changes: Changes = { sliders: {}, biases: new Map(), resets: 0 }
const initial = changes
const listeners = new Set<() => void>()

/** Moves sliders; `undefined` puts one back to what the run used. */
export function setSliders(change: { [Name in keyof Sliders]?: Sliders[Name] | undefined }): void {
  const merged = Object.entries({ ...changes.sliders, ...change })
  // Entries of a partial of Sliders without its holes are one again.
  const sliders = Object.fromEntries(
    merged.filter(([, value]) => value !== undefined),
  ) as Partial<Sliders>
  update({ ...changes, sliders })
}

/** Biases one token, known by `tokenKey`; 0 takes the bias away. */
export function setBias(key: string, bias: Bias): void {
  const biases = new Map(changes.biases)
  if (bias.amount === 0) biases.delete(key)
  else biases.set(key, bias)
  update({ ...changes, biases })
}

/** Puts everything back to what the run used. */
export function resetWhatIf(): void {
  update({ sliders: {}, biases: new Map(), resets: changes.resets + 1 })
}

/** The sliders over a run: where they stand, what that means, and whether anything was moved. */
export interface WhatIfState {
  sliders: Sliders
  /** What the run itself used. */
  start: Sliders
  biases: ReadonlyMap<string, Bias>
  changed: boolean
  resets: number
  /** The same for `whatIfReader`; the same objects until something changes. */
  settings: WhatIfSettings
  basis: ReplyBasis
}

/** The state of the sliders over a run, re-rendering on change. */
export function useWhatIf(run: RunRecord): WhatIfState {
  const { sliders: moved, biases, resets } = useChanges()
  const { basis: known } = useLogprobBasis(run)
  const provider = run.reply.attempts.at(-1)?.provider
  return useMemo(() => {
    const start = startOf(run, provider)
    const sliders = { ...start, ...moved }
    const amounts = [...biases].map(([key, { amount }]) => [key, amount] as const)
    return {
      sliders,
      start,
      biases,
      resets,
      changed: biases.size > 0 || Object.keys(moved).length > 0,
      settings: { ...sliders, order: samplerOrders[sliders.order], biases: new Map(amounts) },
      basis: replyBasisOf(run, known),
    }
  }, [run, provider, moved, biases, resets, known])
}

/** What the run used; where it set nothing, what leaves the distribution alone. */
function startOf({ settings }: RunRecord, provider: string | undefined): Sliders {
  return {
    temperature: numberOr(settings.temperature, 1),
    top_p: numberOr(settings.top_p, 1),
    top_k: Math.max(0, numberOr(settings.top_k, 0)),
    min_p: numberOr(settings.min_p, 0),
    presence_penalty: numberOr(settings.presence_penalty, 0),
    frequency_penalty: numberOr(settings.frequency_penalty, 0),
    order: provider === 'llamacpp' ? 'temperature-last' : 'temperature-first',
  }
}

function useChanges(): Changes {
  return useSyncExternalStore(
    subscribe,
    () => changes,
    () => initial,
  )
}

function update(next: Changes): void {
  changes = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
