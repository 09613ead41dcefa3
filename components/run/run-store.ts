'use client'

import { useSyncExternalStore } from 'react'
import { applyEvent } from '#lib/reply/reducer.ts'
import { createReply, type Reply } from '#lib/reply/reply.ts'
import type { RunEvent } from '#lib/reply/run-events.ts'
import type { AnySettings } from '#lib/parameters/descriptor.ts'

/** One run: what was asked, what came back, and the events that can play it again. */
export interface RunRecord {
  /** The settings as they were when Run was pressed. */
  settings: AnySettings
  reply: Reply
  events: RunEvent[]
  running: boolean
}

let current: RunRecord | undefined
let version = 0
let scheduled = false
/** When the listeners were told last, in milliseconds of the page's clock. */
let notifiedAt = 0

/** Milliseconds between two notifications. */
const flushPause = 100
const listeners = new Set<() => void>()

/** Starts a new record; the last one is let go. */
export function beginRun(settings: AnySettings): RunRecord {
  current = { settings, reply: createReply(), events: [], running: true }
  notify()
  return current
}

/** Takes in one event. Events of a run that has been replaced are ignored. */
export function recordEvent(run: RunRecord, event: RunEvent): void {
  if (run !== current) return
  run.events.push(event)
  applyEvent(run.reply, event)
  schedule()
}

/** Marks a run as over. */
export function finishRun(run: RunRecord): void {
  run.running = false
  if (run === current) notify()
}

/** Shows a run that was recorded earlier, unless another has begun meanwhile. */
export function restoreRun(settings: AnySettings, events: RunEvent[]): void {
  if (current) return
  const reply = createReply()
  for (const event of events) applyEvent(reply, event)
  current = { settings, reply, events, running: false }
  notify()
}

/** The run in view, if any. */
export function getRun(): RunRecord | undefined {
  return current
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
  return { run: seen === 0 ? undefined : current, version: seen }
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
function schedule(): void {
  if (scheduled) return
  scheduled = true
  const wait = Math.max(0, notifiedAt + flushPause - performance.now())
  setTimeout(() => {
    scheduled = false
    notify()
  }, wait)
}
