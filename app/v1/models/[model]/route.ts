import { noStore, openAiErrorResponse } from '#lib/server/responses.ts'
import { teachingModelOf } from '#lib/server/serve-teaching.ts'
import { atV1, methodRefusal } from '#lib/server/v1.ts'

interface Context {
  params: Promise<{ model: string }>
}

/** One model by its name. */
export const GET = atV1(async (_, { params }: Context) => {
  const { model } = await params
  const entry = teachingModelOf(model)
  return entry ? Response.json(entry, { headers: noStore }) : openAiErrorResponse(unknown(model))
})

function unknown(model: string) {
  const message = `There is no model “${model}” here. See GET /v1/models.`
  return { kind: 'invalid', status: 404, code: 'model_not_found', param: 'model', message } as const
}

const refuse = methodRefusal('GET')
export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT }
