import ipaddr from 'ipaddr.js'

/** Names that only mean something inside a network or a machine. */
const inside = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|test)$/

/**
 * Why an address may not be read from a link or a file; nothing where it may. Whoever opens it still
 * decides whether to use it.
 */
export function reasonAgainstAddress(address: unknown): string | undefined {
  const url = urlOf(address)
  if (!url) return 'This is no http or https address.'
  if (url.username !== '' || url.password !== '') return 'An address may not carry a password.'
  return url.search !== '' || url.hash !== ''
    ? 'An address may not carry a query or a fragment.'
    : undefined
}

/** Whether an address may be put into a link: public, and without anything that could be a secret. */
export function travels(address: unknown): boolean {
  const url = urlOf(address)
  return (
    url !== undefined && reasonAgainstAddress(address) === undefined && isPublicHost(url.hostname)
  )
}

/** Whether a host's name, as a URL has it, means something outside of one network or machine. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'unicast'
  return host.includes('.') && !inside.test(host)
}

function urlOf(address: unknown): URL | undefined {
  if (typeof address !== 'string' || address.length > 2048 || !URL.canParse(address)) {
    return undefined
  }
  const url = new URL(address)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}
