import type { AnySettings } from '#lib/parameters/descriptor.ts'
import type { RunRequest } from '#lib/request/envelope.ts'
import type { Actions } from '#components/playground/actions.tsx'
import { select } from '#components/reply/selection.ts'
import { announce } from '#components/ui/announcer.tsx'
import { newRecord } from './new-record.ts'
import type { BranchStart, RunRecord } from './run-record.ts'
import { beginRun, finishRun, recordEvent } from './run-store.ts'
import { failed, lost, sendWhole, streamRun } from './transports.ts'

/** What is sent, and how it is recorded. */
export interface Sending {
  request: RunRequest
  /** The settings that the record shows; those of a branch differ from what is sent. */
  shown: AnySettings
  branch: BranchStart | undefined
}

/** Carries one run from the request to its end, and gives its record; every failure is in its reply. */
export async function carryRun(
  { request, shown, branch }: Sending,
  actions: Actions,
  signal: AbortSignal,
): Promise<RunRecord> {
  const { alternative, tokensKept } = branch?.parent ?? {}
  // An alternative is there at once, and is what one wants to see.
  select({ choice: 0, token: alternative && tokensKept })
  const run = newRecord(shown, request.runId, 1, branch)
  beginRun(run)
  announce('Running.')
  try {
    const transport = request.settings.stream === true ? streamRun : sendWhole
    await transport(request, (event) => recordEvent(run, event), signal, actions)
  } catch {
    recordEvent(run, failed(signal.aborted ? stopped : lost))
  } finally {
    finishRun(run)
  }
  return run
}

const stopped = { kind: 'stopped', message: 'Stopped. What arrived is kept.' } as const
