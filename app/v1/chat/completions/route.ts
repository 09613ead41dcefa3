import { serveTeaching } from '#lib/server/serve-teaching.ts'
import { chatEndpoint } from '#lib/server/teaching-endpoints.ts'
import { atV1, methodRefusal } from '#lib/server/v1.ts'

/** The teaching model in OpenAI's wire format. It never forwards. */
export const POST = atV1((request) => serveTeaching(chatEndpoint, request))

const refuse = methodRefusal('POST')
export {
  refuse as DELETE,
  refuse as GET,
  refuse as HEAD,
  refuse as OPTIONS,
  refuse as PATCH,
  refuse as PUT,
}
