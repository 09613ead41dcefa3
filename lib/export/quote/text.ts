/**
 * Characters that are written by their number: controls, separators of lines, what turns the reading
 * direction or is not seen, halves of a surrogate pair. Code with them in it would read otherwise
 * than it runs, or a terminal would act on them.
 */
const hidden =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff\p{Surrogate}]/gu

/** A text in which such characters stand as `\uXXXX`; for the inside of quotes that know it. */
export function escapeHidden(text: string): string {
  return text.replace(
    hidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * A text in double quotes. JSON's escapes mean the same to Python, to JavaScript and to YAML, so one
 * form serves all.
 */
export function quoted(text: string): string {
  return escapeHidden(JSON.stringify(text))
}
