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

/** How a form of a word differs from the word as it was typed. */
export type WordForm =
  | 'as typed'
  | 'small letters'
  | 'capitalised'
  | 'capitals'
  | 'plural'
  | 'plural, capitalised'

/** One form of a word, without a space before it. */
export interface FormOfWord {
  readonly form: WordForm
  readonly text: string
}

/**
 * The forms of a word that a reply may hold: as it was typed, in small letters, capitalised, in
 * capitals, and the plural of an English word; each text once. Blank text has one form only.
 */
export function formsOfWord(word: string): FormOfWord[] {
  if (word.trim() === '') return [{ form: 'as typed', text: word }]
  const plural = pluralOf(word)
  const all: FormOfWord[] = [
    { form: 'as typed', text: word },
    { form: 'small letters', text: word.toLowerCase() },
    { form: 'capitalised', text: capitalised(word) },
    { form: 'capitals', text: word.toUpperCase() },
    { form: 'plural', text: plural ?? word },
    { form: 'plural, capitalised', text: plural === undefined ? word : capitalised(plural) },
  ]
  return all.filter(({ text }, at) => all.findIndex((one) => one.text === text) === at)
}

/**
 * The regular plural of an English word; nothing for what is no plain word, or may be a plural already.
 * It is not always right: “mouse” becomes “mouses”.
 */
function pluralOf(word: string): string | undefined {
  if (!/^[A-Za-z]*[a-z]{2}$/.test(word) || /[^s]s$/.test(word)) return undefined
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('').toLowerCase()
}
