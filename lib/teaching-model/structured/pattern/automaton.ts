/** A deterministic automaton over code points, from whose every state a match can be reached. */
export interface Automaton {
  /** The first code points of the pieces into which the code points fall, ascending, from 0. */
  starts: Int32Array
  /** The class of each piece. Class 0 is what no string may hold. */
  classOf: Int32Array
  classes: number
  /** The next state at `state × classes + class`; −1 where no match can follow. State 0 begins. */
  table: Int32Array
  /** 1 for each state in which the string may end. */
  accepting: Uint8Array
}

/** The piece in which a code point lies. */
export function pieceAt({ starts }: Automaton, code: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((starts[middle] ?? 0) <= code) low = middle
    else high = middle - 1
  }
  return low
}

/** The state after any code point of a piece; −1 where no match can follow. */
export function stateAfterPiece(automaton: Automaton, state: number, piece: number): number {
  const { classes, classOf, table } = automaton
  return table[state * classes + (classOf[piece] ?? 0)] ?? -1
}

/** Counts what is spent on automata; all patterns of a schema share one. */
export interface Budget {
  left: number
}

/**
 * Explores a deterministic automaton from its first state, cuts off what leads nowhere, and numbers
 * what remains. Undefined where no string matches, or, with the budget below 0, where it is too large.
 */
export function explore<State>(
  shape: Pick<Automaton, 'starts' | 'classOf' | 'classes'>,
  start: State,
  keyOf: (state: State) => string,
  next: (state: State, symbol: number) => State | undefined,
  accepts: (state: State) => boolean,
  budget: Budget,
): Automaton | undefined {
  const found = new Map([[keyOf(start), 0]])
  const states = [start]
  const rows: number[] = []
  for (let index = 0; index < states.length && budget.left >= 0; index++) {
    const state = states[index]
    for (let symbol = 0; symbol < shape.classes; symbol++) {
      budget.left -= 1
      const to = state === undefined || symbol === 0 ? undefined : next(state, symbol)
      const key = to === undefined ? '' : keyOf(to)
      if (to !== undefined && !found.has(key)) {
        found.set(key, states.length)
        states.push(to)
      }
      rows.push(to === undefined ? -1 : (found.get(key) ?? -1))
    }
  }
  const accepting = Uint8Array.from(states, (state) => (accepts(state) ? 1 : 0))
  const table = Int32Array.from(rows)
  if (budget.left < 0) return undefined
  const live = liveStates(table, accepting, shape.classes)
  if (live[0] === 0) return undefined
  return { ...shape, table: table.map((to) => (live[to] === 1 ? to : -1)), accepting }
}

/** 1 for each state from which an accepting one can be reached. */
function liveStates(table: Int32Array, accepting: Uint8Array, classes: number): Uint8Array {
  const from = Array.from(accepting, (): number[] => [])
  table.forEach((to, index) => from[to]?.push(Math.floor(index / classes)))
  const live = accepting.slice()
  const open = [...accepting.keys()].filter((state) => accepting[state] === 1)
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const before of from[state] ?? []) {
      if (live[before] === 0) open.push(before)
      live[before] = 1
    }
  }
  return live
}
