import { env } from '#lib/server/env.ts'
import { checkGate } from '#lib/server/gate.ts'
import { readJson } from '#lib/server/json-request.ts'
import { openAiErrorResponse } from '#lib/server/responses.ts'
import { mostTeachingBytes, serveTeaching } from '#lib/server/serve-teaching.ts'

/** The teaching model in OpenAI's wire format. It never forwards. */
export async function POST(request: Request): Promise<Response> {
  const gate = checkGate(request, 'v1', env())
  if (!gate.ok) return openAiErrorResponse(gate.error)
  const body = await readJson(request, mostTeachingBytes)
  return body.ok ? serveTeaching(body.value, request.signal) : openAiErrorResponse(body.error)
}
