import 'server-only'

const hidden = /^(set-cookie|cookie|.*authorization.*|.*api-key.*|.*-token)$/

/** The headers of an answer that may be shown: cookies and credentials are left out. */
export function visibleHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hidden.test(name)))
}
