'use client'

import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import { providerIn } from '#lib/request/check.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { KeyField } from './key-field.tsx'
import { updateConnections, useConnections } from './connection-store.ts'
import { useServerFacts } from './use-server-facts.ts'

/** Where the provider is and how Nucleus may identify itself there. Not part of the preset. */
export function ConnectionPanel() {
  const control = useControl()
  const provider = useWatch({ control, compute: providerIn })
  const row = providerOf(provider)
  // Asked before a provider is chosen, so that a key is bound to the right origin from its first letter.
  useServerFacts()
  if (row.route === 'in-process') return null
  return (
    <div className="flex flex-col gap-2 py-1.5 pr-3 pl-4" data-connection={provider}>
      {row.ownEndpoint && <EndpointField provider={provider} />}
      <KeyField provider={provider} />
      <AccessField />
    </div>
  )
}

function EndpointField({ provider }: { provider: ProviderId }) {
  const id = useId()
  const { endpoints, bases } = useConnections()
  const value = endpoints[provider] ?? ''
  const usual = bases[provider] ?? providerOf(provider).endpoint
  const invalid = value !== '' && !/^https?:\/\/[^\s?#]+$/.test(value)
  return (
    <div>
      <label htmlFor={id} className="text-small text-ink-2">
        Address
      </label>
      <TextBox
        id={id}
        type="url"
        value={value}
        placeholder={usual}
        invalid={invalid}
        aria-describedby={invalid ? `${id}-problem` : undefined}
        onChange={(event) =>
          updateConnections({ endpoints: { ...endpoints, [provider]: event.target.value.trim() } })
        }
      />
      {invalid && (
        <p id={`${id}-problem`} className="mt-1 text-small text-danger">
          Write an address such as {providerOf(provider).endpoint}, without ? or #.
        </p>
      )}
    </div>
  )
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
