import 'server-only'

const hidden = /^(set-cookie|cookie|.*authorization.*|.*api-key.*|.*-token)$/

/** The headers of an answer that may be shown: cookies and credentials are left out. */
export function visibleHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hidden.test(name)))
}

const requestIds = ['x-request-id', 'request-id', 'x-litellm-call-id', 'apim-request-id', 'cf-ray']

/** The upstream's id of a request, under the first of the names in use that is there. */
export function requestIdOf(headers: Record<string, string>): string | undefined {
  const name = requestIds.find((one) => headers[one])
  return name && headers[name]?.slice(0, 200)
}
