import { noStore } from '#lib/server/responses.ts'
import { teachingModelList } from '#lib/server/serve-teaching.ts'
import { atV1, methodRefusal } from '#lib/server/v1.ts'

/** The one model that Nucleus serves itself. */
export const GET = atV1(() => Response.json(teachingModelList(), { headers: noStore }))

const refuse = methodRefusal('GET')
export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT }
