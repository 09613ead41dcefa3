import type { Leaf } from './leaf.ts'
import type { NodeId } from './node.ts'

/**
 * Where one reading of the text stands: at a place of the network or inside a leaf, and under it the
 * places to return to. Several parents: the same reading, in values that began in different ways.
 */
export interface Frame {
  /** Frames with the same id are the same. */
  id: number
  node: NodeId
  /** The place, or the leaf's state. */
  at: number
  leaf: Leaf | undefined
  parents: readonly Frame[]
}

const mostShared = 50_000

/** Makes frames, each only once, so that equal ones can be told by their ids. */
export function createFrames() {
  const shared = new Map<string, Frame>()
  let ids = 0

  /** The one frame of its kind. */
  function frame(
    node: NodeId,
    at: number,
    leaf: Leaf | undefined,
    parents: readonly Frame[],
  ): Frame {
    const key = `${leaf ? node : -1} ${at} ${parents.map(({ id }) => id).join()}`
    const known = shared.get(key)
    if (known) return known
    // Ids are never used twice, so forgetting only costs a little time.
    if (shared.size >= mostShared) shared.clear()
    const made = { id: ids++, node, at, leaf, parents }
    shared.set(key, made)
    return made
  }

  /** Joins the frames that stand at the same place, all the way down. */
  function merged(frames: readonly Frame[]): readonly Frame[] {
    if (frames.length < 2) return frames
    const groups = new Map<string, Frame[]>()
    for (const one of frames) {
      const key = `${one.leaf ? one.node : -1} ${one.at}`
      const group = groups.get(key)
      if (!group) groups.set(key, [one])
      else if (!group.includes(one)) group.push(one)
    }
    const joined = [...groups.values()].flatMap((group) => {
      const [first, second] = group
      if (!first || !second) return group
      return frame(
        first.node,
        first.at,
        first.leaf,
        merged(group.flatMap(({ parents }) => parents)),
      )
    })
    return joined.toSorted((a, b) => a.id - b.id)
  }

  return { frame, merged }
}
