'use client'

import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { isParameterName } from '#lib/parameters/index.ts'
import { parseDrafts } from '#lib/request/drafts.ts'
import { providerIn } from '#lib/request/check.ts'
import { fallbackProviders } from '#lib/request/steps.ts'
import { connectionFor, connectionsFor } from '#components/connection/connection-store.ts'
import { missingAddress } from '#components/connection/missing-address.ts'
import { useParameterForm } from '#components/parameters/form-context.tsx'
import { useActions } from '#components/playground/actions.tsx'
import { reportNow } from '#components/ui/late-report.ts'
import { announce } from '#components/ui/announcer.tsx'
import type { Sending } from './carry-run.ts'
import type { PlannedBranch } from './plan-branch.ts'
import { toStored, type BranchStart, type RunRecord } from './run-record.ts'
import type { Runner } from './runner.ts'
import { newRunId } from './run-id.ts'
import { getRun } from './run-store.ts'

/** Starts and stops runs. `showProblem` brings the first problem into view instead of sending. */
export function useRun(showProblem: (parameter: string) => void): Runner {
  const form = useParameterForm()
  const carryOn = useRef<(run: RunRecord) => Promise<void>>(null)
  const { send, stop, isBusy } = useSending(carryOn)

  const launch = useCallback(
    (shown: AnySettings, sent: AnySettings, branch?: BranchStart) => {
      if (isBusy()) return
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
    [send, isBusy, showProblem],
  )

  useEffect(() => {
    carryOn.current = async (run) => {
      if (run.settings.tool_mocks === undefined) return
      // Few presets have mock results, so they are no part of the first load.
      const { answeredByMocks } = await import('#components/tool-calls/answer-by-mocks.ts')
      const next = answeredByMocks(form, run)
      if (next) launch(next, next)
    }
  }, [carryOn, form, launch])

  const start = useCallback(() => {
    reportNow()
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

/** Carries one run from the request to its end; `onEnd` is called with what came of it. */
function useSending(onEnd: RefObject<((run: RunRecord) => Promise<void>) | null>) {
  const form = useParameterForm()
  const actions = useActions()
  const controller = useRef<AbortController>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const { mutate: send } = useMutation({
    mutationFn: async (sending: Sending) => {
      const abort = new AbortController()
      controller.current = abort
      // Not before the first run, so it is no part of the first load.
      const { carryRun } = await import('./carry-run.ts')
      const run = await carryRun(sending, actions, abort.signal)
      const { param, message } = run.reply.failure ?? {}
      // The next change of any field checks the drafts anew and takes the mark away.
      // What is at fault in a branch is not what stands in the form.
      if (param && message && isParameterName(param) && !sending.branch)
        form.setError(param, { type: 'upstream', message })
      announce(run.reply.failure?.message ?? 'The reply is complete.')
      return run
    },
    onError: () => announce('Nothing was sent. A part of this page could not be loaded.'),
    onSettled: (run) => {
      controller.current = null
      if (run) void onEnd.current?.(run)
    },
  })
  const stop = useCallback(() => controller.current?.abort(), [])
  /** Also between Run and the first sign of it. */
  const isBusy = useCallback(() => controller.current !== null, [])
  return { send, stop, isBusy }
}
