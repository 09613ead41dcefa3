/** The longest run, in characters, that is split into tokens as a whole. */
const longest = 2000

// Looked for at the beginning of a run only: from every place in it would take the square of its length.
const overlong = /(?<!\S)\S{2000}|(?<!\s)\s{2000}/

/**
 * A text cut up for the tokenizer where a run of more than 2000 characters has no space in it, or
 * nothing but spaces; merging byte pairs takes the square of a run's length. One piece otherwise.
 */
export function tamePieces(text: string): string[] {
  const isTame = text.length <= longest || !overlong.test(text)
  return isTame ? [text] : (text.match(/[\s\S]{1,2000}/gu) ?? [])
}
