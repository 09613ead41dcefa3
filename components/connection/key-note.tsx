'use client'

import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'

/** Says in a sentence which key a run would carry, and where to. */
export function KeyNote({
  provider,
  pending,
  origin,
  bound,
  remembered,
  onServer,
}: {
  provider: ProviderId
  /** Whether the server has yet to say which addresses are its own. */
  pending: boolean
  /** Where requests go at the moment. */
  origin: string | undefined
  /** The origin that the entered key is for, where one is entered. */
  bound: string | undefined
  /** Whether a key for this very origin is remembered. */
  remembered: boolean
  /** Whether the server has a key for this provider. */
  onServer: boolean
}) {
  if (pending) return <>Asking Nucleus where keys of this provider go…</>
  if (bound && bound !== origin) {
    return (
      <>
        The key entered for {bound} is not sent to {origin ?? 'this address'}. Enter the key for
        this address.
      </>
    )
  }
  if (bound) {
    return (
      <>
        Sent to {bound} only{remembered && ', instead of the remembered one'}. Forgotten when this
        page is closed.
      </>
    )
  }
  if (remembered) return <>The remembered key is used unless you enter another one.</>
  if (onServer)
    return (
      <>
        The server has {providerOf(provider).keyVariable}; it is used unless you enter another key.
      </>
    )
  return <>Kept in this page’s memory and sent to {origin ?? 'the address above'} only.</>
}
