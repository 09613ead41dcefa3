/** Text that is sure to be part of the reply, and what belongs to the tokens that it comes from. */
export interface Release<Token> {
  text: string
  tokens: Token[]
  /** A stop sequence was found; nothing follows. */
  stopped: boolean
}

/** Turns the bytes of tokens into text, holding back what may still change. */
interface ReleasedText<Token> {
  push(bytes: Uint8Array, token: Token): Release<Token>
  /** Gives what was held back. */
  end(): Release<Token>
}

interface Held<Token> {
  token: Token
  /** Where the token's text begins and ends in the text that is held back. */
  start: number
  end: number
  /** Whether the token's last character is still incomplete. */
  open: boolean
}

/**
 * Text is released in whole tokens, once their characters are complete and no stop sequence can begin
 * in them. At a stop sequence the text ends before the match; a token that begins before the match is
 * given whole although its text is cut, one that begins at or after the match is left out. Bytes that
 * are no UTF-8 become U+FFFD. `before` are bytes that were given out earlier (the last three tell
 * all): a character that they leave open is completed by what is pushed, and stop sequences are looked
 * for after them.
 */
export function createReleasedText<Token>(
  stops: readonly string[],
  before: Uint8Array = new Uint8Array(),
): ReleasedText<Token> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  let held: Held<Token>[] = []
  let tail = [...before].slice(-3)
  if (isOpen(tail)) decoder.decode(openEnd(tail), { stream: true })

  function release(end: number, count: number): Release<Token> {
    const released = text.slice(0, end)
    const tokens = held.slice(0, count).map(({ token }) => token)
    text = text.slice(end)
    held = held.slice(count).map((one) => ({ ...one, start: one.start - end, end: one.end - end }))
    return { text: released, tokens, stopped: false }
  }

  function releaseSafe(): Release<Token> {
    const safe = text.length - possibleStop(text, stops)
    const last = held.findLastIndex((one) => !one.open && one.end <= safe)
    return release(held[last]?.end ?? 0, last + 1)
  }

  return {
    push(bytes, token) {
      const start = text.length
      text += decoder.decode(bytes, { stream: true })
      tail = [...tail, ...bytes].slice(-3)
      held.push({ token, start, end: text.length, open: isOpen(tail) })
      const stop = firstStop(text, stops)
      if (stop < 0) return releaseSafe()
      return { ...release(stop, held.filter((one) => one.start < stop).length), stopped: true }
    },
    end() {
      text += decoder.decode()
      return release(text.length, held.length)
    },
  }
}

/** Whether a UTF-8 character begins in the last three bytes and is not complete. */
function isOpen(tail: readonly number[]): boolean {
  const back = tail.toReversed().findIndex((byte) => (byte & 0xc0) !== 0x80)
  const lead = tail.at(-1 - back) ?? 0
  return back >= 0 && bytesNeeded(lead) > back + 1
}

/** The bytes of the character that is not complete at the end. */
function openEnd(tail: readonly number[]): Uint8Array {
  return Uint8Array.from(tail.slice(tail.findLastIndex((byte) => (byte & 0xc0) !== 0x80)))
}

function bytesNeeded(lead: number): number {
  if (lead >= 0xf0) return 4
  if (lead >= 0xe0) return 3
  return lead >= 0xc0 ? 2 : 1
}

/**
 * Where the stop sequence begins that is complete first, or −1. Which one begins first would depend on
 * how the text happens to be cut into tokens.
 */
function firstStop(text: string, stops: readonly string[]): number {
  const found = stops
    .map((stop) => ({ start: text.indexOf(stop), length: stop.length }))
    .filter(({ start }) => start >= 0)
    .toSorted((a, b) => a.start + a.length - b.start - b.length || a.start - b.start)
  return found[0]?.start ?? -1
}

/** How many characters at the end could be the beginning of a stop sequence. */
function possibleStop(text: string, stops: readonly string[]): number {
  return Math.max(0, ...stops.map((stop) => overlap(text, stop)))
}

function overlap(text: string, stop: string): number {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length--) {
    if (text.endsWith(stop.slice(0, length))) return length
  }
  return 0
}
