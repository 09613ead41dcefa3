import type { RecordedRun } from '#lib/preset/recorded-run.ts'
import { newRecord } from './new-record.ts'
import { newRunId } from './run-id.ts'
import { addEvent, type Recorded, type RunRecord } from './run-record.ts'

/** The record of a run that travelled; it plays like any other, and says where it comes from. */
export function recordOf(run: RecordedRun, from: Recorded['from']): RunRecord {
  const record = newRecord(run.settings, newRunId(), 1)
  const at = run.took ?? 0
  record.recorded = { from, ...(run.recordedAt === undefined ? {} : { at: run.recordedAt }) }
  addEvent(record, { type: 'completion', data: run.completion, at })
  addEvent(record, { type: 'end', at })
  record.running = false
  return record
}
