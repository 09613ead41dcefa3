import { isUnknown } from '#lib/logprobs/scale.ts'
import type { Additions, UnlistedAdditions } from '#lib/logprobs/what-if/sampler.ts'
import { countsOf } from './token-counts.ts'
import type { TokenStore } from './token-store.ts'

/** What is to be added to the logits of a reply, in nats. */
export interface Adjustments {
  /** Taken once from every token that was generated before, and once for each time that it was. */
  presence: number
  frequency: number
  /** Added to single tokens, by `tokenKey`. */
  biases: ReadonlyMap<string, number>
}

/** How many tokens beside the known ones are adjusted. */
interface Unlisted {
  generated: number
  gaining: number
  losing: number
}

/**
 * What biases and penalties add to the logits at each position of a reply: exact for known tokens,
 * bounds for those that lie in the unseen rest. OpenAI's formula: logit − count · frequency_penalty −
 * [count > 0] · presence_penalty + bias.
 */
export class AddedLogits {
  readonly #tokens: TokenStore
  readonly #counts: ReturnType<typeof countsOf>
  readonly #presence: number
  readonly #frequency: number
  /** By the ids of `#counts`; none is 0. */
  readonly #biases: ReadonlyMap<number, number>
  readonly #highestBias: number
  readonly #lowestBias: number
  /** Adjusted tokens of the position at hand, as a token can be listed twice. */
  readonly #named = new Set<number>()
  /** One for all positions. */
  #listed = new Float64Array(32)

  constructor(tokens: TokenStore, { presence, frequency, biases }: Adjustments) {
    this.#tokens = tokens
    this.#counts = countsOf(tokens)
    this.#presence = presence
    this.#frequency = frequency
    const set = [...biases].filter(([, amount]) => amount !== 0)
    this.#biases = new Map(set.map(([key, amount]) => [this.#counts.idOfKey(key), amount]))
    this.#highestBias = Math.max(0, ...this.#biases.values())
    this.#lowestBias = Math.min(0, ...this.#biases.values())
  }

  /** For a 0-based position; valid until the next call. Nothing where nothing is added anywhere. */
  at(position: number): Additions | undefined {
    if (this.#biases.size === 0 && !this.#penalises) return undefined
    const { chosen, chosenAt, listed } = this.#tokens.position(position)
    const ids = this.#tokens.listedTableIds(position)
    if (this.#listed.length < ids.length) this.#listed = new Float64Array(2 * ids.length)
    const unlisted = this.#allAt(position)
    this.#named.clear()
    for (let place = 0; place < ids.length; place++) {
      const isKnown = !isUnknown(listed[place]) || (place === chosenAt && !isUnknown(chosen))
      this.#listed[place] = isKnown ? this.#take(ids[place] ?? 0, position, unlisted) : 0
    }
    const outside = chosenAt < 0 && !isUnknown(chosen)
    const own = outside ? this.#take(this.#tokens.tableId(position), position, unlisted) : 0
    return { listed: this.#listed, chosen: own, unlisted: this.#boundsOf(unlisted, position) }
  }

  get #penalises(): boolean {
    return this.#presence !== 0 || this.#frequency !== 0
  }

  /** All adjusted tokens, known ones among them. */
  #allAt(position: number): Unlisted {
    const amounts = [...this.#biases.values()]
    return {
      generated: this.#penalises ? this.#counts.summary(position).different : 0,
      gaining: amounts.filter((amount) => amount > 0).length,
      losing: amounts.filter((amount) => amount < 0).length,
    }
  }

  /** What is added to a known token, which is taken out of the unlisted ones. */
  #take(tableId: number, position: number, unlisted: Unlisted): number {
    const id = this.#counts.idOf(tableId)
    const count = this.#penalises ? this.#counts.before(id, position) : 0
    const bias = this.#biases.get(id) ?? 0
    if ((count > 0 || bias !== 0) && !this.#named.has(id)) {
      this.#named.add(id)
      if (count > 0) unlisted.generated -= 1
      if (bias > 0) unlisted.gaining -= 1
      if (bias < 0) unlisted.losing -= 1
    }
    return bias + this.#penaltyOf(count)
  }

  #penaltyOf(count: number): number {
    return count > 0 ? -(count * this.#frequency + this.#presence) : 0
  }

  #boundsOf({ generated, gaining, losing }: Unlisted, position: number): UnlistedAdditions {
    const most = generated > 0 ? this.#counts.summary(position).highest : 0
    // A penalty is linear in the count, so its extremes are those of 1 and of the highest count.
    const ends = most > 0 ? [this.#penaltyOf(1), this.#penaltyOf(most)] : []
    const gain = Math.max(0, ...ends)
    const loss = Math.min(0, ...ends)
    return {
      raised: gaining + (gain > 0 ? generated : 0),
      highest: (gaining > 0 ? this.#highestBias : 0) + gain,
      lowered: losing + (loss < 0 ? generated : 0),
      lowest: (losing > 0 ? this.#lowestBias : 0) + loss,
    }
  }
}
