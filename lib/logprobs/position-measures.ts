import { entropyBounds, rank, unseenMass, type Interval } from './measures.ts'
import type { Position } from './position.ts'
import { isUnknown } from './scale.ts'

/**
 * What the entropy (in bits) at a position can be; nothing where no token of it is known. The chosen
 * token stands apart from the list, since some servers list it wherever it ranks.
 */
export function entropyAt(position: Position): Interval | undefined {
  const { chosen, chosenAt } = position
  const others = othersOf(position)
  if (others.length === 0 && chosenAt < 0) return undefined
  return entropyBounds(others, isUnknown(chosen) ? {} : { chosen })
}

/** What the 1-based rank of the chosen token can be; nothing where it is unknown or nothing is listed. */
export function rankAt(position: Position): Interval | undefined {
  const { chosen, chosenAt } = position
  const others = othersOf(position)
  if (isUnknown(chosen) || (others.length === 0 && chosenAt < 0)) return undefined
  return rank(chosen, others, isRanked(position, others))
}

/** The probability that the known tokens of a position leave for all others; nothing where none is known. */
export function unseenAt(position: Position): number | undefined {
  const { chosen } = position
  const known = [...othersOf(position), ...(isUnknown(chosen) ? [] : [chosen])]
  return known.length > 0 ? unseenMass(known) : undefined
}

/** The known logprobs of the list, but for the chosen token's. */
function othersOf({ listed, chosenAt }: Position): number[] {
  const others: number[] = []
  for (let place = 0; place < listed.length; place += 1) {
    const logprob = listed[place]
    if (place !== chosenAt && !isUnknown(logprob)) others.push(logprob)
  }
  return others
}

/** Whether the list tells the rank: one that heads the list, and is not its likeliest, was put there. */
function isRanked({ chosen, chosenAt }: Position, others: readonly number[]): boolean {
  return chosenAt > 0 || (chosenAt === 0 && others.every((other) => other <= chosen))
}
