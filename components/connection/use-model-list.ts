'use client'

import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import type { ModelInfo } from '#lib/models/model-info.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import type { Failure, Result } from '#lib/result.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useActions } from '#components/playground/actions.tsx'
import { addressFor, connectionFor, useConnections } from './connection-store.ts'

/** The list, or why there is none. */
export type ListAnswer = Result<ModelInfo[], Failure>

/** The models that the target lists, and what to say about the list. */
export interface ModelList {
  models: readonly ModelInfo[]
  /** One sentence on where the list stands. */
  state: string
  /** Asks again; absent where there is nothing to ask. */
  refresh: (() => void) | undefined
  isFetching: boolean
  /** Asks unless the list has been asked for. */
  ask(): void
}

const none: readonly ModelInfo[] = []

/**
 * Lists the models of the chosen provider. A target on the network is asked when the person turns to
 * the field, not while an address is being typed.
 */
export function useModelList(): ModelList {
  const options = useListOptions()
  const query = useQuery(options)
  const inProcess = options.enabled === true
  return {
    models: query.data?.ok ? query.data.value : none,
    state: describe(query.data, query.isFetching, query.isError),
    refresh: inProcess ? undefined : () => void query.refetch(),
    isFetching: query.isFetching,
    ask: () => void (query.isFetched || query.isFetching || query.refetch()),
  }
}

/** Part of the list as far as it was asked for. Asks for nothing itself; re-renders when the part changes. */
export function useListed<Part>(part: (answer: ListAnswer) => Part): Part | undefined {
  return useQuery({ ...useListOptions(), enabled: false, select: part }).data
}

function useListOptions(): Pick<
  UseQueryOptions<ListAnswer, Error, ListAnswer, readonly unknown[]>,
  'queryKey' | 'queryFn' | 'enabled'
> {
  const control = useControl()
  const { listModels } = useActions()
  const provider = useWatch({ control, compute: providerIn })
  const apiBase = useWatch({ control, name: 'api_base' })
  useConnections()
  const base = typeof apiBase === 'string' ? apiBase : undefined
  return {
    queryKey: listKey(provider, base),
    queryFn: () =>
      listModels({
        provider,
        ...(base && !providerOf(provider).inBody.includes('api_base') ? { apiBase: base } : {}),
        ...connectionFor(provider, base),
      }),
    enabled: providerOf(provider).route === 'in-process',
  }
}

/** Under which the list of a target is kept. */
export function listKey(provider: Parameters<typeof addressFor>[0], apiBase: string | undefined) {
  return ['models', provider, addressFor(provider, apiBase)] as const
}

function describe(data: ListAnswer | undefined, fetching: boolean, failed: boolean): string {
  if (fetching) return 'Asking for the list…'
  if (failed) return 'Nucleus did not answer. Any id can be typed.'
  if (!data) return 'Not asked yet. Any id can be typed.'
  if (!data.ok) return `No list: ${data.error.message} Any id can be typed.`
  const { length } = data.value
  if (length === 0) return 'The list is empty. Any id can be typed.'
  return `${length} ${length === 1 ? 'model' : 'models'} listed. Any other id can be typed.`
}
