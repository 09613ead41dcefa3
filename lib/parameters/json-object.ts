import * as z from 'zod'
import {
  findForbiddenInMessages,
  findForbiddenKeys,
  type ForbiddenKey,
} from '#lib/request/forbidden-keys.ts'

const reasons: Record<ForbiddenKey['reason'], (key: string) => string> = {
  credential: (key) =>
    `“${key}” would carry a credential. Keys belong in the provider’s key field.`,
  address: (key) => `“${key}” would change where the request goes. Use API base for that.`,
  prototype: (key) => `“${key}” cannot be used as a key.`,
}

/** Adds one issue, at its place, for every key at any depth that may not travel inside a free object. */
export function refuseForbiddenKeys(value: unknown, context: z.RefinementCtx): void {
  addIssues(findForbiddenKeys(value), value, context)
}

/** The same for messages, whose parts may point to images and other files. */
export function refuseForbiddenInMessages(value: unknown, context: z.RefinementCtx): void {
  addIssues(findForbiddenInMessages(value), value, context)
}

function addIssues(found: ForbiddenKey[], input: unknown, context: z.RefinementCtx): void {
  for (const { path, reason, key } of found) {
    context.addIssue({ code: 'custom', path, message: reasons[reason](key), input })
  }
}

/** A JSON object of free keys that carries no credential and no address, at any depth. */
export const freeObject = z
  .record(z.string(), z.unknown(), 'Write a JSON object: { … }.')
  .superRefine(refuseForbiddenKeys)
