'use client'

import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useActions } from '#components/playground/actions.tsx'
import { addressFor, connectionFor, useConnections } from './connection-store.ts'

/** The models that the target lists, and what to say about the list. */
export interface ModelList {
  models: string[]
  /** One sentence on where the list stands. */
  state: string
  /** Asks again; absent where there is nothing to ask. */
  refresh: (() => void) | undefined
  /** Asks unless the list has been asked for. */
  ask(): void
}

/**
 * Lists the models of the chosen provider. A target on the network is asked when the person turns to
 * the field, not while an address is being typed.
 */
export function useModelList(): ModelList {
  const control = useControl()
  const { listModels } = useActions()
  const provider = useWatch({ control, compute: providerIn })
  const apiBase = useWatch({ control, name: 'api_base' })
  useConnections()
  const base = typeof apiBase === 'string' ? apiBase : undefined
  const inProcess = providerOf(provider).route === 'in-process'
  const address = addressFor(provider, base)
  const query = useQuery({
    queryKey: ['models', provider, address],
    queryFn: () =>
      listModels({
        provider,
        ...(base && !providerOf(provider).inBody.includes('api_base') ? { apiBase: base } : {}),
        ...connectionFor(provider, base),
      }),
    enabled: inProcess,
  })
  return {
    models: query.data?.ok ? query.data.value : [],
    state: describe(query.data, query.isFetching, query.isError),
    refresh: inProcess ? undefined : () => void query.refetch(),
    ask: () => void (query.isFetched || query.isFetching || query.refetch()),
  }
}

function describe(
  data: Awaited<ReturnType<ReturnType<typeof useActions>['listModels']>> | undefined,
  fetching: boolean,
  failed: boolean,
): string {
  if (fetching) return 'Asking for the list…'
  if (failed) return 'Nucleus did not answer. Any id can be typed.'
  if (!data) return 'Not asked yet. Any id can be typed.'
  return data.ok
    ? `${data.value.length} models listed. Any other id can be typed.`
    : `No list: ${data.error.message} Any id can be typed.`
}
