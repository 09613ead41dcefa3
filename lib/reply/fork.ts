/** What choices are compared by: tokens in order, more of which may come. */
export interface ForkTokens {
  readonly length: number
  /** The bytes of a 0-based token, where the provider gave them; else its text counts, as UTF-8. */
  bytes(index: number): ArrayLike<number> | undefined
  text(index: number): string
}

/** How far two choices say the same. */
export interface Fork {
  /**
   * `parted`: both go on with different bytes. `shorter`: one has ended and the other goes on.
   * `same`: both say the same to their ends, however they are cut into tokens.
   */
  kind: 'parted' | 'shorter' | 'same'
  /** The number of bytes that both begin with, which is the 0-based place of the first other byte. */
  byte: number
  /** The 0-based token of each that holds this byte; its length where it has ended. */
  a: number
  b: number
}

/** Finds where two choices part. Goes on where it stopped as they grow. */
export class ForkFinder {
  readonly #a: ByteWalk
  readonly #b: ByteWalk
  #byte = 0
  #parted = false

  constructor(a: ForkTokens, b: ForkTokens) {
    this.#a = new ByteWalk(a)
    this.#b = new ByteWalk(b)
  }

  /** How far both say the same by now. Reads each byte that they share once. */
  find(): Fork {
    const [a, b] = [this.#a, this.#b]
    while (!this.#parted && a.next() !== undefined && b.next() !== undefined) {
      this.#parted = a.next() !== b.next()
      if (this.#parted) break
      a.step()
      b.step()
      this.#byte += 1
    }
    return { kind: this.#kind(), byte: this.#byte, a: a.token, b: b.token }
  }

  #kind(): Fork['kind'] {
    if (this.#parted) return 'parted'
    return this.#a.next() === this.#b.next() ? 'same' : 'shorter'
  }
}

/** Forks between any choices, each pair compared once and then only where both grow. */
export class ForkTable {
  readonly #finders = new WeakMap<ForkTokens, WeakMap<ForkTokens, ForkFinder>>()

  /** How far two choices say the same by now. */
  between(a: ForkTokens, b: ForkTokens): Fork {
    const known = this.#finders.get(a)?.get(b)
    if (known) return known.find()
    const finder = new ForkFinder(a, b)
    const row = this.#finders.get(a) ?? new WeakMap()
    this.#finders.set(a, row.set(b, finder))
    return finder.find()
  }

  /**
   * For each choice the 0-based first one that says the same, which can be itself; so as many are
   * distinct as stand for themselves. Where choices are still `growing`, one that the other begins
   * with counts as the same.
   */
  firstSame(choices: readonly ForkTokens[], growing: boolean): number[] {
    const firsts: number[] = []
    return choices.map((choice, index) => {
      const found = firsts.find((first) => {
        const other = choices[first]
        const kind = other && this.between(other, choice).kind
        return kind === 'same' || (growing && kind === 'shorter')
      })
      if (found === undefined) firsts.push(index)
      return found ?? index
    })
  }
}

const encoder = new TextEncoder()

/** Goes through the bytes of tokens one by one. */
class ByteWalk {
  readonly #tokens: ForkTokens
  #token = 0
  #offset = 0
  /** The bytes of the token that the walk is in, once it has come. */
  #bytes: ArrayLike<number> | undefined

  constructor(tokens: ForkTokens) {
    this.#tokens = tokens
  }

  /** The 0-based token of the next byte; how many tokens there are, where there is none. */
  get token(): number {
    return this.#token
  }

  /** The next byte; nothing at the end. Tokens without bytes are passed over. */
  next(): number | undefined {
    for (; this.#token < this.#tokens.length; this.#token += 1) {
      this.#bytes ??=
        this.#tokens.bytes(this.#token) ?? encoder.encode(this.#tokens.text(this.#token))
      if (this.#offset < this.#bytes.length) return this.#bytes[this.#offset]
      this.#bytes = undefined
      this.#offset = 0
    }
    return undefined
  }

  /** Leaves the next byte behind. */
  step(): void {
    this.#offset += 1
  }
}
