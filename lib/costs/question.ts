import * as z from 'zod'
import { providerIds } from '#lib/providers/catalogue.ts'

const count = z.int().nonnegative()

/** What the browser asks the published price list: who answered with which model, and the tokens. */
export const priceQuestionSchema = z.strictObject({
  provider: z.enum(providerIds),
  /** The address that the request went to. It is compared, never called. */
  url: z.string().max(2048),
  model: z.string().min(1).max(256),
  tokens: z.strictObject({ input: count, cached: count, written: count, output: count }),
})

export type PriceQuestion = z.output<typeof priceQuestionSchema>
