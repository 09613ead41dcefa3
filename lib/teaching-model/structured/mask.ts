import type { Leaf } from './leaf.ts'
import type { Frame } from './frames.ts'
import type { Matcher, State } from './matcher.ts'
import { trieOf, type Trie } from './trie.ts'
import type { Candidates } from '../sampling/candidates.ts'

/** Tells which candidates may follow. */
export interface Masker {
  trie: Trie
  /**
   * By candidate, 1 where the text with it is the beginning of a valid document, or, for the end of
   * the text, where it is one already. Shared between calls: not to be changed.
   */
  maskOf(state: State): Uint8Array
}

/** What the candidates do inside one leaf: which stay valid there, and where the leaf ends in one. */
interface Inside {
  mask: Uint8Array
  /** Nodes of the tree after whose bytes the leaf may have ended. */
  ends: number[]
}

const mostKept = 200

/**
 * Walks the tree of the candidates' bytes together with the matcher. What happens inside a string or
 * number is kept by the leaf's state alone, and whole masks by state, so that the long walk through
 * free text is made once.
 */
export function createMasker(matcher: Matcher, candidates: Candidates): Masker {
  const trie = trieOf(candidates)
  const size = candidates.ids.length
  const masks = new Map<string, Uint8Array>()
  const insides = new Map<string, Inside>()

  function insideOf({ leaf, at }: Frame & { leaf: Leaf }): Inside {
    const key = `${leaf.name} ${leaf.keyOf(at, trie.depth)}`
    const known = insides.get(key)
    if (known) return known
    const found: Inside = { mask: new Uint8Array(size), ends: [] }
    if (leaf.accepts(at)) found.ends.push(0)
    walkLeaf(trie, leaf, 0, at, found)
    return kept(insides, key, found)
  }

  function walk(node: number, state: State, mask: Uint8Array): void {
    for (let child = trie.first[node] ?? 0; child > 0; child = trie.next[child] ?? 0) {
      const to = matcher.advance(state, trie.byte[child] ?? 0)
      if (!to) continue
      const candidate = trie.candidate[child] ?? -1
      if (candidate >= 0) mask[candidate] = 1
      walk(child, to, mask)
    }
  }

  function addFrame(frame: Frame, mask: Uint8Array): void {
    const { leaf, parents } = frame
    if (!leaf) {
      walk(0, [frame], mask)
      return
    }
    const inside = insideOf({ ...frame, leaf })
    for (let index = 0; index < mask.length; index++) {
      if (inside.mask[index] === 1) mask[index] = 1
    }
    for (const node of inside.ends) walk(node, parents, mask)
  }

  return {
    trie,
    maskOf(state) {
      const key = state.map((frame) => keyOf(frame, trie.depth)).join(';')
      const known = masks.get(key)
      if (known) return known
      const mask = new Uint8Array(size)
      for (const frame of state) addFrame(frame, mask)
      mask[candidates.end] = matcher.isComplete(state) ? 1 : 0
      return kept(masks, key, mask)
    },
  }
}

function walkLeaf(trie: Trie, leaf: Leaf, node: number, state: number, found: Inside): void {
  for (let child = trie.first[node] ?? 0; child > 0; child = trie.next[child] ?? 0) {
    const to = leaf.step(state, trie.byte[child] ?? 0)
    if (to < 0) continue
    const candidate = trie.candidate[child] ?? -1
    if (candidate >= 0) found.mask[candidate] = 1
    if (leaf.accepts(to)) found.ends.push(child)
    walkLeaf(trie, leaf, child, to, found)
  }
}

/** Frames with the same key have the same mask. */
function keyOf({ id, node, leaf, at, parents }: Frame, horizon: number): string {
  if (!leaf) return `${id}`
  const under = parents.map((parent) => parent.id).join()
  return `${node}:${leaf.keyOf(at, horizon)}:${under}`
}

/** Keeps a value; when there are too many, all the others are forgotten. */
function kept<T>(map: Map<string, T>, key: string, value: T): T {
  if (map.size >= mostKept) map.clear()
  map.set(key, value)
  return value
}
