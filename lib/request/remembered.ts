import * as z from 'zod'
import { providerIds } from '#lib/providers/catalogue.ts'

const placeSchema = z.strictObject({
  provider: z.enum(providerIds),
  origin: z
    .string()
    .max(2048)
    .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'Name an origin.')
    .refine((text) => /^https?:/.test(text), 'Name an http or https origin.'),
})

/** What the browser sends to have a key remembered, with the one origin that it is for. */
export const rememberSchema = placeSchema.extend({ key: z.string().min(1).max(4096) })

/** What the browser sends to have one key forgotten; nothing, to have all forgotten. */
export const forgetSchema = placeSchema.optional()

/** A key that is remembered, as a page may know it. */
export interface RememberedKey {
  provider: string
  origin: string
  /** Its last four characters, where it is long enough that they tell nothing. */
  ending: string
  /** The Unix time in seconds at which it is forgotten. */
  until: number
}

/** What a page may know of remembered keys. */
export interface Remembered {
  keys: RememberedKey[]
  /** How many days a key that is entered now would be remembered. */
  days: number
  /** Why no key can be remembered here; absent where one can. */
  refusal?: string
}
