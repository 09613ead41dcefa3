import { limits } from '../limits.ts'
import type { CodeSet } from './code-set.ts'
import type { Pattern } from './parse.ts'

/** A node of a nondeterministic automaton; the numbers are indexes of nodes. */
export type MachineNode =
  | { kind: 'set'; set: CodeSet; to: number }
  | { kind: 'split'; to: number[] }
  /** Passable at the start, or at the end, of the string only. */
  | { kind: 'start' | 'end'; to: number }
  | { kind: 'match' }

/** A nondeterministic automaton for whole strings. */
export interface Machine {
  nodes: MachineNode[]
  start: number
}

/**
 * Thompson's construction (1968) for strings that contain a match of the pattern: as in JSON Schema,
 * a pattern without anchors may match anywhere. Undefined where it would get too large.
 */
export function buildMachine(pattern: Pattern, any: CodeSet): Machine | undefined {
  const nodes: MachineNode[] = []
  const add = (node: MachineNode) => nodes.push(node) - 1
  const isFull = () => nodes.length > limits.patternParts

  function loop(part: (back: number) => number, exit: number): number {
    const split: MachineNode = { kind: 'split', to: [] }
    const entry = add(split)
    split.to = [part(entry), exit]
    return entry
  }

  function repeat({ part, least, most }: Extract<Pattern, { kind: 'repeat' }>, exit: number) {
    let entry = most === Infinity ? loop((back) => build(part, back), exit) : exit
    const optional = most === Infinity ? 0 : most - least
    for (let times = 0; times < optional && !isFull(); times++) {
      entry = add({ kind: 'split', to: [build(part, entry), exit] })
    }
    for (let times = 0; times < least && !isFull(); times++) entry = build(part, entry)
    return entry
  }

  /** The node at which to begin so as to match the pattern and go on at `to`. */
  function build(part: Pattern, to: number): number {
    if (isFull()) return to
    if (part.kind === 'set') return add({ kind: 'set', set: part.set, to })
    if (part.kind === 'sequence') return part.parts.reduceRight((next, one) => build(one, next), to)
    if (part.kind === 'repeat') return repeat(part, to)
    if (part.kind !== 'choice') return add({ kind: part.kind, to })
    return add({ kind: 'split', to: part.parts.map((one) => build(one, to)) })
  }

  const anything = (back: number) => add({ kind: 'set', set: any, to: back })
  const end = loop(anything, add({ kind: 'match' }))
  const start = loop(anything, build(pattern, end))
  return isFull() ? undefined : { nodes, start }
}
