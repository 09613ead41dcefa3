'use client'

import { useWatch } from 'react-hook-form'
import { requestAsSent, requestOf, type ExportRequest, type Reach } from '#lib/export/request.ts'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import type { ParameterProblem } from '#lib/request/check.ts'
import { parseDrafts, type Drafts } from '#lib/request/drafts.ts'
import { fail, type Result } from '#lib/result.ts'
import {
  originOf,
  useConnections,
  type Connections,
} from '#components/connection/connection-store.ts'
import { useServerFacts } from '#components/connection/use-server-facts.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import type { ServerFacts } from '#components/playground/actions.tsx'
import type { RunRecord } from '#components/run/run-store.ts'

/** The request that a run of the form would send now, or the problems that stop it. */
export function useFormRequest(): Result<ExportRequest, ParameterProblem[]> {
  const drafts = useWatch({ control: useControl() }) as Drafts
  const connections = useConnections()
  const { facts } = useServerFacts()
  const { settings, problems } = parseDrafts(drafts)
  if (problems.length > 0) return fail(problems)
  return requestOf(settings, (provider) => reachOf(provider, connections, facts), location.origin)
}

/** The request that the last try of a run sent; nothing where nothing was sent. */
export function sentRequest(run: RunRecord | undefined): ExportRequest | undefined {
  const attempt = run?.reply.attempts.at(-1)
  return run && attempt && requestAsSent(attempt, run.settings, location.origin)
}

function reachOf(
  provider: ProviderId,
  { endpoints, credentials }: Connections,
  facts: ServerFacts | undefined,
): Reach {
  const typed = endpoints[provider]
  const operators = facts?.addresses[provider]
  const usual = originOf(operators ?? providerOf(provider).endpoint)
  return {
    ...(typed ? { endpoint: typed } : {}),
    ...(operators === undefined ? {} : { operators }),
    hasKey: ({ origin }) =>
      credentials[provider]?.origin === origin ||
      facts?.remembered.keys.some((key) => key.provider === provider && key.origin === origin) ===
        true ||
      (facts?.providersWithKey.includes(provider) === true && origin === usual),
  }
}
