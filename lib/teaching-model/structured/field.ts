import type { Grammar } from './compile.ts'
import type { Frame } from './frames.ts'
import type { Matcher, State } from './matcher.ts'
import type { Node, Notes } from './node.ts'

/** Where in a document a text stands, and what its schema says about the value there. */
export interface Field {
  /** `key`: the name of a property that the schema leaves open. `choice`: one of listed texts. */
  kind: 'structure' | 'string' | 'key' | 'number' | 'boolean' | 'choice'
  /**
   * Property names, and indexes from 0. Items that the schema does not count share the index of the
   * last counted one; properties that it does not name are `*`.
   */
  path: (string | number)[]
  /** The innermost property name in the path. */
  key: string | undefined
  notes: Notes
  /** For a choice or a boolean: the JSON texts of its members. */
  options: readonly string[]
}

/**
 * The field in which a state stands. Before a value, it is the value to come, where that can be only
 * of one kind. Of several readings the first one tells.
 */
export function fieldAt(matcher: Matcher, state: State): Field {
  const [first] = state
  if (!first) return { kind: 'structure', path: [], key: undefined, notes: {}, options: [] }
  const [ahead, second] = matcher.called(first)
  return fieldOf(matcher.grammar, ahead && !second ? ahead : first)
}

/** The field to which one frame belongs. */
export function fieldOf({ nodes, network }: Grammar, frame: Frame): Field {
  const node = nodes[frame.node]
  const path: (string | number)[] = []
  for (let under = frame.parents[0]; under; under = under.parents[0]) {
    const key = network.places[under.at]?.key
    if (key !== undefined) path.unshift(key)
  }
  const caller = network.places[frame.parents[0]?.at ?? -1]?.value
  return {
    kind: kindOf(node, frame.node === nodes.length - 1),
    path,
    key: path.findLast((one) => typeof one === 'string'),
    // What is said where a definition is used goes before what the definition says of itself.
    notes: { ...node?.notes, ...(caller === undefined ? {} : nodes[caller]?.notes) },
    options: node?.kind === 'literal' ? node.texts : [],
  }
}

function kindOf(node: Node | undefined, isKey: boolean): Field['kind'] {
  if (node?.kind === 'leaf' && node.leaf.kind === 'number') return 'number'
  if (node?.kind === 'leaf') return isKey ? 'key' : 'string'
  if (node?.kind !== 'literal') return 'structure'
  return node.texts.every((text) => text === 'true' || text === 'false') ? 'boolean' : 'choice'
}
