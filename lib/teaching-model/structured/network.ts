import { buildArray } from './arrays.ts'
import { always, createBuilder, type Builder } from './builder.ts'
import type { Leaf } from './leaf.ts'
import type { Node, NodeId } from './node.ts'
import { buildFreeObject, buildObject } from './objects.ts'
import type { Place } from './place.ts'

/** Where a value may begin. */
export type Entry = { node: NodeId } & ({ place: number } | { leaf: Leaf })

/**
 * The grammar as a recursive transition network (Woods 1970): places joined by bytes, and by calls of
 * other values. From every place the end can be reached.
 */
export interface Network {
  places: Place[]
  /** By node: where its values begin; empty where there are none. */
  entries: Entry[][]
  /** The place before the document. */
  start: number
}

/** Builds the network. Undefined where it would be too large. */
export function buildNetwork(
  nodes: readonly Node[],
  shortest: Float64Array,
  root: NodeId,
): Network | undefined {
  const builder = createBuilder(shortest)
  const keys = nodes.length - 1
  const own = nodes.map((node, id) => entryOf(builder, node, id, keys))
  const start = builder.add(root)
  builder.setCall(start, root, builder.closing(root), always)
  if (builder.isFull()) return undefined
  const entries = nodes.map((_, id) => alternatives(nodes, own, id))
  return { places: builder.places, entries, start }
}

function entryOf(builder: Builder, node: Node, id: NodeId, keys: NodeId): Entry[] {
  if (!builder.isLive(id) || builder.isFull() || node.kind === 'choice') return []
  if (node.kind === 'leaf') return [{ node: id, leaf: node.leaf }]
  if (node.kind === 'literal') return [{ node: id, place: buildLiteral(builder, id, node.texts) }]
  if (node.kind === 'array') return [{ node: id, place: buildArray(builder, id, node) }]
  const isFree = node.fields.length === 0
  const place = isFree
    ? buildFreeObject(builder, id, node.rest, keys)
    : buildObject(builder, id, node.fields)
  return [{ node: id, place }]
}

function buildLiteral({ add, words }: Builder, node: NodeId, texts: readonly string[]): number {
  const start = add(node)
  const share = 1 / texts.length
  const members = texts.map((text, member) => ({ text, member, shares: [share, share] as const }))
  words(start, node, members)
  return start
}

/** The entries of all nodes that a node stands for. */
function alternatives(nodes: readonly Node[], own: readonly Entry[][], id: NodeId): Entry[] {
  const seen = new Set([id])
  for (const one of seen) {
    const node = nodes[one]
    if (node?.kind === 'choice') for (const option of node.options) seen.add(option)
  }
  return [...seen].flatMap((one) => own[one] ?? [])
}
