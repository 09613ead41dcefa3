import type { Node, NodeId } from '../node.ts'

/**
 * The length of the shortest text of each node, roughly in bytes; Infinity where no finite value
 * exists. The least fixed point, reached from above (Knuth 1977).
 */
export function shortestTexts(nodes: readonly Node[]): Float64Array {
  const lengths = new Float64Array(nodes.length).fill(Infinity)
  const at = (id: NodeId) => lengths[id] ?? Infinity
  for (let changed = true; changed;) {
    changed = false
    // Contents mostly come after what holds them.
    for (let id = nodes.length - 1; id >= 0; id--) {
      const node = nodes[id]
      const length = node ? lengthOf(node, at) : Infinity
      if (length < at(id)) {
        lengths[id] = length
        changed = true
      }
    }
  }
  return lengths
}

function lengthOf(node: Node, at: (id: NodeId) => number): number {
  if (node.kind === 'leaf') return node.leaf.shortest
  if (node.kind === 'literal') return least(node.texts.map((text) => text.length))
  if (node.kind === 'choice') return least(node.options.map(at))
  if (node.kind === 'object') {
    const needed = node.fields.filter((field) => field.required)
    return needed.reduce((sum, { name, value }) => sum + name.length + 6 + at(value), 2)
  }
  const { prefix, items, least: wanted } = node
  const fixed = prefix.slice(0, wanted).reduce((sum, id) => sum + at(id) + 2, 2)
  const more = Math.max(0, wanted - prefix.length)
  return more === 0 ? fixed : fixed + more * ((items === undefined ? Infinity : at(items)) + 2)
}

function least(lengths: readonly number[]): number {
  return lengths.reduce((a, b) => Math.min(a, b), Infinity)
}
