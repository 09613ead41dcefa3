/** The kinds of numbers a column can hold, by the array that holds them. */
const kinds = { id: Uint32Array, real: Float64Array, time: Float32Array, byte: Uint8Array }

/**
 * Numbers of one kind in one block of memory; doubles its room when full, so that appending is O(1).
 * Begins empty, or with these values, which are then its own.
 */
export class Column<Kind extends keyof typeof kinds> {
  readonly #kind: Kind
  #values: InstanceType<(typeof kinds)[Kind]>
  #length = 0

  constructor(kind: Kind, values: InstanceType<(typeof kinds)[Kind]> = room(kind, 0)) {
    this.#kind = kind
    this.#values = values
    this.#length = values.length
  }

  /** How many numbers there are. */
  get length(): number {
    return this.#length
  }

  /** Adds a number at the end; one that the kind cannot hold is the caller's fault. */
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = room(this.#kind, Math.max(64, this.#length * 2))
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length] = value
    this.#length += 1
  }

  /** The number at a 0-based place; NaN where there is none. */
  at(index: number): number {
    return index < this.#length ? (this.#values[index] ?? Number.NaN) : Number.NaN
  }

  /** A view of the numbers from `from` up to `to`, 0-based; they never change afterwards. */
  slice(from: number, to: number): InstanceType<(typeof kinds)[Kind]> {
    return view(this.#values, from, to)
  }

  /** The numbers in a block of their own, without spare room. */
  packed(): InstanceType<(typeof kinds)[Kind]> {
    return copy(this.#values, this.#length)
  }
}

/** TypeScript cannot follow a kind to its array; the table above pairs them. */
function room<Kind extends keyof typeof kinds>(kind: Kind, length: number) {
  return new kinds[kind](length) as InstanceType<(typeof kinds)[Kind]>
}

/** A subarray has the type of its array. */
function view<Values extends Uint8Array | Uint32Array | Float32Array | Float64Array>(
  values: Values,
  from: number,
  to: number,
): Values {
  return values.subarray(from, to) as Values
}

/** A copy has the type of its array. */
function copy<Values extends Uint8Array | Uint32Array | Float32Array | Float64Array>(
  values: Values,
  length: number,
): Values {
  return values.slice(0, length) as Values
}
