'use client'

import { useQuery } from '@tanstack/react-query'
import { useActions, type ServerFacts } from '#components/playground/actions.tsx'
import { updateConnections } from './connection-store.ts'

/** Under which the facts are kept among the answers of the server. */
export const serverFactsKey = ['server']

/** What the server says about itself; nothing until it has answered. Asked once for the page. */
export function useServerFacts(): ServerFacts | undefined {
  const { describeServer } = useActions()
  const facts = useQuery({
    queryKey: serverFactsKey,
    queryFn: async () => {
      const found = await describeServer()
      if (found.ok) updateConnections({ bases: found.value.bases })
      return found
    },
  })
  return facts.data?.ok ? facts.data.value : undefined
}
