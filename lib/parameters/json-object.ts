import * as z from 'zod'
import { findForbiddenKeys, type ForbiddenKey } from '#lib/request/forbidden-keys.ts'

const reasons: Record<ForbiddenKey['reason'], (key: string) => string> = {
  credential: (key) =>
    `“${key}” would carry a credential. Keys belong in the provider’s key field.`,
  address: (key) => `“${key}” would change where the request goes. Use API base for that.`,
  prototype: (key) => `“${key}” cannot be used as a key.`,
}

/** Adds one issue, at its place, for every key at any depth that may not travel inside a free object. */
export function refuseForbiddenKeys(value: unknown, context: z.RefinementCtx): void {
  for (const found of findForbiddenKeys(value)) {
    context.addIssue({
      code: 'custom',
      path: found.path,
      message: reasons[found.reason](found.key),
      input: value,
    })
  }
}

/** A JSON object of free keys that carries no credential and no address, at any depth. */
export const freeObject = z
  .record(z.string(), z.unknown(), 'Write a JSON object: { … }.')
  .superRefine(refuseForbiddenKeys)
