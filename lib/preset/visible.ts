/**
 * Characters that are not seen but change what is: controls, bidirectional marks, zero-width and tag
 * characters, and halves of surrogate pairs. Line breaks and tabs are left alone, and so are the joiners
 * and variation selectors that emoji are made of.
 */
const unseen =
  /(?<!\p{Extended_Pictographic}\ufe0f?|[\u{1f3fb}-\u{1f3ff}])\u200d|(?![\t\n\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{34f}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu

/** A text in which nothing can hide: what is not seen is written as ⟨U+202E⟩. */
export function visibleText(text: string): string {
  return text.replace(unseen, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `⟨U+${code}⟩`
  })
}
