'use client'

import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
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
import { newRunId } from './run-id.ts'
import { beginRun, finishRun, getRun, recordEvent } from './run-store.ts'
import { failed, lost, sendWhole, streamRun } from './transports.ts'

/** Starts and stops runs. `showProblem` brings the first problem into view instead of sending. */
export function useRun(showProblem: (parameter: string) => void) {
  const form = useParameterForm()
  const actions = useActions()
  const controller = useRef<AbortController>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const { mutate } = useMutation({
    mutationFn: async (request: RunRequest) => {
      const abort = new AbortController()
      controller.current = abort
      select({ choice: 0, token: undefined })
      const run = beginRun(request.settings)
      announce('Running.')
      try {
        const send = request.settings.stream === true ? streamRun : sendWhole
        await send(request, (event) => recordEvent(run, event), abort.signal, actions)
      } catch {
        recordEvent(run, failed(abort.signal.aborted ? stopped : lost))
      } finally {
        finishRun(run)
        const { param, message } = run.reply.failure ?? {}
        // The next change of any field checks the drafts anew and takes the mark away.
        if (param && message && isParameterName(param))
          form.setError(param, { type: 'upstream', message })
        announce(run.reply.failure?.message ?? 'The reply is complete.')
      }
    },
  })

  const start = useCallback(() => {
    const { problems, settings } = parseDrafts(form.getValues())
    const first = problems[0]
    if (first) {
      void form.trigger()
      announce(`Nothing was sent. ${first.message}`)
      showProblem(first.parameter)
      return
    }
    if (getRun()?.running) return
    const apiBase = typeof settings.api_base === 'string' ? settings.api_base : undefined
    const provider = providerIn(settings)
    const others = fallbackProviders(settings)
    const lacking =
      missingAddress(provider, apiBase) ??
      others.map((other) => missingAddress(other, undefined)).find(Boolean)
    if (lacking) {
      announce(`Nothing was sent. ${lacking}`)
      showProblem('endpoint')
      return
    }
    mutate({
      runId: newRunId(),
      settings,
      ...connectionFor(provider, apiBase),
      ...connectionsFor(others),
    })
  }, [form, mutate, showProblem])

  const stop = useCallback(() => controller.current?.abort(), [])
  return { start, stop }
}

const stopped = { kind: 'stopped', message: 'Stopped. What arrived is kept.' } as const
