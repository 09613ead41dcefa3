/**
 * Tells a text that the page set from one that only comes back: what was typed is reported to the
 * page, and returns as its value after a while, perhaps when more has been typed already.
 */
export class Echoes {
  #underway: string[] = []

  /** Notes a text that was reported while the page's value was `value`. */
  sent(text: string, value: string): void {
    this.#underway = text === value ? [] : [...this.#underway, text]
  }

  /** Whether the page's value is to replace the text shown. */
  isNews(value: string, shown: string): boolean {
    const echo = this.#underway.lastIndexOf(value)
    this.#underway = value === shown ? [] : this.#underway.slice(echo + 1)
    return value !== shown && echo === -1
  }
}
