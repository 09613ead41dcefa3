import { unknownPath } from '#lib/server/v1.ts'

/** Whatever else is asked for under `/v1`, so that clients get an error that they can read. */
export {
  unknownPath as DELETE,
  unknownPath as GET,
  unknownPath as HEAD,
  unknownPath as OPTIONS,
  unknownPath as PATCH,
  unknownPath as POST,
  unknownPath as PUT,
}
