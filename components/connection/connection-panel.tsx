'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import { providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { useActions } from '#components/playground/actions.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { AboutProvider } from './about-provider.tsx'
import { EndpointField } from './endpoint-field.tsx'
import { KeyField } from './key-field.tsx'
import { updateConnections, useConnections } from './connection-store.ts'

/** Where the provider is and how Nucleus may identify itself there. Not part of the preset. */
export function ConnectionPanel() {
  const control = useControl()
  const provider = useWatch({ control, compute: providerIn })
  const row = providerOf(provider)
  if (row.route === 'in-process') return null
  return (
    <div className="flex flex-col gap-2 py-1.5 pr-3 pl-4" data-connection={provider}>
      {row.ownEndpoint && <EndpointField provider={provider} />}
      <KeyField provider={provider} />
      <AccessField />
      <AboutProvider key={provider} provider={provider} />
    </div>
  )
}

/** Shown only by a Nucleus that is reached from other machines and guards its server keys. */
function AccessField() {
  const id = useId()
  const { describeServer } = useActions()
  const { access } = useConnections()
  const facts = useQuery({ queryKey: ['server'], queryFn: describeServer })
  if (!facts.data?.ok || !facts.data.value.needsAccessToken) return null
  return (
    <div>
      <label htmlFor={id} className="text-small text-ink-2">
        Access token of this Nucleus
      </label>
      <TextBox
        id={id}
        type="password"
        value={access}
        onChange={(event) => updateConnections({ access: event.target.value })}
      />
    </div>
  )
}
