import { parameterOf } from '#lib/parameters/index.ts'
import { problemsOf, type Problem } from '#lib/parameters/problems.ts'
import { messagesOfDraft } from './message-drafts.ts'

/** What is wrong in a conversation that is being edited; a path starts with the 0-based message. */
export function messageProblems(draft: unknown): Problem[] {
  const read = messagesOfDraft(draft)
  if (!read.ok) return read.error
  const messages = parameterOf('messages')
  return problemsOf(messages, read.value)
}
