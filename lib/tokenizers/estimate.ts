import type { Card } from '#lib/request/message-drafts.ts'
import { isMessagesDraft } from '#lib/request/message-drafts.ts'
import { filledText } from '#lib/request/variables.ts'
import type { Drafts } from '#lib/request/drafts.ts'

/** A rough count of tokens: one for about four characters, as English text has it. */
function roughly(text: string): number {
  return Math.ceil(text.length / 4)
}

/** About how many tokens a message’s text has, `variables` filled in. */
export function roughCard({ content, parts, toolCalls = '' }: Card, variables: unknown): number {
  return roughly(filled(parts ?? content, variables)) + roughly(toolCalls)
}

/** About how many tokens a form’s conversation and tools have. */
export function roughTotal({ messages, tools, variables }: Drafts): number {
  const given = typeof tools === 'string' ? roughly(tools) : 0
  if (!isMessagesDraft(messages)) return given
  if (messages.mode === 'json') return given + roughly(filled(messages.text, variables))
  return messages.cards.reduce((sum, card) => sum + roughCard(card, variables), given)
}

function filled(text: string, variables: unknown): string {
  // The draft of the variables is their table.
  return variables ? filledText(text, variables as Record<string, string>) : text
}
