'use client'

import { useQuery } from '@tanstack/react-query'
import { useActions, type ServerFacts } from '#components/playground/actions.tsx'
import { updateConnections } from './connection-store.ts'

/** Under which the facts are kept among the answers of the server. */
export const serverFactsKey = ['server']

/**
 * What the server says about itself, once it has answered, and whether the answer is still awaited:
 * until then nobody knows which origin a key would be for. Asked once for the page.
 */
export function useServerFacts(): { facts: ServerFacts | undefined; pending: boolean } {
  const { describeServer } = useActions()
  const { data, isPending } = useQuery({
    queryKey: serverFactsKey,
    queryFn: async () => {
      const found = await describeServer()
      if (found.ok) updateConnections({ bases: found.value.bases })
      return found
    },
  })
  return { facts: data?.ok ? data.value : undefined, pending: isPending }
}
