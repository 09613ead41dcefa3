'use client'

import type { RememberedKey } from '#lib/request/remembered.ts'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' })

/** The keys of one provider that are remembered, each with a way to forget it. Shows no key. */
export function RememberedKeys({
  keys,
  origin,
  busy,
  onForget,
}: {
  keys: readonly RememberedKey[]
  /** Where requests go at the moment. */
  origin: string | undefined
  busy: boolean
  onForget(key: RememberedKey): void
}) {
  return keys.map((one) => (
    <p key={one.origin} className="mt-1 text-small text-ink-2" data-remembered={one.origin}>
      A key for {one.origin}
      {one.ending && ` (ends in ${one.ending})`} is remembered on this device until{' '}
      {day.format(one.until * 1000)}
      {one.origin !== origin && `; it is not sent to ${origin ?? 'this address'}`}.{' '}
      <button
        type="button"
        disabled={busy}
        className="underline hover:text-ink"
        onClick={() => onForget(one)}
      >
        Forget<span className="sr-only"> the key for {one.origin}</span>
      </button>
    </p>
  ))
}
