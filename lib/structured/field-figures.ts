import { isUnknown } from '#lib/logprobs/scale.ts'
import type { Segment } from '#lib/reply/segments.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { isContainer, leavesOf, type Field } from './field-tree.ts'

/** What is known about the tokens that count to something. */
export interface TokensFigures {
  /**
   * The joint log probability in nats: the sum of the tokens' own, ln Π p = Σ ln p (chain rule: each
   * token's is given all before it). 0 without tokens; undefined where one of them is unknown, or where
   * no token accounts for some of the text.
   */
  logprob: number | undefined
  /** How many tokens. */
  tokens: number
  /** The 0-based token that was least likely, the first of several; undefined where none is known. */
  least: number | undefined
}

/** The figures of all fields of a reply. */
export interface FieldFigures {
  /**
   * For a text, a number, a boolean or null: the tokens of its value. For a list or an object: all
   * tokens within it, keys and brackets included.
   */
  of(field: Field): TokensFigures
  /** All tokens that count to no value: keys, brackets, blanks, and what stands around the JSON. */
  structure: TokensFigures
  /** All tokens of the reply. */
  whole: TokensFigures
}

/**
 * Which token counts to which field. A value reaches from its first to its last character as written,
 * quotes included. A token that holds characters of a value counts to that value; one that holds those
 * of two, as in `","`, to the value that it holds the first character of. Tokens of one character
 * (grapheme) count together. A token without a character of a value is structure: that of the innermost
 * list or object that its first visible character stands in. So every token counts exactly once, and the
 * joint probabilities of all values and of the structure multiply to that of the reply.
 *
 * `segments` lay the tokens over the reply in which the fields stand.
 */
export function fieldFigures(
  root: Field,
  tokens: TokenStore,
  segments: Iterable<Segment>,
  content: string,
): FieldFigures {
  const tally = new Tally(root, tokens)
  const leaves = new LeafFinder(root)
  let next = 0
  for (const segment of segments) {
    const leaf = leaves.at(segment)
    const home = leaf ?? innermost(root, firstVisible(content, segment))
    if (segment.first < 0 && segment.end > segment.start) tally.addUntold(home)
    // Tokens that no segment holds belong nowhere in the text, and still to the reply.
    for (; next < segment.first; next += 1) tally.add(next, undefined)
    for (; next <= segment.last; next += 1) tally.add(next, home)
  }
  for (; next < tokens.length; next += 1) tally.add(next, undefined)
  return tally.figures
}

/** Sums of all fields at once. */
class Tally {
  readonly #tokens: TokenStore
  readonly #parents: ReadonlyMap<Field, Field>
  readonly #sums = new Map<Field, Sum>()
  readonly #structure: Sum
  readonly #whole: Sum

  constructor(root: Field, tokens: TokenStore) {
    this.#tokens = tokens
    this.#parents = parentsOf(root)
    this.#structure = new Sum(tokens)
    this.#whole = new Sum(tokens)
  }

  /** Counts a 0-based token to a value, or to a list or object as structure; to no field outside of all. */
  add(token: number, home: Field | undefined): void {
    for (const sum of this.#sumsFor(home)) sum.add(token)
  }

  /** Notes that some text of a field came without a token. */
  addUntold(home: Field | undefined): void {
    for (const sum of this.#sumsFor(home)) sum.addUntold()
  }

  get figures(): FieldFigures {
    const none = new Sum(this.#tokens).figures
    return {
      of: (field) => this.#sums.get(field)?.figures ?? none,
      structure: this.#structure.figures,
      whole: this.#whole.figures,
    }
  }

  *#sumsFor(home: Field | undefined): Generator<Sum> {
    yield this.#whole
    if (!home || isContainer(home)) yield this.#structure
    for (let field = home; field; field = this.#parents.get(field)) {
      const sum = this.#sums.get(field) ?? new Sum(this.#tokens)
      this.#sums.set(field, sum)
      yield sum
    }
  }
}

/** A running sum over tokens. */
class Sum {
  readonly #tokens: TokenStore
  #nats = 0
  #count = 0
  #isKnown = true
  #least: number | undefined

  constructor(tokens: TokenStore) {
    this.#tokens = tokens
  }

  add(token: number): void {
    const logprob = this.#tokens.logprob(token)
    this.#count += 1
    if (isUnknown(logprob)) {
      this.#isKnown = false
      return
    }
    this.#nats += logprob
    if (this.#least === undefined || logprob < this.#tokens.logprob(this.#least))
      this.#least = token
  }

  addUntold(): void {
    this.#isKnown = false
  }

  get figures(): TokensFigures {
    return {
      logprob: this.#isKnown ? this.#nats : undefined,
      tokens: this.#count,
      least: this.#least,
    }
  }
}

/** Finds the value that a segment counts to; segments are asked for in the order of the text. */
class LeafFinder {
  readonly #leaves: readonly Field[]
  #at = 0

  constructor(root: Field) {
    this.#leaves = leavesOf(root)
  }

  at({ start, end }: Segment): Field | undefined {
    while ((this.#leaves[this.#at]?.end ?? Infinity) <= start) this.#at += 1
    const leaf = this.#leaves[this.#at]
    return leaf && leaf.start < end ? leaf : undefined
  }
}

function parentsOf(root: Field): Map<Field, Field> {
  const parents = new Map<Field, Field>()
  const visit = (field: Field) => {
    for (const child of field.children) {
      parents.set(child, field)
      visit(child)
    }
  }
  visit(root)
  return parents
}

/** The innermost list or object around a UTF-16 place; undefined outside of the JSON. */
function innermost(field: Field, place: number): Field | undefined {
  if (place < field.start || place >= field.end || !isContainer(field)) return undefined
  const inner = childAround(field.children, place)
  return (inner && innermost(inner, place)) ?? field
}

function childAround(children: readonly Field[], place: number): Field | undefined {
  let [from, to] = [0, children.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((children[middle]?.end ?? 0) > place) to = middle
    else from = middle + 1
  }
  return children[from]
}

/** The UTF-16 place of the first character of a segment that is no blank; of the first where all are. */
function firstVisible(content: string, { start, end }: Segment): number {
  return start + Math.max(0, content.slice(start, end).search(/\S/))
}
