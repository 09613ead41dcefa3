/**
 * The candidates as a tree of bytes, in arrays by node. Node 0 is the root; the nodes of a subtree
 * follow one another. 0 stands for none in `first` and `next`.
 */
export interface Trie {
  byte: Uint8Array
  first: Int32Array
  next: Int32Array
  /** The candidate that ends at the node; −1 where none does. */
  candidate: Int32Array
  /** The length of the longest candidate, in bytes. */
  depth: number
}

/** Builds the tree of the candidates' bytes; candidates without bytes are left out. */
export function createTrie(candidates: readonly Uint8Array[]): Trie {
  const order = [...candidates.keys()].sort((a, b) => compare(candidates[a], candidates[b]))
  const size = 1 + candidates.reduce((sum, bytes) => sum + bytes.length, 0)
  const byte = new Uint8Array(size)
  const first = new Int32Array(size)
  const next = new Int32Array(size)
  const candidate = new Int32Array(size).fill(-1)
  let used = 1
  let path = [0]
  let depth = 0
  let previous: Uint8Array = new Uint8Array()
  for (const index of order) {
    const bytes = candidates[index] ?? previous
    let shared = 0
    while (shared < bytes.length && bytes[shared] === previous[shared]) shared += 1
    const sibling = path[shared + 1] ?? 0
    path = path.slice(0, shared + 1)
    for (let at = shared; at < bytes.length; at++) {
      byte[used] = bytes[at] ?? 0
      const parent = path.at(-1) ?? 0
      if (at === shared && sibling > 0) next[sibling] = used
      else first[parent] = used
      path.push(used++)
    }
    if (bytes.length > 0) candidate[path.at(-1) ?? 0] = index
    depth = Math.max(depth, bytes.length)
    previous = bytes
  }
  return { byte, first, next, candidate, depth }
}

function compare(a: Uint8Array | undefined, b: Uint8Array | undefined): number {
  if (!a || !b) return 0
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** The child of a node by its byte; 0 where there is none. */
export function childOf(trie: Trie, node: number, byte: number): number {
  let child = trie.first[node] ?? 0
  while (child > 0 && trie.byte[child] !== byte) child = trie.next[child] ?? 0
  return child
}
