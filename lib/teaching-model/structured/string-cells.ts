import { limits } from './limits.ts'
import { pieceAt, stateAfterPiece, type Automaton } from './pattern/automaton.ts'

/** The states of a pattern's automaton, each combined with the number of code points so far. */
export interface StringCells {
  /** The automaton's states; a cell is count × width + state. */
  width: number
  least: number
  /** The largest count; where `endless`, it stands for itself and all above. */
  last: number
  endless: boolean
  /** Code points that are at least to come; −1 where the string cannot be ended any more. */
  left: Int32Array
}

/**
 * Works backwards from the last count, so that a string never runs into a length at which its pattern
 * cannot end. A far-off upper limit is brought nearer to keep the table small. Undefined where the
 * lower limit alone makes it too large, or where no string has such a length.
 */
export function countCells(
  automaton: Automaton,
  least: number,
  most: number,
): StringCells | 'too large' | 'matches nothing' {
  const width = automaton.accepting.length
  const room = Math.floor(limits.stringCells / width)
  if (least > Math.min(room, limits.stringLength)) return 'too large'
  const endless = most === Infinity
  const last = endless ? least : Math.min(most, room)
  const targets = targetsOf(automaton)
  const left = new Int32Array((last + 1) * width).fill(-1)
  if (endless) left.set(distances(automaton, targets), last * width)
  for (let count = endless ? last - 1 : last; count >= 0; count--) {
    for (let state = 0; state < width; state++) {
      const ends = count >= least && automaton.accepting[state] === 1
      const ahead =
        ends || count === last ? -1 : nearest(left, targets[state] ?? [], count + 1, width)
      left[count * width + state] = ends ? 0 : ahead
    }
  }
  return (left[0] ?? -1) < 0 ? 'matches nothing' : { width, least, last, endless, left }
}

function targetsOf({ accepting, classes, table }: Automaton): number[][] {
  return Array.from(accepting, (_, state) => {
    const row = table.subarray(state * classes, (state + 1) * classes)
    return [...new Set(row)].filter((to) => to >= 0)
  })
}

/** One more than the least of the targets' distances at a count; −1 where all are dead. */
function nearest(left: Int32Array, targets: number[], count: number, width: number): number {
  let least = -1
  for (const to of targets) {
    const distance = left[count * width + to] ?? -1
    if (distance >= 0 && (least < 0 || distance < least - 1)) least = distance + 1
  }
  return least
}

/** The least number of code points from each state to an accepting one. */
function distances({ accepting }: Automaton, targets: number[][]): Int32Array {
  const from = targets.map((): number[] => [])
  targets.forEach((list, state) => list.forEach((to) => from[to]?.push(state)))
  const found = Int32Array.from(accepting, (accepts) => (accepts === 1 ? 0 : -1))
  const queue = [...found.keys()].filter((state) => found[state] === 0)
  for (const state of queue) {
    for (const before of from[state] ?? []) {
      if ((found[before] ?? 0) >= 0) continue
      found[before] = (found[state] ?? 0) + 1
      queue.push(before)
    }
  }
  return found
}

/** Steps from cell to cell by code points. */
export function createSteps(automaton: Automaton, cells: StringCells) {
  const { width, last, endless, left } = cells

  function counted(cell: number): number {
    const count = Math.floor(cell / width)
    return endless ? Math.min(count + 1, last) : count + 1
  }

  /** The cell after a code point of a piece; −1 where the string could no longer be ended. */
  function after(cell: number, piece: number): number {
    const count = counted(cell)
    const to = stateAfterPiece(automaton, cell % width, piece)
    if (to < 0 || count > last) return -1
    const next = count * width + to
    return (left[next] ?? -1) < 0 ? -1 : next
  }

  /** Whether some code point from `first` to below `end` may come next. */
  function anyBetween(cell: number, first: number, end: number): boolean {
    const { starts } = automaton
    for (let piece = pieceAt(automaton, first); (starts[piece] ?? end) < end; piece++) {
      if (after(cell, piece) >= 0) return true
    }
    return false
  }

  return { after, anyBetween }
}
