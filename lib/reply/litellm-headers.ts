/** What a LiteLLM proxy tells of a run in its `x-litellm-*` headers. */
export interface LiteLlmReport {
  version?: string
  callId?: string
  /** Id of the deployment that answered. */
  modelId?: string
  modelGroup?: string
  /** The address that the proxy called. */
  apiBase?: string
  attemptedRetries?: number
  attemptedFallbacks?: number
  /** US dollars, as the proxy computes them. */
  cost?: number
  /** Milliseconds that the proxy took in all, and of those its own work. */
  durationMs?: number
  overheadMs?: number
}

const texts = {
  version: 'version',
  callId: 'call-id',
  modelId: 'model-id',
  modelGroup: 'model-group',
  apiBase: 'model-api-base',
} as const

const numbers = {
  attemptedRetries: 'attempted-retries',
  attemptedFallbacks: 'attempted-fallbacks',
  cost: 'response-cost',
  durationMs: 'response-duration-ms',
  overheadMs: 'overhead-duration-ms',
} as const

/** Reads a proxy's report from headers in lower case; nothing where no LiteLLM proxy answered. */
export function readLiteLlmHeaders(
  headers: Readonly<Record<string, string>>,
): LiteLlmReport | undefined {
  const found = [
    ...Object.entries(texts).map(([name, header]) => [name, headers[`x-litellm-${header}`]]),
    ...Object.entries(numbers).map(([name, header]) => [
      name,
      numberIn(headers[`x-litellm-${header}`]),
    ]),
  ].filter(([, value]) => value !== undefined && value !== '')
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/** The figure of a header; a proxy writes `None` for what it does not know. */
function numberIn(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}
