import 'server-only'
import { fail, type Failure, type Result } from '#lib/result.ts'
import { rangeOf, type AddressRange } from './address-range.ts'
import { blockedFailure, isOpen, plainHttpFailure } from './blocked.ts'
import { isLoopbackName } from './host.ts'
import { parsePlainUrl } from './plain-url.ts'
import type { AddressPolicy } from './policy.ts'

/**
 * Checks an address as written, before anything is resolved: form, literal IP addresses in every
 * notation, loopback names. Plain http is allowed to loopback only, since prompts and keys would
 * cross the network in the clear. What a name resolves to is checked by `guardedDispatcher`.
 */
export function checkAddress(url: string, policy: AddressPolicy): Result<URL, Failure> {
  const parsed = parsePlainUrl(url)
  if (!parsed.ok) return fail({ kind: 'invalid', message: parsed.error })
  const range = writtenRange(parsed.value.hostname)
  if (range && !isOpen(range, policy)) return fail(blockedFailure(range))
  if (parsed.value.protocol === 'http:' && range !== 'loopback') return fail(plainHttpFailure)
  return parsed
}

/** The range of a host that says it itself; nothing for a name that has to be resolved. */
export function writtenRange(hostname: string): AddressRange | undefined {
  if (isLoopbackName(hostname)) return 'loopback'
  const address = hostname.replace(/^\[|\]$/g, '')
  const isLiteral = address.includes(':') || /^\d+(?:\.\d+){3}$/.test(address)
  return isLiteral ? rangeOf(address) : undefined
}
