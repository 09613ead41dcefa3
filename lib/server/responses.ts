import 'server-only'
import type { Failure } from '#lib/result.ts'
import { statusOf } from './gate.ts'

/** A failure as the JSON answer of a route of ours. */
export function failureResponse(failure: Failure): Response {
  return Response.json({ failure }, { status: statusOf(failure), headers: noStore })
}

/** A failure in OpenAI's error format, for clients of `/v1`. */
export function openAiErrorResponse(
  failure: Failure,
  headers: Record<string, string> = {},
): Response {
  const { message, param = null, code = null } = failure
  const status = failure.status ?? statusOf(failure)
  return Response.json(
    { error: { message, type: errorType(status), param, code } },
    { status, headers: { ...noStore, ...headers } },
  )
}

function errorType(status: number): string {
  if (status === 429) return 'rate_limit_error'
  return status >= 500 ? 'server_error' : 'invalid_request_error'
}

/** No answer of ours may be kept by a cache. */
export const noStore = { 'cache-control': 'no-store' } as const
