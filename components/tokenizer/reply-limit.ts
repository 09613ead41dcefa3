import type { Drafts } from '#lib/request/drafts.ts'
import { providerIn } from '#lib/request/check.ts'
import { usualLimitFor } from '#lib/teaching-model/wire/limits.ts'

/** The most tokens of a reply: of each choice, and of all together; empty where nobody set a limit. */
export function replyLimit(drafts: Drafts): [each?: number, whole?: number] {
  const n = Number(drafts.n ?? 1)
  const typed = Number(drafts.max_completion_tokens ?? drafts.max_tokens ?? 0)
  const each = typed || (providerIn(drafts) === 'teaching' ? usualLimitFor(n) : 0)
  return each * n > 0 ? [each, each * n] : []
}
