'use client'

import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { isParameterName } from '#lib/parameters/index.ts'
import { parseDrafts } from '#lib/request/drafts.ts'
import { providerIn } from '#lib/request/check.ts'
import type { RunRequest } from '#lib/request/envelope.ts'
import { fallbackProviders } from '#lib/request/steps.ts'
import { connectionFor, connectionsFor } from '#components/connection/connection-store.ts'
import { missingAddress } from '#components/connection/missing-address.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { useActions } from '#components/playground/actions.tsx'
import { select } from '#components/reply/selection.ts'
import { announce } from '#components/ui/announcer.tsx'
import type { PlannedBranch } from './plan-branch.ts'
import { toStored, type BranchStart } from './run-record.ts'
import type { Runner } from './runner.ts'
import { newRunId } from './run-id.ts'
import { beginRun, finishRun, getRun, getRunning, recordEvent } from './run-store.ts'
import { failed, lost, sendWhole, streamRun } from './transports.ts'

/** What is sent, and how it is recorded. */
interface Sending {
  request: RunRequest
  /** The settings that the record shows; those of a branch differ from what is sent. */
  shown: AnySettings
  branch: BranchStart | undefined
}

/** Starts and stops runs. `showProblem` brings the first problem into view instead of sending. */
export function useRun(showProblem: (parameter: string) => void): Runner {
  const form = useParameterForm()
  const { send, stop } = useSending()

  const launch = useCallback(
    (shown: AnySettings, sent: AnySettings, branch?: BranchStart) => {
      if (getRunning()) return
      const apiBase = typeof sent.api_base === 'string' ? sent.api_base : undefined
      const provider = providerIn(sent)
      const others = fallbackProviders(sent)
      const lacking =
        missingAddress(provider, apiBase) ??
        others.map((other) => missingAddress(other, undefined)).find(Boolean)
      if (lacking) {
        announce(`Nothing was sent. ${lacking}`)
        showProblem('endpoint')
        return
      }
      const connections = { ...connectionFor(provider, apiBase), ...connectionsFor(others) }
      send({ request: { runId: newRunId(), settings: sent, ...connections }, shown, branch })
    },
    [send, showProblem],
  )

  const start = useCallback(() => {
    const { problems, settings } = parseDrafts(form.getValues())
    const first = problems[0]
    if (!first) return launch(settings, settings)
    void form.trigger()
    announce(`Nothing was sent. ${first.message}`)
    showProblem(first.parameter)
  }, [form, launch, showProblem])

  const branch = useCallback(
    async ({ settings, start: from }: PlannedBranch) => {
      // There is nothing to branch from before the first run, so it is no part of the first load.
      const { settingsSent } = await import('./branch-sending.ts')
      launch(settings, settingsSent(settings, from), from)
    },
    [launch],
  )

  const again = useCallback(() => {
    const run = getRun()
    const from = run && toStored(run).branch
    if (from) void branch({ settings: run.settings, start: from })
    else start()
  }, [branch, start])

  return { start, branch: (planned) => void branch(planned), again, stop }
}

/** Carries one run from the request to its end. */
function useSending() {
  const form = useParameterForm()
  const actions = useActions()
  const controller = useRef<AbortController>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const { mutate: send } = useMutation({
    mutationFn: async ({ request, shown, branch }: Sending) => {
      const abort = new AbortController()
      controller.current = abort
      const { alternative, tokensKept } = branch?.parent ?? {}
      // An alternative is there at once, and is what one wants to see.
      select({ choice: 0, token: alternative && tokensKept })
      const run = beginRun(shown, request.runId, branch)
      announce('Running.')
      try {
        const transport = request.settings.stream === true ? streamRun : sendWhole
        await transport(request, (event) => recordEvent(run, event), abort.signal, actions)
      } catch {
        recordEvent(run, failed(abort.signal.aborted ? stopped : lost))
      } finally {
        finishRun(run)
        const { param, message } = run.reply.failure ?? {}
        // The next change of any field checks the drafts anew and takes the mark away.
        // What is at fault in a branch is not what stands in the form.
        if (param && message && isParameterName(param) && !branch)
          form.setError(param, { type: 'upstream', message })
        announce(run.reply.failure?.message ?? 'The reply is complete.')
      }
    },
  })
  const stop = useCallback(() => controller.current?.abort(), [])
  return { send, stop }
}

const stopped = { kind: 'stopped', message: 'Stopped. What arrived is kept.' } as const
