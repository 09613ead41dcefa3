const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Below this code unit only CR + LF form a grapheme of two (Unicode UAX 29). */
const firstJoining = 0x300

/** How many UTF-16 units before a place can matter to it; sixteen flags in a row. */
const furthest = 64

/**
 * Whether a grapheme (what a reader sees as one character) begins at a UTF-16 place of a text, or
 * the text ends there. Looks at the neighbourhood only, so it costs the same in a long text.
 */
export function isGraphemeStart(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  if (before < firstJoining && after < firstJoining) return before !== 0x0d || after !== 0x0a
  const from = safeStart(text, at)
  // Two units hold any next character; what follows it does not matter.
  const around = segmenter.segment(text.slice(from, at + 2))
  return around.containing(at - from)?.index === at - from
}

/** The nearest place before `at` from which graphemes can be told. */
function safeStart(text: string, at: number): number {
  const least = Math.max(0, at - furthest)
  let from = at - 1
  while (from > least && text.charCodeAt(from) >= firstJoining) from -= 1
  return from
}
