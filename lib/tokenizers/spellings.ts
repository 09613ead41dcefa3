/**
 * The spellings of a token's text that are tokens of their own: with and without the space before it,
 * as it is, in small letters, with a capital first letter, and in capitals; the text itself first,
 * each once. A text with any other white space has no other spelling.
 */
export function spellingsOf(text: string): string[] {
  const core = text.startsWith(' ') ? text.slice(1) : text
  if (core === '' || /\s/.test(core)) return [text]
  const forms = [core, core.toLowerCase(), capitalised(core), core.toUpperCase()]
  const spaces = text.startsWith(' ') ? [' ', ''] : ['', ' ']
  return [...new Set(spaces.flatMap((space) => forms.map((form) => space + form)))]
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('').toLowerCase()
}
