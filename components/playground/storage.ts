import { createStore, del, get, set } from 'idb-keyval'
import type { LogprobBasis } from '#lib/logprobs/probe.ts'
import type { Drafts } from '#lib/request/drafts.ts'
import type { CurrentPreset } from '#components/presets/current-preset.ts'
import type { StoredRun } from '#components/run/run-record.ts'
import { notify } from '#components/shell/notice.tsx'

/** Where "keep nothing on this device" is remembered; it is the only thing kept then. */
const forgetKey = 'nucleus.keep-nothing'

/** Where the drafts are when the page was left before the database had them. */
const hasteKey = 'nucleus.drafts-in-haste'

/** Where the run is named that ended and that the history may not have yet. */
const owedKey = 'nucleus.run-owed'

/** Most characters of a run that is kept between visits. */
export const mostRunCharacters = 8_000_000

const store = () => createStore('nucleus', 'playground')

/** What is kept between visits. Keys are not part of any of it. */
interface Kept {
  drafts: Drafts
  /** What the experiment in the drafts is called, and what it was saved as. */
  preset: CurrentPreset
  endpoints: Record<string, string>
  lastRun: StoredRun
  /** What probes found, by provider, model and address. */
  logprobBases: Record<string, { basis: LogprobBasis; probedAt: string }>
}

const names = [
  'drafts',
  'preset',
  'endpoints',
  'lastRun',
  'logprobBases',
] as const satisfies (keyof Kept)[]

/** Whether the person asked to keep nothing on this device. */
export function keepsNothing(): boolean {
  try {
    return localStorage.getItem(forgetKey) === '1'
  } catch {
    return true
  }
}

const listeners = new Set<() => void>()

/** Calls `listener` when keeping is turned on or off, until the returned function is called. */
export function subscribeKeeping(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Turns keeping on or off; turning it off also forgets what was kept. */
export async function setKeepsNothing(nothing: boolean): Promise<void> {
  if (nothing) localStorage.setItem(forgetKey, '1')
  else localStorage.removeItem(forgetKey)
  for (const listener of listeners) listener()
  if (!nothing) return
  localStorage.removeItem(hasteKey)
  localStorage.removeItem(owedKey)
  await Promise.all(names.map((name) => del(name, store())))
}

/** Reads one thing that was kept; nothing where there is none or storage is closed to us. */
export async function recall<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | undefined> {
  if (keepsNothing()) return undefined
  try {
    return await get<Kept[Name]>(name, store())
  } catch {
    return undefined
  }
}

/**
 * Keeps the drafts before it returns, for a page that is about to go: the database would not be done.
 * The next drafts that the database takes replace them.
 */
export function keepInHaste(drafts: Drafts): void {
  if (keepsNothing()) return
  try {
    localStorage.setItem(hasteKey, JSON.stringify(drafts))
  } catch {
    // There is less room here than in the database, which may still be done in time.
  }
}

/** The drafts that were kept in haste and that the database does not have yet. */
export function recallHaste(): Drafts | undefined {
  try {
    const text = localStorage.getItem(hasteKey)
    // Only `keepInHaste` writes there.
    return text === null ? undefined : (JSON.parse(text) as Drafts)
  } catch {
    return undefined
  }
}

/** A run that ended, and when, in milliseconds since 1970. */
export interface OwedRun {
  id: string
  at: number
}

/** Notes before it returns that the history has yet to get a run, for a page that may be left in between. */
export function noteOwed(run: OwedRun): void {
  try {
    localStorage.setItem(owedKey, JSON.stringify(run))
  } catch {
    // Without room for a line there is none for a run.
  }
}

/** The run that the history was to get when the page was left. */
export function recallOwed(): OwedRun | undefined {
  try {
    // Only `noteOwed` writes there.
    return (JSON.parse(localStorage.getItem(owedKey) ?? 'null') as OwedRun | null) ?? undefined
  } catch {
    return undefined
  }
}

/** Forgets that the history was to get a run. */
export function settleOwed(id: string): void {
  if (recallOwed()?.id === id) localStorage.removeItem(owedKey)
}

let isFull = false

/**
 * Keeps one thing, unless nothing is to be kept. Storage that is full or closed is no fault of a run; that
 * it is full is said, once, since what is on the page will then be gone with it.
 */
export async function keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void> {
  if (keepsNothing()) return
  try {
    await set(name, value, store())
    if (name === 'drafts') localStorage.removeItem(hasteKey)
    isFull = false
  } catch (error) {
    // Private windows may refuse; the page works without.
    if (isFull || !(error instanceof DOMException) || error.name !== 'QuotaExceededError') return
    isFull = true
    notify({ text: 'There is no room left in this browser: what is on this page is not kept.' })
  }
}
