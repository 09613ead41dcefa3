'use client'

import { useId, useRef, useState, type FocusEvent } from 'react'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import type { RememberedKey } from '#lib/request/remembered.ts'
import { TextBox } from '#components/ui/text-box.tsx'
import { addressFor, originOf, updateConnections, useConnections } from './connection-store.ts'
import { KeyNote } from './key-note.tsx'
import { RememberSwitch } from './remember-switch.tsx'
import { RememberedKeys } from './remembered-keys.tsx'
import { useRemembering } from './use-remembered.ts'
import { useServerFacts } from './use-server-facts.ts'

/**
 * The person's own key for one provider, bound to the origin that it was entered for: in this page's
 * memory, or on request remembered in this browser.
 */
export function KeyField({
  provider,
  apiBase,
}: {
  provider: ProviderId
  /** The address that replaces the provider's own. */
  apiBase: string | undefined
}) {
  const id = useId()
  const { facts, pending } = useServerFacts()
  const { credential, origin, enter } = useKey(provider, apiBase, pending)
  const { remember, forget, problem, busy } = useRemembering()
  const [wanted, setWanted] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const kept = facts?.remembered.keys.filter((one) => one.provider === provider) ?? []
  const here = kept.find((one) => one.origin === origin)
  const fits = credential?.origin === origin ? credential : undefined
  const save = (on: boolean) => {
    setWanted(on && !fits)
    if (on && fits) remember(provider, fits)
  }
  // A key that is still being typed is not remembered letter by letter.
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>) => {
    if (!currentTarget.contains(relatedTarget)) save(wanted)
  }
  // The control that was used goes away with what it did; the focus stays in the field.
  const andReturn =
    <T,>(act: (value: T) => void) =>
    (value: T) => {
      act(value)
      box.current?.focus()
    }
  return (
    <div data-field="api_key" onBlur={leave}>
      <label htmlFor={id} className="text-small text-ink-2">
        API key
      </label>
      <TextBox
        id={id}
        ref={box}
        type="password"
        data-secret
        readOnly={pending}
        value={fits?.key ?? ''}
        placeholder={placeholder(provider, here)}
        aria-describedby={`${id}-note`}
        onChange={(event) => enter(event.target.value.trim())}
      />
      <p id={`${id}-note`} className="mt-1 text-small text-ink-2">
        <KeyNote
          provider={provider}
          pending={pending}
          origin={origin}
          bound={credential?.origin}
          remembered={here !== undefined}
          onServer={facts?.providersWithKey.includes(provider) ?? false}
        />
      </p>
      <RememberedKeys keys={kept} origin={origin} busy={busy} onForget={andReturn(forget)} />
      {facts && origin && (credential !== undefined || !here) && (
        <RememberSwitch
          remembered={facts.remembered}
          origin={origin}
          checked={wanted || busy}
          onChange={andReturn(save)}
        />
      )}
      {problem && (
        <p role="alert" className="mt-1 text-small text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}

/** The key that was entered, where it would be sent now, and how to enter another. */
function useKey(provider: ProviderId, apiBase: string | undefined, pending: boolean) {
  const { credentials } = useConnections()
  const origin = pending ? undefined : originOf(addressFor(provider, apiBase))
  const enter = (key: string) => {
    const entered = key && origin ? { key, origin } : undefined
    updateConnections({ credentials: { ...credentials, [provider]: entered } })
  }
  return { credential: credentials[provider], origin, enter }
}

function placeholder(provider: ProviderId, here: RememberedKey | undefined): string {
  if (here) return here.ending ? `remembered · ends in ${here.ending}` : 'remembered'
  return providerOf(provider).keyRequired ? 'sk-…' : 'if it needs one'
}
