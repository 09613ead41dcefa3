import 'server-only'
import ipaddr from 'ipaddr.js'

/** What an IP address means to the guard: on the internet, on this machine, or neither. */
export type AddressRange = 'public' | 'loopback' | 'special'

/** Azure's platform address: in public space by its number, but served by the host of a machine. */
const azurePlatform = '168.63.129.16'

/** All IPv6 that is handed out to networks lies in here (RFC 4291). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * The range of an IP address without brackets. Everything that is not plainly public or loopback
 * is special: private, link-local (metadata services), shared, multicast, reserved, unspecified,
 * and every IPv6 form that wraps an IPv4 address, unless it wraps a loopback address.
 */
export function rangeOf(address: string): AddressRange {
  if (!ipaddr.isValid(address)) return 'special'
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return rangeOfV4(parsed)
  if (parsed.isIPv4MappedAddress()) {
    return parsed.toIPv4Address().range() === 'loopback' ? 'loopback' : 'special'
  }
  if (parsed.range() === 'loopback') return 'loopback'
  return parsed.range() === 'unicast' && parsed.match(globalUnicast) ? 'public' : 'special'
}

function rangeOfV4(address: ipaddr.IPv4): AddressRange {
  if (address.range() === 'loopback') return 'loopback'
  const isPublic = address.range() === 'unicast' && address.toString() !== azurePlatform
  return isPublic ? 'public' : 'special'
}
