import type { ParameterName, Settings } from '#lib/parameters/index.ts'
import type { RunRecord } from '#components/run/run-store.ts'

/** How many parameters go, and that the two that decide most are among them. */
export function parametersText(names: readonly ParameterName[]): string {
  const both = names.includes('provider') && names.includes('model')
  return `${names.length} set${both ? ', provider and model included' : ''}`
}

/** How many messages go, and what is unusual about them. */
export function messagesText(messages: Settings['messages']): string {
  const all = messages ?? []
  const results = all.filter(({ role }) => role === 'tool').length
  if (results === 0) return String(all.length)
  return `${all.length}, with ${results === 1 ? 'the tool result' : `${results} tool results`}`
}

/** How much of a run goes, and whether the form would still make it. */
export function runText({ reply: { choices } }: RunRecord, differs: boolean): string {
  const most = Math.max(0, ...choices.map(({ tokens }) => tokens.mostAlternatives))
  const count = choices.length === 1 ? 'one choice' : `${choices.length} choices`
  const beside = most > 0 ? `, ${most} alternatives per token` : ''
  return `${count}${beside}${differs ? '; made with other settings than the form has' : ''}`
}

/** The keys of a value whose content nobody would want to see in a row. */
export function keysText(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? Object.keys(value).join(', ') : undefined
}
