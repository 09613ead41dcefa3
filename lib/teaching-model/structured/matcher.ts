import type { Grammar } from './compile.ts'
import { createFrames, type Frame } from './frames.ts'

/** All readings of the text so far that can still become a document; never empty. Not changed. */
export type State = readonly Frame[]

/** Follows texts of a grammar byte by byte. */
export interface Matcher {
  grammar: Grammar
  start: State
  /** The state after one more byte; undefined where no valid document goes on so. */
  advance(state: State, byte: number): State | undefined
  /** Whether the text is a valid document as it stands. */
  isComplete(state: State): boolean
  /** The frames at which a value that a frame's place calls may begin. */
  called(frame: Frame): readonly Frame[]
}

/**
 * A generalised stack (Tomita 1987): readings that stand at the same place share one frame, whatever
 * lies under it. So a state has no more frames than the network has places, however ambiguous the
 * schema is.
 */
export function createMatcher(grammar: Grammar): Matcher {
  const { places, entries, start: startPlace } = grammar.network
  const { frame, merged } = createFrames()
  const atPlace = (at: number, parents: readonly Frame[]) =>
    frame(places[at]?.node ?? 0, at, undefined, parents)

  function called({ at, leaf, parents }: Frame): readonly Frame[] {
    const call = leaf ? undefined : places[at]?.call
    if (!call) return []
    const back = [atPlace(call.to, parents)]
    return (entries[call.value] ?? []).map((entry) =>
      'leaf' in entry
        ? frame(entry.node, entry.leaf.start, entry.leaf, back)
        : frame(entry.node, entry.place, undefined, back),
    )
  }

  /** Adds a frame, or, where its value is over, those under it. */
  function arrive(one: Frame, into: Frame[]): void {
    const place = one.leaf ? undefined : places[one.at]
    const over = one.leaf ? one.leaf.isOver(one.at) : place?.ends && place.edges.size === 0
    if (over && one.parents.length > 0) for (const parent of one.parents) arrive(parent, into)
    else into.push(one)
  }

  function step(one: Frame, byte: number, into: Frame[]): void {
    const { node, at, leaf, parents } = one
    if (leaf) {
      const next = leaf.step(at, byte)
      if (next >= 0) arrive(frame(node, next, leaf, parents), into)
      if (leaf.accepts(at)) for (const parent of parents) step(parent, byte, into)
      return
    }
    const place = places[at]
    const edge = place?.edges.get(byte)
    if (edge) arrive(atPlace(edge.to, parents), into)
    for (const entry of called(one)) step(entry, byte, into)
    if (place?.ends) for (const parent of parents) step(parent, byte, into)
  }

  function isDone({ at, leaf, parents }: Frame): boolean {
    const ends = leaf ? leaf.accepts(at) : places[at]?.ends === true
    return ends && (parents.length === 0 || parents.some(isDone))
  }

  return {
    grammar,
    start: [atPlace(startPlace, [])],
    advance(state, byte) {
      const into: Frame[] = []
      for (const one of state) step(one, byte, into)
      return into.length === 0 ? undefined : merged(into)
    },
    isComplete: (state) => state.some(isDone),
    called,
  }
}
