import { applyEvent } from './reducer.ts'
import { createReply, emptyChoice, type Choice, type Reply } from './reply.ts'
import type { RunEvent } from './run-events.ts'
import { TokenStore, type TokenEntry } from './token-store.ts'

/** What a branch keeps of the reply that it leaves. */
export interface Beginning {
  text: string
  /** The tokens of the text, with all that was recorded of them. */
  tokens: readonly TokenEntry[]
}

/** A reply that grows by the events of its run. */
export interface GrowingReply {
  reply: Reply
  apply(event: RunEvent): void
}

/** Fewest characters that are no coincidence where an answer begins with them, blanks apart. */
const fewestRepeated = 3

/** A reply of which nothing is there yet. */
export function growingReply(): GrowingReply {
  const reply = createReply()
  return { reply, apply: (event) => applyEvent(reply, event) }
}

/**
 * A reply that has its beginning already; what comes is put after it, in choice 0. Some providers
 * repeat the beginning in their answer (then `mayRepeat`): what comes is held back while it could be
 * that, and what proves to be is left out, its tokens too.
 */
export function branchReply(beginning: Beginning, mayRepeat: boolean): GrowingReply {
  const reply = createReply()
  const tokens = new TokenStore()
  for (const entry of beginning.tokens) tokens.append(entry)
  const { text } = beginning
  const kept = { tokens: tokens.length, characters: text.length }
  const after = (came: Choice, rest: string): Choice => ({
    ...came,
    content: text + rest,
    tokens,
    kept,
  })
  show(reply, after(emptyChoice(0), ''))
  const canTell = mayRepeat && text.trim().length >= fewestRepeated
  let held: Choice | undefined = canTell ? emptyChoice(0) : undefined

  return {
    reply,
    apply(event) {
      if (held) show(reply, held)
      applyEvent(reply, event)
      if (!held) return
      const repeated = repeatedIn(held.content, text, reply)
      show(reply, after(held, held.content.slice(repeated ?? held.content.length)))
      if (repeated === undefined) return
      appendFrom(tokens, held.tokens, bytesOf(held.content.slice(0, repeated)))
      held = undefined
    },
  }
}

function show(reply: Reply, choice: Choice): void {
  const others = reply.choices.filter(({ index }) => index !== choice.index)
  reply.choices = [choice, ...others].toSorted((a, b) => a.index - b.index)
}

/**
 * How much of what came repeats the beginning, in UTF-16 units; nothing while that is open. Providers
 * may leave out blanks in front. What broke off inside a repetition is one.
 */
function repeatedIn(came: string, beginning: string, { status }: Reply): number | undefined {
  const forms = [beginning, beginning.trimStart()]
  const whole = forms.find((form) => came.startsWith(form))
  if (whole !== undefined) return whole.length
  if (!forms.some((form) => form.startsWith(came))) return 0
  if (status === 'waiting' || status === 'streaming') return undefined
  return status === 'done' ? 0 : came.length
}

/** Appends the tokens that begin at or after a place in the bytes of them all. */
function appendFrom(tokens: TokenStore, came: TokenStore, place: number): void {
  let at = 0
  for (let index = 0; index < came.length; index += 1) {
    const entry = at >= place && came.token(index)
    if (entry) tokens.append(entry)
    at += came.bytes(index)?.length ?? bytesOf(came.text(index))
  }
}

const encoder = new TextEncoder()

/** How many bytes a text has in UTF-8. */
function bytesOf(text: string): number {
  return encoder.encode(text).length
}
