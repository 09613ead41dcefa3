import type { Prompt, Turn } from '../conversation/turns.ts'
import { toWrite, type WrittenCall } from '../tools/arguments.ts'
import { planCalls, type Asked } from '../tools/plan.ts'
import type { TeachingRequest } from '../wire/request.ts'

/**
 * The calls with which the model answers a request, ready to be written; none where it answers with
 * a text. A text that has begun is gone on with, unless a call is required.
 */
export function callsFor({ tools }: TeachingRequest, { turns, prefix }: Prompt): WrittenCall[] {
  if (!tools || (prefix.length > 0 && tools.mode !== 'required')) return []
  return toWrite(planCalls(tools, askedIn(turns)))
}

/** What of a conversation decides about calls. */
function askedIn(turns: readonly Turn[]): Asked {
  const last = turns.findLastIndex(({ speaker }) => speaker === 'user')
  const earlier = turns.slice(0, Math.max(0, last)).findLast(({ speaker }) => speaker === 'user')
  const made = turns.slice(last + 1).flatMap(({ calls = [] }) => calls)
  return { text: turns[last]?.text ?? '', before: earlier?.text ?? '', made }
}
