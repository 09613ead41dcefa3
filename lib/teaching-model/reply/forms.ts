import type { Prompt, Turn } from '../conversation/turns.ts'
import { formOf } from '../tools/form.ts'
import { planCalls, type Asked } from '../tools/plan.ts'
import { placed, type Form } from '../tools/writer.ts'
import type { TeachingRequest } from '../wire/request.ts'

/** The form of a call's arguments, with the tool's name. */
export interface NamedForm extends Form {
  name: string
}

/**
 * The calls with which the model answers a request, as forms to be filled in; none where it answers
 * with a text. A text that has begun is gone on with, unless a call is required.
 */
export function formsFor({ tools }: TeachingRequest, { turns, prefix }: Prompt): NamedForm[] {
  if (!tools || (prefix.length > 0 && tools.mode !== 'required')) return []
  const calls = planCalls(tools, askedIn(turns))
  return placed(calls.map(formOf)).map((form, index) => ({
    ...form,
    name: calls[index]?.tool.name ?? '',
  }))
}

/** What of a conversation decides about calls. */
function askedIn(turns: readonly Turn[]): Asked {
  const last = turns.findLastIndex(({ speaker }) => speaker === 'user')
  const earlier = turns.slice(0, Math.max(0, last)).findLast(({ speaker }) => speaker === 'user')
  const made = turns.slice(last + 1).flatMap(({ calls = [] }) => calls)
  return { text: turns[last]?.text ?? '', before: earlier?.text ?? '', made }
}
