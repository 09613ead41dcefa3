import { ForkTable } from '#lib/reply/fork.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'

/** Every pair of choices that was compared while they can still be shown. */
const table = new ForkTable()

/** How one choice stands to the one that is shown. */
export interface Standing {
  /** What the strip says: `shown`, `forks at 9`, `same as A`, or `same so far`. */
  words: string
  /** 0-based token at which it forks, in this choice and in the one shown. */
  fork?: { own: number; shown: number }
}

/** One of the choices, with the name that its tab has. */
export interface NamedTokens {
  name: string
  tokens: TokenStore
}

/** How each choice stands to the shown one, 0-based, and how many say something of their own. */
export function standingsOf(
  choices: readonly NamedTokens[],
  shown: number,
  growing: boolean,
): { standings: Standing[]; distinct: number } {
  const firsts = table.firstSame(
    choices.map(({ tokens }) => tokens),
    growing,
  )
  const main = choices[shown]
  const standings = choices.map((choice) =>
    main && choice !== main ? standing(main, choice, growing) : { words: 'shown' },
  )
  return { standings, distinct: new Set(firsts).size }
}

function standing(main: NamedTokens, other: NamedTokens, growing: boolean): Standing {
  const { kind, a, b } = table.between(main.tokens, other.tokens)
  if (growing && kind !== 'parted') return { words: 'same so far' }
  if (kind === 'same') return { words: `same as ${main.name}` }
  const ends = kind === 'shorter' && b >= other.tokens.length
  return { words: `${ends ? 'ends' : 'forks'} at ${b + 1}`, fork: { own: b, shown: a } }
}
