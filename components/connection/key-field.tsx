'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import { useActions } from '#components/playground/actions.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { addressFor, originOf, updateConnections, useConnections } from './connection-store.ts'

/** The person's own key for one provider: kept in memory, bound to the origin it was entered for. */
export function KeyField({
  provider,
  apiBase,
}: {
  provider: ProviderId
  /** The address that replaces the provider's own. */
  apiBase: string | undefined
}) {
  const id = useId()
  const { credentials } = useConnections()
  const origin = originOf(addressFor(provider, apiBase))
  const credential = credentials[provider]
  const enter = (key: string) => {
    const entered = key && origin ? { key, origin } : undefined
    updateConnections({ credentials: { ...credentials, [provider]: entered } })
  }
  return (
    <div data-field="api_key">
      <label htmlFor={id} className="text-small text-ink-2">
        API key
      </label>
      <TextBox
        id={id}
        type="password"
        data-secret
        value={credential?.key ?? ''}
        placeholder={providerOf(provider).keyRequired ? 'sk-…' : 'if it needs one'}
        aria-describedby={`${id}-note`}
        onChange={(event) => enter(event.target.value.trim())}
      />
      <p id={`${id}-note`} className="mt-1 text-small text-ink-2">
        <KeyNote provider={provider} origin={origin} bound={credential?.origin} />
      </p>
    </div>
  )
}

function KeyNote({
  provider,
  origin,
  bound,
}: {
  provider: ProviderId
  origin: string | undefined
  bound: string | undefined
}) {
  const { describeServer } = useActions()
  const facts = useQuery({ queryKey: ['server'], queryFn: describeServer })
  const onServer = facts.data?.ok && facts.data.value.providersWithKey.includes(provider)
  if (bound && bound !== origin) {
    return (
      <>
        Entered for {bound}, so it is not sent to {origin ?? 'this address'}. Enter it again to use
        it here.
      </>
    )
  }
  if (bound) return <>Sent to {bound} only. Forgotten when this page is closed.</>
  if (onServer)
    return (
      <>
        The server has {providerOf(provider).keyVariable}; it is used unless you enter another key.
      </>
    )
  return <>Kept in this page’s memory and sent to {origin ?? 'the address above'} only.</>
}
