import 'server-only'
import { lookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, type Dispatcher } from 'undici'
import { rangeOf } from './address-range.ts'
import { placeOf, writtenRange } from './address.ts'
import { opensAddress, opensPlace, type Place } from './allowed-targets.ts'
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

const dispatchers = new Map<string, Dispatcher>()

/**
 * The connections of one policy. Every connection is checked when it is made: a name is resolved
 * once, all its addresses are checked, and the connection goes to those addresses and no others,
 * so a name cannot point elsewhere a moment later. Policies share no sockets.
 */
export function guardedDispatcher(policy: AddressPolicy): Dispatcher {
  const rules = JSON.stringify(policy)
  const known = dispatchers.get(rules)
  if (known) return known
  const made = createGuardedDispatcher(policy)
  dispatchers.set(rules, made)
  return made
}

/** A fresh dispatcher for a policy that finds addresses with `resolve`. */
export function createGuardedDispatcher(
  policy: AddressPolicy,
  resolve: Resolve = lookup,
): Dispatcher {
  const connectors = connectorsFor(policy, resolve)
  return new Agent({
    connect(options, callback) {
      const { hostname, port, protocol } = options
      const place = placeOf({ hostname, port, protocol })
      // Node resolves nothing for a literal address, so the lookup would never see it.
      const range = writtenRange(hostname)
      const opened = opensPlace(place, policy.allowed ?? [])
      if (opened || !range || isOpen(range, policy)) {
        return connectors(place, opened)(options, (...[error, socket]) => {
          if (socket) return callback(null, socket)
          // A lookup knows no port.
          const blocked = error instanceof BlockedAddressError
          callback(blocked ? new BlockedAddressError(error.range, place) : error, null)
        })
      }
      queueMicrotask(() => callback(new BlockedAddressError(range, place), null))
    },
  })
}

type Connector = ReturnType<typeof buildConnector>

/** One connector for what the operator opened by name, and one for each port that rules name. */
function connectorsFor(policy: AddressPolicy, resolve: Resolve) {
  const ports = new Set(policy.allowed?.map(({ port }) => port))
  const made = new Map<string, Connector>()
  return (place: Place, opened: boolean): Connector => {
    const rule = ports.has(place.port) ? String(place.port) : 'any port'
    const name = opened ? 'opened' : rule
    const known = made.get(name)
    if (known) return known
    const isFine = (address: string) =>
      opened ||
      isOpen(rangeOf(address), policy) ||
      opensAddress(address, place.port, policy.allowed ?? [])
    const connector = buildConnector({ timeout: connectMs, lookup: guardedLookup(isFine, resolve) })
    made.set(name, connector)
    return connector
  }
}

function guardedLookup(isFine: (address: string) => boolean, resolve: Resolve): LookupFunction {
  return (hostname, { all, family }, callback) => {
    const wanted = typeof family === 'number' ? { all: true as const, family } : allFamilies
    resolve(hostname, wanted, (error, addresses) => {
      const closed = addresses?.find(({ address }) => !isFine(address))
      const range = closed ? rangeOf(closed.address) : 'special'
      const [first] = addresses ?? []
      if (error) return callback(error, '')
      if (closed || !first) return callback(new BlockedAddressError(range), '')
      if (all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

const allFamilies = { all: true } as const
