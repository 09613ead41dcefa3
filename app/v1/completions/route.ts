import { serveTeaching } from '#lib/server/serve-teaching.ts'
import { textEndpoint } from '#lib/server/teaching-endpoints.ts'
import { atV1, methodRefusal } from '#lib/server/v1.ts'

/** Text that the teaching model goes on with, or scores. */
export const POST = atV1((request) => serveTeaching(textEndpoint, request))

const refuse = methodRefusal('POST')
export {
  refuse as DELETE,
  refuse as GET,
  refuse as HEAD,
  refuse as OPTIONS,
  refuse as PATCH,
  refuse as PUT,
}
