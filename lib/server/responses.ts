import 'server-only'
import type { Failure } from '#lib/result.ts'
import { statusOf } from './gate.ts'

/** A failure as the JSON answer of a route of ours. */
export function failureResponse(failure: Failure): Response {
  return Response.json({ failure }, { status: statusOf(failure), headers: noStore })
}

/** A failure in OpenAI's error format, for clients of `/v1`. */
export function openAiErrorResponse(failure: Failure): Response {
  const { message, param = null, code = null } = failure
  const status = failure.status ?? statusOf(failure)
  const type = status === 429 ? 'rate_limit_error' : 'invalid_request_error'
  return Response.json({ error: { message, type, param, code } }, { status, headers: noStore })
}

/** No answer of ours may be kept by a cache. */
export const noStore = { 'cache-control': 'no-store' } as const
