import { explore, pieceAt, type Automaton, type Budget } from './automaton.ts'
import { holds, writable, type CodeSet } from './code-set.ts'
import type { Machine } from './machine.ts'

type Shape = Pick<Automaton, 'starts' | 'classOf' | 'classes'>

/** Code points fall into classes which no set of the pattern tells apart; class 0 is not writable. */
function shapeOf(sets: readonly CodeSet[], budget: Budget): Shape {
  const cuts = [writable, ...sets].flatMap((set) =>
    set.flatMap(([first, last]) => [first, last + 1]),
  )
  const starts = Int32Array.from(new Set([0, ...cuts])).sort()
  budget.left -= starts.length * (sets.length + 1)
  if (budget.left < 0) return { starts, classOf: new Int32Array(starts.length), classes: 1 }
  const numbers = new Map<string, number>([['', 0]])
  const classOf = starts.map((code) => {
    const kinds = sets.map((set) => (holds(set, code) ? '1' : '0')).join('')
    const key = holds(writable, code) ? `w${kinds}` : ''
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  return { starts, classOf, classes: numbers.size }
}

/** The subset construction (Rabin and Scott 1959). Undefined as with `explore`. */
export function determinise({ nodes, start }: Machine, budget: Budget): Automaton | undefined {
  const sets = new Map<string, CodeSet>()
  for (const node of nodes) if (node.kind === 'set') sets.set(JSON.stringify(node.set), node.set)
  const shape = shapeOf([...sets.values()], budget)
  const classesOf = new Map([...sets].map(([key, set]) => [key, classesIn(shape, set)]))
  const nodeClasses = nodes.map((node) =>
    node.kind === 'set' ? classesOf.get(JSON.stringify(node.set)) : undefined,
  )

  function closure(from: readonly number[], atStart: boolean, atEnd: boolean): number[] {
    const seen = new Set<number>()
    const open = [...from]
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const node = nodes[index]
      if (!node || seen.has(index)) continue
      seen.add(index)
      if (node.kind === 'split') open.push(...node.to)
      if ((node.kind === 'start' && atStart) || (node.kind === 'end' && atEnd)) open.push(node.to)
    }
    budget.left -= seen.size
    return [...seen].toSorted((a, b) => a - b)
  }

  function next(state: Subset, symbol: number): Subset | undefined {
    const reached = state.nodes.flatMap((index) => {
      const node = nodes[index]
      return node?.kind === 'set' && nodeClasses[index]?.has(symbol) ? [node.to] : []
    })
    budget.left -= state.nodes.length
    if (reached.length === 0 || budget.left < 0) return undefined
    return { nodes: closure(reached, false, false), atStart: false }
  }

  const accepts = (state: Subset) =>
    closure(state.nodes, state.atStart, true).some((index) => nodes[index]?.kind === 'match')
  // Only where the start is asserted is it a state of its own.
  const atStart = nodes.some(({ kind }) => kind === 'start')
  const first = { nodes: closure([start], true, false), atStart }
  const keyOf = (state: Subset) => `${state.atStart ? '^' : ''}${state.nodes.join()}`
  return explore(shape, first, keyOf, next, accepts, budget)
}

interface Subset {
  nodes: number[]
  /** Nothing was read yet: the start of the string can still be asserted. */
  atStart: boolean
}

function classesIn({ starts, classOf }: Shape, set: CodeSet): Set<number> {
  const pieces = [...starts.keys()].filter((piece) => holds(set, starts[piece] ?? 0))
  return new Set(pieces.map((piece) => classOf[piece] ?? 0))
}

/** The strings that both automata match. Undefined as with `explore`. */
export function intersect(a: Automaton, b: Automaton, budget: Budget): Automaton | undefined {
  const starts = Int32Array.from(new Set([...a.starts, ...b.starts])).sort()
  const numbers = new Map<string, number>([['0 0', 0]])
  const pairs: [number, number][] = [[0, 0]]
  const classOf = starts.map((code) => {
    const pair: [number, number] = [
      a.classOf[pieceAt(a, code)] ?? 0,
      b.classOf[pieceAt(b, code)] ?? 0,
    ]
    const key = pair.join(' ')
    if (!numbers.has(key)) numbers.set(key, pairs.push(pair) - 1)
    return numbers.get(key) ?? 0
  })
  type Both = readonly [number, number]
  function next([inA, inB]: Both, symbol: number): Both | undefined {
    const [classA, classB] = pairs[symbol] ?? [0, 0]
    const to = [
      a.table[inA * a.classes + classA] ?? -1,
      b.table[inB * b.classes + classB] ?? -1,
    ] as const
    return to[0] < 0 || to[1] < 0 ? undefined : to
  }
  const accepts = ([inA, inB]: Both) => a.accepting[inA] === 1 && b.accepting[inB] === 1
  const shape = { starts, classOf, classes: pairs.length }
  return explore(shape, [0, 0], (both) => both.join(), next, accepts, budget)
}
