import type { Refusal } from '#lib/preset/preset.ts'

/** A request as a text holds it, before anything of it is checked. */
export interface FoundRequest {
  /** The keys of its body, and arguments that stand beside them, by the names that the text gives. */
  values: Readonly<Record<string, unknown>>
  /** How long it may take and how often it is repeated, where that is said beside it. */
  beside?: Readonly<Record<string, unknown>>
  /** Where it goes, the whole address. */
  url?: string
  /** Where it goes, without the path of the call. */
  apiBase?: string
  apiVersion?: string
  /** A LiteLLM prefix, or the id of a provider. */
  provider?: string
  /** Whether ids may have the form provider/model, as with LiteLLM's own function. */
  prefixed?: boolean
  /** Whether it stood in a log, where everything is written out that was not set. */
  isLog?: boolean
  refused: Refusal[]
  notes: string[]
}

/** What to say of a key, a token or a cookie, wherever it stood. */
export const keyReason = 'This is a credential. It was not read any further, and is kept nowhere.'

/** The start of a result, before anything was found. */
export function nothingFound(): FoundRequest {
  return { values: {}, refused: [], notes: [] }
}

/** Whether a value is a list of messages. */
export function isConversation(value: unknown): value is unknown[] {
  if (!Array.isArray(value) || value.length === 0) return false
  return value.every((one) => isObject(one) && 'role' in one)
}

/** A plain object that is no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
