'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { starter } from '#lib/preset/starter.ts'
import { draftsOf, type Drafts } from '#lib/request/drafts.ts'
import { FormContext, resolveDrafts } from '#components/parameters/form-context.tsx'
import { Announcer } from '#components/ui/announcer.tsx'
import { ActionsContext, type Actions } from './actions.tsx'
import { usePromptForm } from './prompt-form.ts'
import { Workbench } from './workbench.tsx'

/** The page: the form over the registry and everything that reads it. */
export function Playground({ actions }: { actions: Actions }) {
  const [queries] = useState(newQueryClient)
  const bare = useForm<Drafts>({
    defaultValues: draftsOf(starter),
    resolver: resolveDrafts,
    mode: 'onChange',
  })
  const form = usePromptForm(bare)
  return (
    <QueryClientProvider client={queries}>
      <ActionsContext value={actions}>
        <FormContext value={form}>
          <Workbench />
          <Announcer />
        </FormContext>
      </ActionsContext>
    </QueryClientProvider>
  )
}

/** Nothing is asked twice without the person's doing: a repeated question can cost money. */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false },
    },
  })
}
