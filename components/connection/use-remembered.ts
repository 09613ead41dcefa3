'use client'

import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ProviderId } from '#lib/providers/catalogue.ts'
import type { Remembered } from '#lib/request/remembered.ts'
import { ok, type Failure, type Result } from '#lib/result.ts'
import { useActions, type Actions } from '#components/playground/actions.tsx'
import { announce } from '#components/ui/announcer.tsx'
import { getConnections, updateConnections, type Credential } from './connection-store.ts'
import { serverFactsKey } from './use-server-facts.ts'

/** A provider and the one origin there that a key is for. */
interface KeyPlace {
  provider: string
  origin: string
}

/** Has keys remembered and forgotten in this browser. */
export interface Remembering {
  /** Remembers the key of a provider; it then leaves this page's memory. */
  remember(provider: ProviderId, credential: Credential): void
  /** Forgets one key, or all of them. */
  forget(place?: KeyPlace): void
  /** Why the last of these failed, in a sentence. */
  problem: string | undefined
  busy: boolean
}

/** The two actions on remembered keys, and how the last one went. */
export function useRemembering(): Remembering {
  const { rememberKey, forgetKey } = useActions()
  const queries = useQueryClient()
  const { mutate, data, isError, isPending } = useMutation({
    mutationFn: async (ask: () => Promise<Result<Remembered, Failure>>) => {
      const done = await ask()
      if (done.ok) show(queries, done.value)
      return done
    },
  })
  const problem = data && !data.ok ? data.error.message : undefined
  return {
    remember: (provider, credential) =>
      mutate(async () => {
        const done = await rememberKey({ provider, ...credential })
        if (done.ok) leaveMemory(provider, credential)
        announce(done.ok ? 'The key is remembered on this device.' : done.error.message)
        return done
      }),
    forget: (place) =>
      mutate(async () => {
        const done = await forgetKey(place && { provider: place.provider, origin: place.origin })
        announce(done.ok ? 'Forgotten.' : done.error.message)
        return done
      }),
    problem: isError ? 'Nucleus did not answer.' : problem,
    busy: isPending,
  }
}

/** Puts what is now remembered among the facts of the server. */
function show(queries: QueryClient, remembered: Remembered): void {
  type Facts = Awaited<ReturnType<Actions['describeServer']>>
  queries.setQueryData<Facts>(serverFactsKey, (facts) =>
    facts?.ok ? ok({ ...facts.value, remembered }) : facts,
  )
}

/** Takes a key out of this page, unless another has been entered since. */
function leaveMemory(provider: ProviderId, { key }: Credential): void {
  const { credentials } = getConnections()
  if (credentials[provider]?.key !== key) return
  updateConnections({ credentials: { ...credentials, [provider]: undefined } })
}
