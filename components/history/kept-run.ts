import { bytesOf, replyOfStored, storedReply } from '#lib/history/stored-reply.ts'
import { summaryOf } from '#lib/history/summary.ts'
import type { RunRecord } from '#components/run/run-record.ts'
import { readKept, type KeptRun, type RunBody } from './history-db.ts'

/** A run that is over, as it is kept. `now` is when it ended, in milliseconds since 1970. */
export function keptRun(run: RunRecord, now: number, presetName?: string): KeptRun {
  const { id, settings, reply, parent, recorded } = run
  const body: RunBody = {
    id,
    settings,
    reply: storedReply(reply),
    ...(parent ? { parent } : {}),
    ...(recorded ? { recorded } : {}),
  }
  const at = recorded?.at ?? Math.round(now - (reply.endedAt ?? 0))
  return { body, summary: summaryOf(run, { id, at, bytes: bytesOf(body), presetName }) }
}

/** A kept run as a record that the page can show. Its raw texts are gone. */
export function recordOfKept({ summary, body }: KeptRun): RunRecord {
  const { id, settings, reply, parent, recorded } = body
  return {
    id,
    number: 1,
    ...(parent ? { parent } : {}),
    // What came from a file is not known to have been delivered as was asked.
    recorded: { from: recorded?.from ?? 'history', at: summary.at },
    settings,
    reply: replyOfStored(reply),
    events: [],
    running: false,
    characters: summary.bytes,
    apply: () => {},
  }
}

/** The record of a kept run; nothing where it is not kept. */
export async function readRun(id: string): Promise<RunRecord | undefined> {
  const kept = await readKept(id)
  return kept && recordOfKept(kept)
}
