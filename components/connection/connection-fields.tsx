'use client'

import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import { providerIds, providerOf } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { parseDrafts } from '#lib/request/drafts.ts'
import { fallbackProviders } from '#lib/request/steps.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { AboutProvider } from './about-provider.tsx'
import { EndpointField } from './endpoint-field.tsx'
import { KeyField } from './key-field.tsx'
import { updateConnections, useConnections } from './connection-store.ts'
import { useServerFacts } from './use-server-facts.ts'

/** Where the provider is and how Nucleus may identify itself there. Not part of the preset. */
export function ConnectionFields() {
  const control = useControl()
  const provider = useWatch({ control, compute: providerIn })
  const apiBase = useWatch({
    control,
    compute: ({ api_base: address }) => (typeof address === 'string' ? address : undefined),
  })
  const row = providerOf(provider)
  return (
    <div className="flex flex-col gap-2 py-1.5 pr-3 pl-4" data-connection={provider}>
      {row.ownEndpoint && <EndpointField provider={provider} apiBase={apiBase} />}
      <KeyField provider={provider} apiBase={apiBase} />
      <FallbackConnections />
      <AccessField />
      <AboutProvider key={provider} provider={provider} />
    </div>
  )
}

/** The connections of the other providers that fallbacks name. */
function FallbackConnections() {
  const others = useWatch({
    control: useControl(),
    compute: (drafts) => fallbackProviders(parseDrafts(drafts).settings).join(' '),
  })
  return providerIds
    .filter((id) => others.split(' ').includes(id) && providerOf(id).route !== 'in-process')
    .map((id) => (
      <fieldset
        key={id}
        className="flex flex-col gap-2 border-t border-line pt-2"
        data-connection={id}
      >
        <legend className="sr-only">Fallback to {providerOf(id).title}</legend>
        <p aria-hidden className="text-small font-semibold">
          Fallback to {providerOf(id).title}
        </p>
        {providerOf(id).ownEndpoint && <EndpointField provider={id} apiBase={undefined} />}
        <KeyField provider={id} apiBase={undefined} />
      </fieldset>
    ))
}

/** Shown only by a Nucleus that is reached from other machines and guards its server keys. */
function AccessField() {
  const id = useId()
  const { access } = useConnections()
  const { facts } = useServerFacts()
  if (!facts?.needsAccessToken) return null
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
