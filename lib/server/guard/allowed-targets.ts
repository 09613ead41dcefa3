import 'server-only'
import ipaddr from 'ipaddr.js'

/** A host or network that the operator opens; without a port, at every port. */
export type AllowedTarget = (
  | { /** Lower case, without a dot at its end. */ name: string }
  | { /** In CIDR notation; a single address is a network of one. */ network: string }
) & { port?: number }

/** Where a connection is to go, as written in its address. */
export interface Place {
  /** As in a URL: lower case, an IPv6 address in brackets. */
  hostname: string
  port: number
}

/**
 * Reads a list such as `litellm.internal:4000, 10.20.0.0/16, [fd00::5]:8000`: names, addresses and
 * networks, separated by commas. Gives nothing where any entry is none of these.
 */
export function parseAllowedTargets(text: string): AllowedTarget[] | undefined {
  const entries = text.split(',').map((entry) => entry.trim())
  const written = entries.filter((entry) => entry !== '')
  const targets = written.flatMap((entry) => networkOf(entry) ?? hostOf(entry) ?? [])
  return targets.length === written.length ? targets : undefined
}

/** Whether the operator opened a place by its very name or number. */
export function opensPlace({ hostname, port }: Place, allowed: readonly AllowedTarget[]): boolean {
  const name = hostname.replace(/\.$/, '')
  const address = unbracketed(hostname)
  return allowed.some((one) => {
    if (one.port !== undefined && one.port !== port) return false
    return 'name' in one ? one.name === name : isWithin(address, one.network)
  })
}

/** Whether the operator opened an address, without brackets, that a name leads to. */
export function opensAddress(
  address: string,
  port: number,
  allowed: readonly AllowedTarget[],
): boolean {
  return allowed.some(
    (one) =>
      'network' in one &&
      (one.port === undefined || one.port === port) &&
      isWithin(address, one.network),
  )
}

const networkForm = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:.]*:[\da-f:.]*)\/\d{1,3}$/i

function networkOf(entry: string): AllowedTarget | undefined {
  if (networkForm.test(entry) && ipaddr.isValidCIDR(entry)) return { network: entry.toLowerCase() }
  // An IPv6 address by itself can have no port: its colons are its own.
  return ipaddr.IPv6.isValid(entry) ? { network: `${entry.toLowerCase()}/128` } : undefined
}

// Names inside a network may hold underscores, which no public name does.
const hostForm = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/i

function hostOf(entry: string): AllowedTarget | undefined {
  const [, written, digits] = hostForm.exec(entry) ?? []
  const url = `http://${written}/`
  if (written === undefined || !URL.canParse(url)) return undefined
  const name = new URL(url).hostname.replace(/\.$/, '')
  const port = digits === undefined ? undefined : Number(digits)
  if (name === '' || (port !== undefined && (port < 1 || port > 65_535))) return undefined
  return { ...nameOrNetwork(name), ...(port === undefined ? {} : { port }) }
}

function nameOrNetwork(name: string): { name: string } | { network: string } {
  const address = unbracketed(name)
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return { network: `${address}/32` }
  return ipaddr.IPv6.isValid(address) ? { network: `${address}/128` } : { name }
}

/** An IPv4 address that is written as a mapped IPv6 one counts as what it is. */
function isWithin(address: string, network: string): boolean {
  if (!isLiteral(address)) return false
  const found = ipaddr.process(address)
  const [base, prefix] = ipaddr.parseCIDR(network)
  if (found instanceof ipaddr.IPv4) return base instanceof ipaddr.IPv4 && found.match(base, prefix)
  return base instanceof ipaddr.IPv6 && found.match(base, prefix)
}

function isLiteral(address: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
}

function unbracketed(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}
