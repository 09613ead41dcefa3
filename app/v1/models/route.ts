import { env } from '#lib/server/env.ts'
import { checkGate } from '#lib/server/gate.ts'
import { noStore, openAiErrorResponse } from '#lib/server/responses.ts'
import { teachingModelList } from '#lib/server/serve-teaching.ts'

/** The one model that Nucleus serves itself. */
export async function GET(request: Request): Promise<Response> {
  const gate = checkGate(request, 'v1', env())
  return gate.ok
    ? Response.json(teachingModelList(), { headers: noStore })
    : openAiErrorResponse(gate.error)
}
