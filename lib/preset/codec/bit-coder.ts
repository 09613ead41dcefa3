/**
 * Codes bits against adaptive probabilities. Writing and reading are one interface, so that one
 * description of a format serves both: a writer takes `bit` and gives it back, a reader gives the bit
 * that was written. The carry-less binary arithmetic coder of Mahoney's lpaq, in 32 bits.
 */
export interface BitCoder {
  /** Codes one bit; `models[at]` is the probability of a 1 in 65,536ths and learns from it. */
  bit(models: Uint16Array, at: number, bit: number): number
}

/** How quickly a probability follows what it sees: by one part in 2^rate. */
const rate = 4

/** Bits into bytes. */
export class BitWriter implements BitCoder {
  #low = 0
  #high = 0xffffffff
  readonly #bytes: number[] = []

  bit(models: Uint16Array, at: number, bit: number): number {
    const middle = middleOf(this.#low, this.#high, models[at] ?? 0)
    if (bit) this.#high = middle
    else this.#low = middle + 1
    learn(models, at, bit)
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.#bytes.push(this.#high >>> 24)
      this.#low = (this.#low << 8) >>> 0
      this.#high = ((this.#high << 8) | 255) >>> 0
    }
    return bit
  }

  /** Everything that was written; nothing may be written afterwards. */
  finish(): Uint8Array {
    return Uint8Array.from([...this.#bytes, this.#high >>> 24])
  }
}

/** Bytes back into bits. Past their end it goes on with zeros: what was not written has no meaning. */
export class BitReader implements BitCoder {
  #low = 0
  #high = 0xffffffff
  #window = 0
  #next = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    for (let at = 0; at < 4; at += 1) this.#shift()
  }

  /** Whether more was read than was ever written. */
  get isExhausted(): boolean {
    return this.#next > this.#bytes.length + 4
  }

  bit(models: Uint16Array, at: number): number {
    const middle = middleOf(this.#low, this.#high, models[at] ?? 0)
    const bit = this.#window <= middle ? 1 : 0
    if (bit) this.#high = middle
    else this.#low = middle + 1
    learn(models, at, bit)
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.#low = (this.#low << 8) >>> 0
      this.#high = ((this.#high << 8) | 255) >>> 0
      this.#shift()
    }
    return bit
  }

  #shift(): void {
    this.#window = ((this.#window << 8) | (this.#bytes[this.#next] ?? 0)) >>> 0
    this.#next += 1
  }
}

/** Models that know nothing yet. */
export function freshModels(count: number): Uint16Array {
  return new Uint16Array(count).fill(32_768)
}

/** The last code that means 1; always leaves room for both bits. */
function middleOf(low: number, high: number, probability: number): number {
  const share = Math.min(4095, Math.max(1, probability >>> 4))
  return low + Math.floor((high - low) / 4096) * share
}

function learn(models: Uint16Array, at: number, bit: number): void {
  const before = models[at] ?? 0
  models[at] = bit ? before + ((65_535 - before) >> rate) : before - (before >> rate)
}
