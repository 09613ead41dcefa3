let pasted = ''

/** Hands a text that was pasted on the page to the panel that opens next. */
export function handOver(text: string): void {
  pasted = text
}

/** The text that was handed over, once; empty where there is none. */
export function takePasted(): string {
  const text = pasted
  pasted = ''
  return text
}
