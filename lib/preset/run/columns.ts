import { BitReader, BitWriter, type BitCoder } from '../codec/bit-coder.ts'
import { NumberCoder } from '../codec/number-coder.ts'

/** One token as the columns hold it: places in a table of texts, and steps of log probabilities. */
export interface ColumnToken {
  /** 0-based place in the table. */
  text: number
  step: number
  alternatives: ColumnAlternative[]
}

/** One of the alternatives of a token. */
export interface ColumnAlternative {
  text: number
  step: number
  /** Whether it is less likely than the one before it, by less than a step. */
  isNear?: boolean
}

/** Most tokens of one run, and most alternatives of one token, that are read. */
const mostTokens = 50_000
const mostAlternatives = 50

/** The columns of several lists of tokens as bytes. */
export function writeColumns(lists: readonly ColumnToken[][]): Uint8Array {
  const writer = new BitWriter()
  const coder = new ColumnCoder(writer)
  coder.count(lists.length)
  for (const tokens of lists) {
    coder.count(tokens.length)
    for (const token of tokens) coder.token(token)
  }
  return writer.finish()
}

/** The inverse of `writeColumns`, for a table of `texts` entries; nothing for bytes that are no columns. */
export function readColumns(bytes: Uint8Array, texts: number): ColumnToken[][] | undefined {
  const reader = new BitReader(bytes)
  const coder = new ColumnCoder(reader)
  const lists: ColumnToken[][] = []
  let left = mostTokens
  const count = coder.count()
  if (count > mostTokens) return undefined
  for (let list = 0; list < count; list += 1) {
    const length = coder.count()
    left -= length + 1
    if (left < 0) return undefined
    const tokens: ColumnToken[] = []
    for (let at = 0; at < length; at += 1) {
      const token = coder.token()
      if (!token || reader.isExhausted || !isWithin(token, texts)) return undefined
      tokens.push(token)
    }
    lists.push(tokens)
  }
  return lists
}

function isWithin({ text, alternatives }: ColumnToken, texts: number): boolean {
  return text < texts && alternatives.every((one) => one.text < texts)
}

/** The format, written and read by the same steps. */
class ColumnCoder {
  readonly #counts: NumberCoder
  /** Coded as how many come after the first that is new, so that 0 is a new one. */
  readonly #texts: NumberCoder[]
  readonly #alternatives: NumberCoder
  readonly #places: NumberCoder
  readonly #first: NumberCoder
  readonly #downs: NumberCoder[]
  readonly #ups: NumberCoder
  #known = 0
  #lastCount = 0

  constructor(coder: BitCoder) {
    const make = () => new NumberCoder(coder)
    this.#counts = make()
    this.#texts = [make(), make()]
    this.#alternatives = make()
    this.#places = make()
    this.#first = make()
    this.#downs = [make(), make(), make()]
    this.#ups = make()
  }

  count(value?: number): number {
    return this.#counts.code(value)
  }

  /** Codes one token; gives nothing where what is read is no token. */
  token(given?: ColumnToken): ColumnToken | undefined {
    const count = this.#countOf(given?.alternatives.length)
    if (count > mostAlternatives) return undefined
    const alternatives: ColumnAlternative[] = []
    let before: number | undefined
    for (let rank = 0; rank < count; rank += 1) {
      const one = given?.alternatives[rank]
      const { step, isNear } = this.#step(rank, before, one)
      alternatives.push({ text: this.#text(0, one?.text), step, ...(isNear ? { isNear } : {}) })
      before = step
    }
    const place = this.#places.code(given && 1 + placeAmong(given))
    const same = alternatives[place - 1]
    if (place > 0) return same && { ...same, alternatives }
    const step = this.#first.code(given?.step)
    return { text: this.#text(1, given?.text), step, alternatives }
  }

  /** Nearly always as many as before. */
  #countOf(value?: number): number {
    const difference = this.#alternatives.code(
      value === undefined ? undefined : zigzag(value - this.#lastCount),
    )
    this.#lastCount += unzigzag(difference)
    return this.#lastCount < 0 ? mostAlternatives + 1 : this.#lastCount
  }

  /**
   * Alternatives go down, as a rule. A difference of 0 is told apart: 0 for equal ones, 1 for one that is
   * less likely by less than a step, and one more than its steps for the rare one that goes up.
   */
  #step(rank: number, before: number | undefined, one?: ColumnAlternative) {
    if (before === undefined) return { step: this.#first.code(one?.step), isNear: false }
    const coder = this.#downs[Math.min(rank - 1, 2)] ?? this.#first
    const down = coder.code(one && Math.max(0, one.step - before))
    if (down > 0) return { step: before + down, isNear: false }
    const up = one && Math.max(0, before - one.step)
    const told = this.#ups.code(up === 0 ? Number(one?.isNear === true) : up && up + 1)
    return { step: told > 1 ? before - (told - 1) : before, isNear: told === 1 }
  }

  #text(kind: number, text?: number): number {
    const coder = this.#texts[kind] ?? this.#counts
    const back = coder.code(text === undefined ? undefined : this.#known - text)
    const read = this.#known - back
    if (back === 0) this.#known += 1
    // A place before the first is no place; the caller finds it outside the table.
    return read < 0 ? Number.MAX_SAFE_INTEGER : read
  }
}

/** The 0-based place of a token among its alternatives; −1 where it is none of them. */
function placeAmong({ text, step, alternatives }: ColumnToken): number {
  return alternatives.findIndex((one) => one.text === text && one.step === step)
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2
}
