const polite =
  /^(?:(?:please|hello|hi|hey|ok|okay|so|now|and)\b[,!]?\s+|(?:can|could|would|will) you (?:please )?|i (?:want|would like|need|'d like)(?: you)? to )+/i
const searching =
  /^(?:(?:do an? )?(?:web |online )?(?:search|google|browse|query)|look|find|look up|find out|show|fetch|get|check)(?:\s+(?:me|up|out|on|in|through|the|a|web|internet|online|database|docs|documentation|library|catalogue|news|information|info|something|anything|articles?|for|about)\b)*\s+(.+)$/i
const telling =
  /\b(?:saying(?: that)?|that says|says|to say|with the (?:text|message|words))[:,]?\s+(.+)$/i
const reminding =
  /\bremind (?:me|us) (?:to|about|of|that) (.+?)(?:\s+(?:(?:at|on|by|in|every)\s+[^,]{0,20}\d[^,]*|tomorrow|today|tonight))?$/i
const translating = /\btranslate\s+(.+?)(?:\s+(?:in|to|into|from)\s+\p{L}+)*$/iu
const colon = /:\s+(.+)$/
const sum = /[-(]?\d[\d\s.,()+*/×÷^%-]{0,60}[+*/×÷^%-][\d\s.,()+*/×÷^%-]{0,60}\d\)?/

/** A stretch of a request that can stand as free text, and how well it does. */
export interface Wording {
  text: string
  weight: number
}

/** What a request wants to know about: the words after "search for" and the like, or all of it. */
export function topicOf(text: string): Wording[] {
  const bare = bareRequest(text)
  const found = searching.exec(bare)?.[1]
  return [...wording(found, 2), ...wording(bare, found ? 0.3 : 1.5)]
}

/** What a request wants to have written or passed on: the words after "saying", a colon and the like. */
export function messageOf(text: string): Wording[] {
  const bare = bareRequest(text)
  const found = [telling, reminding, translating, colon].flatMap((one) => one.exec(bare)?.[1] ?? [])
  return [...wording(found[0], 2), ...wording(bare, found[0] ? 0.2 : 1)]
}

/** The sum that a request writes out, such as "12 * 7". */
export function sumOf(text: string): Wording[] {
  return wording(sum.exec(text)?.[0], 2.5)
}

/** A request without what is only polite, and without the sign at its end. */
function bareRequest(text: string): string {
  return trimmed(text.replace(/\s+/g, ' ').trim().replace(polite, ''))
}

function wording(text: string | undefined, weight: number): Wording[] {
  const plain = trimmed(text ?? '')
  return plain === '' ? [] : [{ text: plain, weight }]
}

function trimmed(text: string): string {
  return text.trim().replace(/[.?!,;:\s]{1,9}$/, '')
}
