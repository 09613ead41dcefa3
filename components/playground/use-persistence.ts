'use client'

import { useEffect } from 'react'
import { registry } from '#lib/parameters/index.ts'
import type { Drafts } from '#lib/request/drafts.ts'
import {
  getConnections,
  subscribeConnections,
  updateConnections,
} from '#components/connection/connection-store.ts'
import { useParameterForm, type ParameterForm } from '#components/parameters/form-context.tsx'
import {
  getCurrentPreset,
  setCurrentPreset,
  subscribeCurrentPreset,
} from '#components/presets/current-preset.ts'
import { toStored, type RunRecord } from '#components/run/run-record.ts'
import { getRun, restoreRun, subscribeRun } from '#components/run/run-store.ts'
import { keepHistory } from '#components/history/keep-history.ts'
import { beginSteps, lastDrafts, takeStep } from '#components/undo/undo-store.ts'
import { keep, keepInHaste, mostRunCharacters, recall, recallHaste } from './storage.ts'

/** About what one alternative takes, in characters. */
const charactersOfAlternative = 60

/** Brings back the drafts and the last run, then keeps them as they change. */
export function usePersistence(): void {
  const form = useParameterForm()
  useEffect(() => {
    let leave = () => {}
    let left = false
    void restore(form).then(() => {
      if (!left) leave = keepChanges(form)
    })
    return () => {
      left = true
      leave()
    }
  }, [form])
}

/** After another page of Nucleus the form is as it was left, steps and all; else as it was kept. */
async function restore(form: ParameterForm): Promise<void> {
  const left = lastDrafts()
  if (left) {
    form.reset(left)
    await form.trigger()
    return
  }
  const before = JSON.stringify(form.getValues())
  const [drafts, preset, endpoints, lastRun] = await Promise.all([
    recallHaste() ?? recall('drafts'),
    recall('preset'),
    recall('endpoints'),
    recall('lastRun'),
  ])
  // What was typed while storage was being read is newer than what it held.
  if (drafts && JSON.stringify(form.getValues()) === before) {
    form.reset(onlyKnown(drafts))
    if (preset) setCurrentPreset(preset)
    void keep('drafts', drafts)
  }
  if (endpoints) updateConnections({ endpoints })
  if (lastRun) {
    // Nobody has a run on a first visit, so playing one again is no part of the first load.
    const { recordOfStored } = await import('#components/run/new-record.ts')
    restoreRun(recordOfStored(lastRun))
  }
  await form.trigger()
  beginSteps(form.getValues())
  document.documentElement.dataset.ready = 'true'
}

/** Drafts of an older version may lack parameters or hold some that are gone. */
function onlyKnown(drafts: Drafts): Drafts {
  // One entry per name of the registry.
  return Object.fromEntries(registry.map(({ name }) => [name, drafts[name] ?? null])) as Drafts
}

function keepChanges(form: ParameterForm): () => void {
  const save = oneAtATime(() => keep('drafts', form.getValues()))
  const onValues = () => {
    takeStep(form.getValues(), performance.now())
    save.start()
  }
  const leaveForm = form.subscribe({ formState: { values: true }, callback: onValues })
  const leaveConnections = subscribeConnections(
    () => void keep('endpoints', getConnections().endpoints),
  )
  const leavePreset = subscribeCurrentPreset(() => void keep('preset', getCurrentPreset()))
  const leaveRun = subscribeRun(keepRun)
  keepHistory()
  // A page that is put away may never come back.
  const onHide = () => document.hidden && save.start()
  const onLeave = () => save.isBusy() && keepInHaste(form.getValues())
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', onLeave)
  return () => {
    leaveForm()
    leaveConnections()
    leavePreset()
    leaveRun()
    document.removeEventListener('visibilitychange', onHide)
    window.removeEventListener('pagehide', onLeave)
  }
}

/**
 * Starts `write` at once, so that a reload right after a keystroke finds it. While one write is
 * under way, all further changes wait together for one more.
 */
function oneAtATime(write: () => Promise<void>): { start(): void; isBusy(): boolean } {
  let busy = false
  let again = false
  const start = async () => {
    if (busy) {
      again = true
      return
    }
    busy = true
    await write()
    busy = false
    if (!again) return
    again = false
    void start()
  }
  return { start: () => void start(), isBusy: () => busy }
}

function keepRun(): void {
  const run = getRun()
  // What is in the history can be shown from there.
  if (!run || run.running || run.events.length === 0) return
  if (sizeOf(run) <= mostRunCharacters) void keep('lastRun', toStored(run))
}

/** In characters; what a branch has of its parent is copied into it. */
function sizeOf({ characters, reply }: RunRecord): number {
  const copied = reply.choices.map(({ kept, tokens }) => {
    return (kept?.tokens ?? 0) * (1 + tokens.mostAlternatives) * charactersOfAlternative
  })
  return characters + Math.max(0, ...copied)
}
