import { isMessagesDraft, type Card } from '#lib/request/message-drafts.ts'
import type { Drafts } from '#lib/request/drafts.ts'

/** About how many tokens a text has: one for four characters, as in English. */
function roughly(text: string, variables: unknown): number {
  return Math.ceil(roughlyFilled(text, variables).length / 4)
}

/** About how many tokens a message’s text has, with `{{name}}` filled in as `variables` have it. */
export function roughCard({ content, parts, toolCalls = '' }: Card, variables: unknown): number {
  return roughly((parts ?? content) + packed(toolCalls), variables)
}

/** About how many tokens a form’s conversation and tools have. */
export function roughTotal({ messages, tools, variables }: Drafts): number {
  const given = typeof tools === 'string' ? roughly(packed(tools), undefined) : 0
  if (!isMessagesDraft(messages)) return given
  return messages.mode === 'json'
    ? given + roughly(messages.text, variables)
    : messages.cards.reduce((sum, card) => sum + roughCard(card, variables), given)
}

/** JSON goes out without the layout that it is written in. */
function packed(json: string): string {
  return json.replaceAll(/\s+/g, '')
}

/** Near enough for an estimate: spaces inside the braces are not looked for. */
function roughlyFilled(text: string, variables: unknown): string {
  return Object.entries(variables ?? {}).reduce(
    (filled, [name, value]) => filled.replaceAll(`{{${name}}}`, String(value)),
    text,
  )
}
