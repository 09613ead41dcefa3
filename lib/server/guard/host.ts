import 'server-only'

/** The name and port of a server as they stand in a Host header; the name in canonical form. */
export interface Host {
  /** Lower case; an IPv6 address in brackets. */
  name: string
  port?: number
}

const hostForm = /^(\[[\da-f:.]+\]|[\da-z.-]+)(?::(\d{1,5}))?$/i

/** Reads `name` or `name:port`; nothing for anything else (a scheme, a path, a wildcard, a user). */
export function parseHost(text: string): Host | undefined {
  const [, written, digits] = hostForm.exec(text) ?? []
  const name = written && canonicalName(written)
  if (!name) return undefined
  if (digits === undefined) return { name }
  const port = Number(digits)
  return port >= 1 && port <= 65_535 ? { name, port } : undefined
}

/** Whether a name, as written in an address or a Host header, can only mean this machine. */
export function isLoopbackName(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.$/, '')
  if (plain === 'localhost' || plain.endsWith('.localhost')) return true
  return plain === '[::1]' || plain === '::1' || /^127(?:\.\d{1,3}){3}$/.test(plain)
}

function canonicalName(written: string): string | undefined {
  const url = `http://${written}/`
  return URL.canParse(url) ? new URL(url).hostname : undefined
}
