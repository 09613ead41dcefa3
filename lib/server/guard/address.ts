import 'server-only'
import { fail, type Failure, type Result } from '#lib/result.ts'
import { rangeOf, type AddressRange } from './address-range.ts'
import { opensPlace, type Place } from './allowed-targets.ts'
import { blockedFailure, isOpen, plainHttpFailure } from './blocked.ts'
import { isLoopbackName } from './host.ts'
import { parsePlainUrl } from './plain-url.ts'
import type { AddressPolicy } from './policy.ts'

/**
 * Checks an address as written, before anything is resolved: form, literal IP addresses in every
 * notation, loopback names. Plain http is allowed to loopback and to what the operator opened, since
 * prompts and keys would cross the network in the clear. What a name resolves to is checked by
 * `guardedDispatcher`.
 */
export function checkAddress(url: string, policy: AddressPolicy): Result<URL, Failure> {
  const parsed = parsePlainUrl(url)
  if (!parsed.ok) return fail({ kind: 'invalid', message: parsed.error })
  const place = placeOf(parsed.value)
  if (opensPlace(place, policy.allowed ?? [])) return parsed
  const range = writtenRange(place.hostname)
  if (range && !isOpen(range, policy)) return fail(blockedFailure(range, place))
  if (parsed.value.protocol === 'http:' && range !== 'loopback') {
    return fail(plainHttpFailure(place))
  }
  return parsed
}

/** The range of a host that says it itself; nothing for a name that has to be resolved. */
export function writtenRange(hostname: string): AddressRange | undefined {
  if (isLoopbackName(hostname)) return 'loopback'
  const address = hostname.replace(/^\[|\]$/g, '')
  const isLiteral = address.includes(':') || /^\d+(?:\.\d+){3}$/.test(address)
  return isLiteral ? rangeOf(address) : undefined
}

/** The host and port that an address leads to, its scheme's own port where it names none. */
export function placeOf({
  hostname,
  port,
  protocol,
}: Pick<URL, 'hostname' | 'port' | 'protocol'>): Place {
  const usual = protocol === 'https:' ? 443 : 80
  return { hostname, port: port === '' ? usual : Number(port) }
}
