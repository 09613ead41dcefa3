import { limits } from './limits.ts'
import type { Leaf } from './leaf.ts'
import type { Field, Node, NodeId } from './node.ts'
import { createWords, type Word } from './words.ts'

/** Where a value may begin. */
export type Entry = { node: NodeId } & ({ place: number } | { leaf: Leaf })

/** A way on by one byte. */
export interface Edge {
  to: number
  /** Its share among the ways on from its place, in a usual place and deep inside a document. */
  shares: Shares
  /** In a literal: the members that lie this way. */
  members?: number[]
}

/** Shares in a usual place, and where the document is deep already. */
export type Shares = readonly [usual: number, deep: number]

/** A state of the network: what may come next inside one object, array or literal. */
export interface Place {
  node: NodeId
  edges: Map<number, Edge>
  /** A value that may come here, and the place after it. */
  call: { value: NodeId; to: number; shares: Shares } | undefined
  /** The value that the place belongs to may end here. */
  ends: boolean
  /** After a value that was called: the property or the index that it has, and its schema. */
  key: string | number | undefined
  value: NodeId | undefined
}

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

const code = (character: string) => character.charCodeAt(0)
const always: Shares = [1, 1]
/** How likely an array or a free object goes on. */
const goOn: Shares = [0.5, 0.05]
const stop: Shares = [0.5, 0.95]
/** How likely an optional property is written. */
const written: Shares = [0.7, 0.05]

/** Builds the network. Undefined where it would be too large. */
export function buildNetwork(
  nodes: readonly Node[],
  shortest: Float64Array,
  root: NodeId,
): Network | undefined {
  const places: Place[] = []
  const isLive = (id: NodeId | undefined): id is NodeId =>
    id !== undefined && (shortest[id] ?? Infinity) < Infinity

  function add(node: NodeId, key?: string | number): number {
    return (
      places.push({ node, edges: new Map(), call: undefined, ends: false, key, value: undefined }) -
      1
    )
  }
  const words = createWords(places, add)

  function buildLiteral(node: NodeId, texts: readonly string[]): number {
    const start = add(node)
    const share = 1 / texts.length
    words(
      start,
      node,
      texts.map((text, member) => ({ text, member, shares: [share, share] })),
    )
    return start
  }

  /** `[0]` before the first property, `[i + 1]` after property i. */
  function buildObject(node: NodeId, all: readonly Field[]): number {
    const fields = all.filter((field) => field.required || isLive(field.value))
    const after = fields.map(({ name }) => add(node, name))
    const start = add(node)
    const opened = add(node)
    const end = closing(node)
    places[start]?.edges.set(code('{'), { to: opened, shares: always })
    const calls = fields.map(({ value }, index) => {
      const before = add(node, fields[index]?.name)
      setCall(before, value, after[index] ?? end, always)
      return before
    })
    for (const [index, place] of [opened, ...after].entries()) {
      const separator = index === 0 ? '' : ', '
      const left: [number, number] = [1, 1]
      const ways: Word[] = []
      for (let next = index; next < fields.length && places.length <= limits.places; next++) {
        const field = fields[next]
        const shares: Shares = field?.required ? left : [left[0] * written[0], left[1] * written[1]]
        const text = `${separator}${JSON.stringify(field?.name)}: `
        ways.push({ text, shares: [...shares], to: calls[next] })
        left[0] -= shares[0]
        left[1] -= shares[1]
        if (field?.required) break
      }
      if (!fields.slice(index).some((field) => field.required)) {
        ways.push({ text: '}', shares: left, to: end })
      }
      words(place, node, ways)
    }
    return start
  }

  function buildFreeObject(node: NodeId, rest: NodeId | undefined, key: NodeId): number {
    const [start, opened, after, end] = [add(node), add(node), add(node, '*'), closing(node)]
    places[start]?.edges.set(code('{'), { to: opened, shares: always })
    places[opened]?.edges.set(code('}'), { to: end, shares: stop })
    places[after]?.edges.set(code('}'), { to: end, shares: stop })
    if (!isLive(rest)) return start
    const [colon, first, more] = [add(node), add(node), add(node)]
    setCall(opened, key, colon, goOn)
    words(colon, node, [{ text: ': ', shares: always, to: first }])
    setCall(first, rest, after, always)
    words(after, node, [{ text: ', ', shares: goOn, to: more }])
    setCall(more, key, colon, always)
    return start
  }

  /** The place after item i stands for all later ones where the items are alike and not counted. */
  function buildArray(node: NodeId, array: Extract<Node, { kind: 'array' }>): number {
    const { prefix, items, least } = array
    const itemAt = (index: number) => (index < prefix.length ? prefix[index] : items)
    const deadAt = prefix.findIndex((id) => !isLive(id))
    const fixed = isLive(items) ? Infinity : prefix.length
    const most = Math.min(array.most, deadAt < 0 ? fixed : deadAt)
    const last = most === Infinity ? Math.max(1, least, prefix.length) : most
    const [start, end] = [add(node), closing(node)]
    const after = Array.from({ length: last + 1 }, (_, count) => add(node, count - 1))
    places[start]?.edges.set(code('['), { to: after[0] ?? end, shares: always })
    for (const [count, place] of after.entries()) {
      if (places.length > limits.places) return start
      const isLast = count === most
      const mayStop = count >= least
      if (mayStop) places[place]?.edges.set(code(']'), { to: end, shares: isLast ? always : stop })
      if (isLast) continue
      const item = itemAt(count)
      const to = after[Math.min(count + 1, last)] ?? end
      const shares = mayStop ? goOn : always
      const call = count === 0 ? place : add(node, count)
      if (item !== undefined) setCall(call, item, to, count === 0 ? shares : always)
      if (count > 0) words(place, node, [{ text: ', ', shares, to: call }])
    }
    return start
  }

  function closing(node: NodeId): number {
    const end = add(node)
    places[end]?.edges.clear()
    setEnds(end)
    return end
  }

  function setEnds(place: number): void {
    const found = places[place]
    if (found) found.ends = true
  }

  function setCall(place: number, value: NodeId, to: number, shares: Shares): void {
    const found = places[place]
    if (found) found.call = { value, to, shares }
    const after = places[to]
    if (after) after.value = value
  }

  function entryOf(id: NodeId, node: Node): Entry[] {
    if (!isLive(id) || places.length > limits.places) return []
    if (node.kind === 'leaf') return [{ node: id, leaf: node.leaf }]
    if (node.kind === 'literal') return [{ node: id, place: buildLiteral(id, node.texts) }]
    if (node.kind === 'array') return [{ node: id, place: buildArray(id, node) }]
    if (node.kind === 'choice') return []
    const free = node.fields.length === 0
    const place = free ? buildFreeObject(id, node.rest, keyNode) : buildObject(id, node.fields)
    return [{ node: id, place }]
  }

  const keyNode = nodes.length - 1
  const own = nodes.map((node, id) => entryOf(id, node))
  const start = add(root)
  const end = closing(root)
  setCall(start, root, end, always)
  if (places.length > limits.places) return undefined
  return { places, entries: nodes.map((_, id) => alternatives(nodes, own, id)), start }
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
