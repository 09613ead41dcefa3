'use client'

import { useSyncExternalStore } from 'react'
import { select } from '#components/reply/selection.ts'
import type { RunEvent } from '#lib/reply/run-events.ts'
import { withinLimits } from './run-list.ts'
import { addEvent, type RunRecord } from './run-record.ts'

export type { RunRecord } from './run-record.ts'

/** The runs of this session, oldest first, and the id of the one in view. */
export interface Runs {
  runs: readonly RunRecord[]
  shown: string | undefined
}

const none: Runs = { runs: [], shown: undefined }

/** Replaced by a new object when a run comes, ends or goes, or another is shown. */
let all = none
let version = 0
let scheduled: ReturnType<typeof setTimeout> | undefined
/** When the listeners were told last, in milliseconds of the page's clock. */
let notifiedAt = 0

/** Milliseconds between two notifications. */
const flushPause = 100
const listeners = new Set<() => void>()

/** Adds a run that begins, under the next number, and shows it; what is too old to be kept goes. */
export function beginRun(run: RunRecord): void {
  run.number = nextNumber()
  change([...all.runs, run], run.id)
}

/** Takes in one event, of the run in view or of another. */
export function recordEvent(run: RunRecord, event: RunEvent): void {
  const hadText = run.reply.firstTokenAt !== undefined
  addEvent(run, event)
  if (run !== getRun()) return
  // The first token is what everybody waits for.
  schedule(!hadText && run.reply.firstTokenAt !== undefined)
}

/** Marks a run as over. */
export function finishRun(run: RunRecord): void {
  run.running = false
  change(all.runs, all.shown)
}

/** Shows a run that was stored earlier, unless another has begun meanwhile. */
export function restoreRun(run: RunRecord): void {
  if (all.runs.length === 0) change([run], run.id)
}

/** Adds a run that is over and was made elsewhere or earlier, under the next number, and shows it. */
export function placeRun(run: RunRecord): void {
  const known = all.runs.some(({ id }) => id === run.id)
  if (known) return showRun(run.id)
  select({ choice: 0, token: undefined })
  change([...all.runs, { ...run, number: nextNumber(), running: false }], run.id)
}

/** Brings another run into view, from the beginning; nothing where it is not kept. */
export function showRun(id: string): void {
  if (id === all.shown || !all.runs.some((run) => run.id === id)) return
  select({ choice: 0, token: undefined })
  change(all.runs, id)
}

/** The runs of this session, oldest first. */
export function getRuns(): readonly RunRecord[] {
  return all.runs
}

/** The run in view, if any. */
export function getRun(): RunRecord | undefined {
  return all.runs.find(({ id }) => id === all.shown)
}

/** The run that is under way, if any, in view or not. */
export function getRunning(): RunRecord | undefined {
  return all.runs.find(({ running }) => running)
}

/** Calls `listener` after every change, until the returned function is called. */
export function subscribeRun(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The run in view. Re-renders at most ten times a second; read the record during render only. */
export function useRunRecord(): { run: RunRecord | undefined; version: number } {
  const seen = useSyncExternalStore(
    subscribeRun,
    () => version,
    () => 0,
  )
  return { run: seen === 0 ? undefined : getRun(), version: seen }
}

/** The runs of this session; re-renders when one comes, ends or goes, or another is shown. */
export function useRuns(): Runs {
  return useSyncExternalStore(
    subscribeRun,
    () => all,
    () => none,
  )
}

function nextNumber(): number {
  return 1 + Math.max(0, ...all.runs.map(({ number }) => number))
}

function change(runs: readonly RunRecord[], shown: string | undefined): void {
  all = { runs: withinLimits(runs, shown), shown }
  notify()
}

function notify(): void {
  notifiedAt = performance.now()
  version += 1
  for (const listener of listeners) listener()
}

/**
 * At most ten notifications a second: a faster stream costs a page more than a reader gains. The first
 * one after a pause comes at once.
 */
function schedule(isUrgent: boolean): void {
  if (scheduled !== undefined && !isUrgent) return
  clearTimeout(scheduled)
  const wait = isUrgent ? 0 : Math.max(0, notifiedAt + flushPause - performance.now())
  scheduled = setTimeout(() => {
    scheduled = undefined
    notify()
  }, wait)
}
