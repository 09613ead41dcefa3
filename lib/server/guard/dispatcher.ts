import 'server-only'
import { lookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, type Dispatcher } from 'undici'
import { rangeOf } from './address-range.ts'
import { writtenRange } from './address.ts'
import { BlockedAddressError, isOpen } from './blocked.ts'
import type { AddressPolicy } from './policy.ts'

/** Gives all addresses of a name, as `dns.lookup` does with `all`. */
export type Resolve = (
  hostname: string,
  options: { all: true; family?: number },
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

/** Milliseconds until a connection must stand, TLS included. */
const connectMs = 10_000

const dispatchers = new Map<boolean, Dispatcher>()

/**
 * The connections of one policy. Every connection is checked when it is made: a name is resolved
 * once, all its addresses are checked, and the connection goes to those addresses and no others,
 * so a name cannot point elsewhere a moment later. Policies share no sockets.
 */
export function guardedDispatcher(policy: AddressPolicy): Dispatcher {
  const known = dispatchers.get(policy.allowLoopback)
  if (known) return known
  const made = createGuardedDispatcher(policy)
  dispatchers.set(policy.allowLoopback, made)
  return made
}

/** A fresh dispatcher for a policy that finds addresses with `resolve`. */
export function createGuardedDispatcher(
  policy: AddressPolicy,
  resolve: Resolve = lookup,
): Dispatcher {
  const connect = buildConnector({ timeout: connectMs, lookup: guardedLookup(policy, resolve) })
  return new Agent({
    connect(options, callback) {
      // Node resolves nothing for a literal address, so the lookup would never see it.
      const range = writtenRange(options.hostname)
      if (!range || isOpen(range, policy)) return connect(options, callback)
      queueMicrotask(() => callback(new BlockedAddressError(range), null))
    },
  })
}

function guardedLookup(policy: AddressPolicy, resolve: Resolve): LookupFunction {
  return (hostname, { all, family }, callback) => {
    const wanted = typeof family === 'number' ? { all: true as const, family } : allFamilies
    resolve(hostname, wanted, (error, addresses) => {
      const fault = error ?? blockedAmong(addresses, policy)
      const [first] = addresses ?? []
      if (fault || !first) return callback(fault ?? new BlockedAddressError('special'), '')
      if (all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

const allFamilies = { all: true } as const

function blockedAmong(addresses: LookupAddress[], policy: AddressPolicy): Error | undefined {
  const ranges = addresses.map(({ address }) => rangeOf(address))
  const closed = ranges.find((range) => !isOpen(range, policy))
  return closed && new BlockedAddressError(closed)
}
