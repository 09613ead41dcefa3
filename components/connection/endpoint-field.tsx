'use client'

import { useId } from 'react'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import { TextBox } from '#components/ui/text-box.tsx'
import { updateConnections, useConnections } from './connection-store.ts'
import { addressProblem } from './missing-address.ts'

/** Where a provider with an address of one's own is reached; kept on this device, beside the preset. */
export function EndpointField({
  provider,
  apiBase,
}: {
  provider: ProviderId
  /** The address that replaces this one. */
  apiBase: string | undefined
}) {
  const id = useId()
  const { endpoints, bases, wanting } = useConnections()
  const value = endpoints[provider] ?? ''
  const needed = apiBase === undefined && bases[provider] === undefined
  const problem = addressProblem(provider, value, needed ? wanting : undefined)
  const { endpoint, endpointExample } = providerOf(provider)
  return (
    <div data-field="endpoint">
      <label htmlFor={id} className="text-small text-ink-2">
        Address
      </label>
      <TextBox
        id={id}
        type="url"
        value={value}
        placeholder={bases[provider] ?? endpointExample ?? endpoint}
        invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) =>
          updateConnections({ endpoints: { ...endpoints, [provider]: event.target.value.trim() } })
        }
      />
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-small wrap-anywhere text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
