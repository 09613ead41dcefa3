import * as z from 'zod'

/** A field that is dropped, and nothing else with it, where it is not what it should be. */
export function lenient<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined)
}

/** A number of tokens. */
export const tokenCount = lenient(z.number().int().positive().max(1_000_000_000))

/** An id that can stand in one line of text. */
export const modelIdText = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\u0000-\u001f\u007f]+$/)

/** Short words, such as names of parameters. */
export const words = lenient(z.array(z.string().max(100)).max(500))

/** Most dollars per million tokens that are believed: beyond it stands a mistake or a joke. */
const mostPerMillion = 100_000

/** A price that makes sense, in dollars per million tokens; nothing for a negative or absurd one. */
export function sanePrice(perMillion: number | undefined): number | undefined {
  return perMillion !== undefined && perMillion >= 0 && perMillion <= mostPerMillion
    ? Number(perMillion.toPrecision(12))
    : undefined
}

/** An amount written as a number or, so that no digit is lost, as a text. */
export const amount = lenient(
  z.union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,9}(\.\d{1,24})?(e-?\d{1,2})?$/i)
      .transform(Number),
  ]),
)
