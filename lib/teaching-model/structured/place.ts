import type { NodeId } from './node.ts'

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
