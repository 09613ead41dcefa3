import { freshModels, type BitCoder } from './bit-coder.ts'

/** Sizes of numbers that are told apart, and how many of their leading bits are learned for each. */
const sizes = 32
const learnedBits = 3

/**
 * Codes whole numbers from 0 to 2^31 − 2 of one kind, the frequent ones in few bits: first how many bits
 * a number has, then these bits, of which the leading ones are learned (an adaptive Exp-Golomb code).
 */
export class NumberCoder {
  readonly #coder: BitCoder
  readonly #sizes = freshModels(sizes * 2)
  readonly #leading = freshModels(sizes << (learnedBits + 1))
  readonly #rest = freshModels(sizes)

  constructor(coder: BitCoder) {
    this.#coder = coder
  }

  /** Codes one number; a reader ignores what it is given. Gives the number. */
  code(value = 0): number {
    const written = value + 1
    const size = this.#codeSize(31 - Math.clz32(written))
    let read = 1
    for (let place = size - 1; place >= 0; place -= 1) {
      read = read * 2 + this.#codeBit(size, size - 1 - place, read, (written >>> place) & 1)
    }
    return read - 1
  }

  #codeSize(size: number): number {
    let node = 1
    for (let place = 4; place >= 0; place -= 1) {
      node = node * 2 + this.#coder.bit(this.#sizes, node, (size >>> place) & 1)
    }
    // A size of 31 would leave the numbers that bit operations can hold.
    return Math.min(node - sizes, 30)
  }

  #codeBit(size: number, depth: number, before: number, bit: number): number {
    if (depth >= learnedBits) return this.#coder.bit(this.#rest, size, bit)
    return this.#coder.bit(this.#leading, (size << (learnedBits + 1)) + before, bit)
  }
}
