import * as z from 'zod'
import { providerIds } from '#lib/providers/catalogue.ts'

/** How to reach one provider. */
const connection = z.strictObject({
  /** The provider's address, where the person typed one. */
  endpoint: z.string().max(2048).optional(),
  credential: z
    .strictObject({ key: z.string().min(1).max(4096), origin: z.string().max(2048) })
    .optional(),
})

export type Connection = z.output<typeof connection>

/**
 * What the browser sends for one run. The key travels beside the settings, never in them, and names
 * the origin it was entered for.
 */
export const runRequestSchema = z.strictObject({
  /** Made by the browser; `cancelRun` stops the run by it. */
  runId: z.uuid(),
  settings: z.record(z.string(), z.unknown()),
  ...connection.shape,
  /** The same for the other providers that fallbacks name. */
  connections: z.partialRecord(z.enum(providerIds), connection).optional(),
  /** The access token of a Nucleus that is reached from other machines. */
  access: z.string().max(1024).optional(),
})

export type RunRequest = z.output<typeof runRequestSchema>

/** What the browser sends to list a target's models. */
export const modelListRequestSchema = runRequestSchema
  .omit({ runId: true, settings: true, connections: true })
  .extend({ provider: z.enum(providerIds), apiBase: z.string().max(2048).optional() })

export type ModelListRequest = z.output<typeof modelListRequestSchema>
