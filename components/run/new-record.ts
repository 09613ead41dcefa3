import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { branchReply, growingReply } from '#lib/reply/branch-reply.ts'
import { providerIn } from '#lib/request/check.ts'
import { addEvent, type BranchStart, type RunRecord, type StoredRun } from './run-record.ts'

/** A record to which nothing has come yet. */
export function newRecord(
  settings: AnySettings,
  id: string,
  number: number,
  branch?: BranchStart,
): RunRecord {
  // The teaching model never repeats what it goes on from; others may.
  const mayRepeat = providerOf(providerIn(settings)).route !== 'in-process'
  const growing = branch ? branchReply(branch.beginning, mayRepeat) : growingReply()
  return {
    id,
    number,
    ...(branch ? { parent: branch.parent } : {}),
    settings,
    ...growing,
    events: [],
    running: true,
    characters: 0,
  }
}

/** The record of a run that was stored, played again to its end. */
export function recordOfStored(stored: StoredRun): RunRecord {
  const { id, number, settings, events, branch, recorded } = stored
  const run = newRecord(settings, id ?? 'stored', number ?? 1, branch)
  if (recorded) run.recorded = recorded
  for (const event of events) addEvent(run, event)
  run.running = false
  return run
}
