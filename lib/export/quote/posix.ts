import { escapeHidden } from './text.ts'

/** One word for a POSIX shell: everything inside single quotes stands for itself. */
export function word(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** One word that ends with the value of an environment variable, such as `"x-key: $KEY"`. */
export function wordWithVariable(before: string, variable: string): string {
  // Nothing but letters and the like can mean something else between double quotes.
  return /^[\w :-]*$/.test(before) ? `"${before}$${variable}"` : `${word(before)}"$${variable}"`
}

/** JSON text that a terminal takes as it is: still the same value, byte for byte in most cases. */
export function jsonForTerminal(json: string): string {
  return escapeHidden(json)
}
