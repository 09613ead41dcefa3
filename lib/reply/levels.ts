import type { RunningFigures } from '#lib/logprobs/figures.ts'

/** A UTF-16 range of a text. */
export interface TextRange {
  start: number
  end: number
}

/** The 0-based tokens from `first` to `last` that a UTF-16 range touches; nothing where none does. */
export type TokensOf = (start: number, end: number) => { first: number; last: number } | undefined

/** What the text of a reply can be cut into. */
export type TextLevel = 'sentence' | 'line' | 'paragraph'

/** Cuts a growing text, without a gap, into the stretches of one level. */
export interface TextCuts {
  /** Takes in the text, which is the same as before or longer. Costs what it grew. */
  update(text: string): void
  /** How many stretches there are; 0 for an empty text. */
  readonly count: number
  /** The range of a 0-based stretch. */
  range(index: number): TextRange
  /** The 0-based stretch that a UTF-16 place lies in; the nearest for one outside of the text. */
  indexAt(place: number): number
}

/** An empty cutter for a level. A stretch keeps the blanks and line breaks that follow it. */
export function cutsOf(level: TextLevel): TextCuts {
  if (level === 'sentence') return new SentenceCuts()
  return level === 'line' ? new LineCuts() : new ParagraphCuts()
}

/**
 * The mean surprisal in bits of the known tokens of a range, for its tint; nothing where none is
 * known. A token that lies over an edge counts on both sides, if `tokensOf` gives it for both.
 */
export function meanSurprisalIn(
  { start, end }: TextRange,
  tokensOf: TokensOf,
  figures: RunningFigures,
): number | undefined {
  const tokens = tokensOf(start, end)
  return tokens && figures.passage(tokens.first, tokens.last + 1).meanSurprisal
}

/** What all levels share: where the stretches start, and how long the text is. */
class Starts {
  protected readonly starts: number[] = []
  protected length = 0

  get count(): number {
    return this.starts.length
  }

  range(index: number): TextRange {
    return { start: this.starts[index] ?? this.length, end: this.starts[index + 1] ?? this.length }
  }

  indexAt(place: number): number {
    let low = 0
    let high = Math.max(0, this.count - 1)
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Lines end after `\n`. */
class LineCuts extends Starts implements TextCuts {
  update(text: string): void {
    if (this.count === 0 && text !== '') this.starts.push(0)
    // A break that was last began no line until now.
    let at = text.indexOf('\n', Math.max(0, this.length - 1))
    for (; at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
      this.starts.push(at + 1)
    this.length = text.length
  }
}

/** Paragraphs begin at the first line with text after one or more blank lines. */
class ParagraphCuts extends Starts implements TextCuts {
  readonly #lines = new LineCuts()
  /** The first line that is not decided. */
  #next = 0
  #afterBlank = false
  #hasText = false

  update(text: string): void {
    this.#lines.update(text)
    this.length = text.length
    if (this.count === 0 && text !== '') this.starts.push(0)
    for (; this.#next < this.#lines.count; this.#next += 1) {
      const { start, end } = this.#lines.range(this.#next)
      const blank = !/\S/.test(text.slice(start, end))
      // The last line can still get text.
      if (blank && end === text.length) return
      if (!blank && this.#afterBlank && this.#hasText) this.starts.push(start)
      this.#afterBlank = blank
      this.#hasText ||= !blank
    }
  }
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/**
 * Sentences by Unicode's rules (UAX 29). A break is final once another follows it: what decides it
 * lies between the two, and nothing before it matters to what comes after. So the text is cut anew
 * from the last break but one.
 */
class SentenceCuts extends Starts implements TextCuts {
  update(text: string): void {
    this.length = text.length
    const from = this.starts.at(-2) ?? 0
    this.starts.splice(-2)
    for (const { index } of segmenter.segment(text.slice(from))) this.starts.push(from + index)
  }
}
