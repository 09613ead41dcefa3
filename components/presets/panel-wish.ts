let wished = false

/** Asks that the panel, when it opens, puts the focus into the name. */
export function wishToName(): void {
  wished = true
}

/** Whether that was asked since the last time. */
export function takeWishToName(): boolean {
  const was = wished
  wished = false
  return was
}
