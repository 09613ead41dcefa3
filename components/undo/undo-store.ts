import { useSyncExternalStore } from 'react'
import type { ParameterName } from '#lib/parameters/index.ts'
import type { Drafts } from '#lib/request/drafts.ts'
import {
  getCurrentPreset,
  setCurrentPreset,
  subscribeCurrentPreset,
  type CurrentPreset,
} from '#components/presets/current-preset.ts'
import { changeBetween, type DraftChange } from './draft-change.ts'

/** The form at one moment. */
interface Moment {
  drafts: Drafts
  preset: CurrentPreset
}

/** What can be undone and redone, for those who draw it. */
interface Steps {
  past: readonly Moment[]
  future: readonly Moment[]
}

/** Most steps that Undo goes back. */
const mostSteps = 100

/** Changes of one kind that follow within this time are one step; in milliseconds. */
const burst = 1000

const none: Steps = { past: [], future: [] }
let steps = none
let present: Moment | undefined
let paused = false
let last: { kind: string; at: number } | undefined
const listeners = new Set<() => void>()

/** Begins with this form and no steps: what was restored from storage is no change. */
export function beginSteps(drafts: Drafts): void {
  present = momentOf(drafts)
  last = undefined
  replace(none)
}

/** The form as it was last, while the page is open; nothing before it began. */
export function lastDrafts(): Drafts | undefined {
  return present?.drafts
}

/**
 * Takes in the form after a change at `now` (milliseconds of any clock). Typing in one field is one step
 * until it pauses; every other change is a step of its own.
 */
export function takeStep(drafts: Drafts, now: number): void {
  if (!present || paused) return
  const change = changeBetween(present.drafts, drafts)
  if (!change) return
  const before = present
  present = momentOf(drafts)
  const goesOn = last !== undefined && last.kind === change.kind && now - last.at < burst
  last = { kind: change.kind, at: now }
  if (!goesOn) replace({ past: [...steps.past, before].slice(-mostSteps), future: [] })
}

/** Lets the next change be a step of its own, however soon it follows: a button was pressed. */
export function endStep(): void {
  last = undefined
}

/** Does `work`, a change of the form that is no step. */
export function withoutSteps(work: () => void): void {
  paused = true
  try {
    work()
  } finally {
    paused = false
  }
}

/** Where one step back, or forward again, leads; nothing where there is no such step. */
export function stepTo(direction: 'back' | 'forward'): (DraftChange & Moment) | undefined {
  const from = direction === 'back' ? steps.past : steps.future
  const next = from.at(-1)
  if (!next || !present) return undefined
  const here = present
  const change = changeBetween(here.drafts, next.drafts) ?? { kind: '', names: [] }
  present = next
  last = undefined
  replace(
    direction === 'back'
      ? { past: steps.past.slice(0, -1), future: [...steps.future, here] }
      : { past: [...steps.past, here], future: steps.future.slice(0, -1) },
  )
  setCurrentPreset(next.preset)
  return { ...change, ...next }
}

/** Whether there is a step back, and one forward; re-renders when either comes or goes. */
export function useSteps(): { canUndo: boolean; canRedo: boolean } {
  const canUndo = useSyncExternalStore(subscribe, () => steps.past.length > 0, never)
  const canRedo = useSyncExternalStore(subscribe, () => steps.future.length > 0, never)
  return { canUndo, canRedo }
}

/** The same of one parameter: whether the next step changes that and nothing else. */
export function useStepsOf(name: ParameterName): { canUndo: boolean; canRedo: boolean } {
  const isIts = (moments: readonly Moment[]) => {
    const next = moments.at(-1)
    const names = next && present && changeBetween(present.drafts, next.drafts)?.names
    return names?.length === 1 && names[0] === name
  }
  const canUndo = useSyncExternalStore(subscribe, () => isIts(steps.past), never)
  const canRedo = useSyncExternalStore(subscribe, () => isIts(steps.future), never)
  return { canUndo, canRedo }
}

const never = () => false

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function replace(next: Steps): void {
  steps = next
  for (const listener of listeners) listener()
}

function momentOf(drafts: Drafts): Moment {
  return { drafts: { ...drafts }, preset: getCurrentPreset() }
}

// A name that comes after the settings belongs to the same moment. One that the same experiment was
// given is its name in every step.
subscribeCurrentPreset((before, isSame) => {
  const preset = getCurrentPreset()
  if (present) present = { ...present, preset }
  if (!isSame) return
  const renamed = (moments: readonly Moment[]) =>
    moments.map((one) => (one.preset === before ? { ...one, preset } : one))
  replace({ past: renamed(steps.past), future: renamed(steps.future) })
})
