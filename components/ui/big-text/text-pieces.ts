/**
 * One text in many pieces, which are never joined: the pieces with a separator between them. Offsets
 * are 0-based UTF-16 units of that text. The list may grow at its end; `grow` takes note of it.
 */
export class TextPieces {
  readonly #pieces: readonly string[]
  readonly #separator: string
  /** Where each piece begins. */
  readonly #starts: number[] = []
  #length = 0

  constructor(pieces: readonly string[], separator = '') {
    this.#pieces = pieces
    this.#separator = separator
    this.grow()
  }

  /** How long the text is, as far as `grow` has taken note of it. */
  get length(): number {
    return this.#length
  }

  /** Takes note of pieces that were added since; gives the new length. */
  grow(): number {
    for (let at = this.#starts.length; at < this.#pieces.length; at += 1) {
      const start = at === 0 ? 0 : this.#length + this.#separator.length
      this.#starts.push(start)
      this.#length = start + (this.#pieces[at] ?? '').length
    }
    return this.#length
  }

  /** The text from one offset up to another. */
  slice(from: number, to: number): string {
    const end = Math.min(to, this.#length)
    if (from >= end) return ''
    let text = ''
    for (let at = this.#pieceAt(from); at < this.#starts.length; at += 1) {
      const start = this.#starts[at] ?? 0
      if (start >= end) break
      const piece = at + 1 < this.#starts.length ? this.#separated(at) : (this.#pieces[at] ?? '')
      text += piece.slice(Math.max(0, from - start), end - start)
    }
    return text
  }

  #separated(at: number): string {
    return (this.#pieces[at] ?? '') + this.#separator
  }

  /** The last piece that begins at or before an offset. */
  #pieceAt(offset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}
