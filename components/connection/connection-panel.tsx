'use client'

import { lazy, Suspense } from 'react'
import { useWatch } from 'react-hook-form'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useServerFacts } from './use-server-facts.ts'

// The model in this process needs no connection, so the fields are no part of the first load.
const ConnectionFields = lazy(async () => ({
  default: (await import('./connection-fields.tsx')).ConnectionFields,
}))

/** Where the provider is and how Nucleus may identify itself there, for those on the network. */
export function ConnectionPanel() {
  const provider = useWatch({ control: useControl(), compute: providerIn })
  // Asked before a provider is chosen, so that a key is bound to the right origin from its first letter.
  useServerFacts()
  if (providerOf(provider).route === 'in-process') return null
  return (
    <Suspense>
      <ConnectionFields />
    </Suspense>
  )
}
