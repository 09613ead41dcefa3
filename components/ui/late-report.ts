/** From this many characters on, a text that is typed in is reported late. */
const longText = 50_000

/** Milliseconds without another key before a long text is reported. */
const pause = 350

const waiting = new Set<LateReport>()
let isListening = false

/**
 * Reports what is typed into a text: a short one at once, a long one when the typing pauses, since all
 * that hangs on it takes longer than there is between two keys. `reportNow` ends every wait.
 */
export class LateReport {
  readonly #report: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(report: () => void) {
    this.#report = report
  }

  /** To be called after each change; `length` is that of the text, in UTF-16 units. */
  changed(length: number): void {
    clearTimeout(this.#timer)
    waiting.add(this)
    if (length < longText) return this.now()
    listen()
    this.#timer = setTimeout(() => this.now(), pause)
  }

  /** Reports what was typed and is not reported yet. */
  now(): void {
    clearTimeout(this.#timer)
    if (waiting.delete(this)) this.#report()
  }
}

/** Reports at once all that was typed: whoever reads or changes the texts of the page calls it first. */
export function reportNow(): void {
  for (const one of waiting) one.now()
}

/** Whatever is not typing may read the texts, so it comes after them: keys, clicks, leaving. */
function listen(): void {
  if (isListening) return
  isListening = true
  const events = [
    'pointerdown',
    'click',
    'focusout',
    'drop',
    'visibilitychange',
    'beforeunload',
    'pagehide',
    'popstate',
  ]
  // On the window and before all others.
  for (const event of events) window.addEventListener(event, reportNow, { capture: true })
  window.addEventListener('keydown', (event) => isCommand(event) && reportNow(), { capture: true })
}

/** Ctrl or Cmd with Enter or a letter, but no AltGr, which types; and the keys that stop or leave. */
function isCommand({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key === 'Escape' || key === 'Tab') return true
  return (ctrlKey || metaKey) && !altKey && (key === 'Enter' || key.length === 1)
}
