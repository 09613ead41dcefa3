import { bytesOf } from '../tokens.ts'
import type { Candidates } from '../sampling/candidates.ts'

/** Candidates as a tree of bytes, in arrays by node. Node 0 is the root; as a link, 0 stands for none. */
export interface Trie {
  byte: Uint8Array
  first: Int32Array
  next: Int32Array
  /** The candidate that ends at the node; −1 where none does. */
  candidate: Int32Array
  /** How many nodes there are; the arrays may be longer. */
  size: number
  /** The length of the longest candidate, in bytes. */
  depth: number
}

/** The trees of vocabularies, which take long to make; a request adds only a few tokens. */
const ofVocabularies = new WeakMap<Int32Array, Trie>()

/** The tree of the candidates' bytes; candidates without bytes are left out. Not to be changed. */
export function trieOf({ vocabulary, ofVocabulary, ids }: Candidates): Trie {
  const own = ofVocabularies.get(vocabulary) ?? withAdded(empty, [...vocabulary.entries()])
  ofVocabularies.set(vocabulary, own)
  if (ids.length === vocabulary.length) return own
  const candidate = own.candidate.map((index) => ofVocabulary[index] ?? -1)
  const further: [number, number][] = []
  let passed = 0
  for (let index = 0; index < ids.length; index++) {
    // Both are ascending.
    if (ofVocabulary[passed] === index) passed += 1
    else further.push([index, ids[index] ?? -1])
  }
  return withAdded({ ...own, candidate }, further)
}

const none = new Int32Array(1)
const empty: Trie = {
  byte: new Uint8Array(1),
  first: none,
  next: none,
  candidate: none.map(() => -1),
  size: 1,
  depth: 0,
}

/** A copy of a tree with more candidates in it, each an index and its token id. */
function withAdded(trie: Trie, added: readonly (readonly [number, number])[]): Trie {
  const spelled = added.map(([candidate, id]) => ({ candidate, bytes: bytesOf(id) }))
  const most = spelled.reduce((sum, { bytes }) => sum + bytes.length, trie.size)
  const lengthened = (links: Int32Array) => {
    const longer = new Int32Array(most)
    longer.set(links.subarray(0, trie.size))
    return longer
  }
  const byte = new Uint8Array(most)
  byte.set(trie.byte.subarray(0, trie.size))
  const copy: Trie = {
    byte,
    first: lengthened(trie.first),
    next: lengthened(trie.next),
    candidate: lengthened(trie.candidate).fill(-1, trie.size),
    size: trie.size,
    depth: trie.depth,
  }
  for (const { candidate, bytes } of spelled) if (bytes.length > 0) insert(copy, candidate, bytes)
  return copy
}

function insert(trie: Trie, candidate: number, bytes: Uint8Array): void {
  let node = 0
  for (const byte of bytes) {
    const child = childOf(trie, node, byte)
    if (child === 0) {
      trie.byte[trie.size] = byte
      trie.next[trie.size] = trie.first[node] ?? 0
      trie.first[node] = trie.size
    }
    node = child === 0 ? trie.size++ : child
  }
  trie.candidate[node] = candidate
  trie.depth = Math.max(trie.depth, bytes.length)
}

/** The child of a node by its byte; 0 where there is none. */
export function childOf(trie: Trie, node: number, byte: number): number {
  let child = trie.first[node] ?? 0
  while (child > 0 && trie.byte[child] !== byte) child = trie.next[child] ?? 0
  return child
}
