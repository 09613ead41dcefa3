import { isInsideString } from './string-leaf.ts'
import type { Frame } from './frames.ts'
import type { Matcher, State } from './matcher.ts'

/** The share of each member of a literal, by its index. */
export type Weigh = (frame: Frame) => Float64Array

/** Values in one another, from which on a document is deep even without recursion. */
const deepest = 9
const minus = 0x2d
const point = 0x2e
const quote = 0x22

/** How likely a number that may end here does. */
const numberEnds = 0.45

/** Gives what tells the shares of the bytes that may follow a state; none inside strings. */
export function createShares(matcher: Matcher, weigh: Weigh) {
  const { network, shortest } = matcher.grammar

  function addShares(frame: Frame, share: number, into: Map<number, number>): void {
    const { leaf, at, parents } = frame
    if (leaf?.kind === 'string') {
      if (!isInsideString(at)) add(into, quote, share)
      return
    }
    const ends = leaf ? leaf.accepts(at) : network.places[at]?.ends === true
    const own = leaf ? numberShares(frame) : placeShares(frame)
    const total = [...own.values()].reduce((sum, one) => sum + one, 0)
    const endShare = ends && total > 0 ? numberEnds : Number(ends)
    for (const [byte, one] of own) add(into, byte, (share * (1 - endShare) * one) / total)
    if (!ends) return
    for (const parent of parents) addShares(parent, (share * endShare) / parents.length, into)
  }

  function placeShares(frame: Frame): Map<number, number> {
    const shares = new Map<number, number>()
    const place = network.places[frame.at]
    const times = repetitions(frame)
    const deep = times > 0 ? 1 : 0
    const isLiteral = matcher.grammar.nodes[frame.node]?.kind === 'literal'
    const weights = isLiteral && place && place.edges.size > 1 ? weigh(frame) : undefined
    for (const [byte, edge] of place?.edges ?? []) {
      const members = weights && edge.members
      const share = members?.reduce((sum, member) => sum + (weights?.[member] ?? 0), 0)
      add(shares, byte, share ?? edge.shares[deep])
    }
    addCalled(frame, times, shares)
    return shares
  }

  function addCalled(frame: Frame, times: number, shares: Map<number, number>): void {
    const entries = matcher.called(frame)
    const weight = entries.map((entry) => weightOf(shortest, entry, times > 1, entries))
    const total = weight.reduce((sum, one) => sum + one, 0)
    const callShare = network.places[frame.at]?.call?.shares[times > 0 ? 1 : 0] ?? 0
    entries.forEach((entry, index) =>
      addShares(entry, (callShare * (weight[index] ?? 0)) / total, shares),
    )
  }

  return function sharesOf(state: State): Map<number, number> {
    const shares = new Map<number, number>()
    for (const frame of state) addShares(frame, 1 / state.length, shares)
    return shares
  }
}

function numberShares({ leaf, at }: Frame): Map<number, number> {
  const shares = new Map<number, number>()
  const can = (byte: number) => leaf !== undefined && leaf.step(at, byte) >= 0
  for (let byte = 0x30; byte <= 0x39; byte++) if (can(byte)) shares.set(byte, 1)
  if (can(point)) shares.set(point, 1)
  if (can(minus)) shares.set(minus, 0.5)
  return shares
}

/** Among alternatives, short ones are likelier; deep inside a document the shortest nearly always. */
function weightOf(
  shortest: Float64Array,
  { node }: Frame,
  deep: boolean,
  entries: readonly Frame[],
): number {
  const length = shortest[node] ?? 0
  if (!deep) return 1 / (12 + length)
  const least = Math.min(...entries.map((entry) => shortest[entry.node] ?? 0))
  return length === least ? 1 : 0.02 / entries.length
}

/** How often a frame's schema is open under it already; from a certain depth on, many times. */
function repetitions(frame: Frame): number {
  let times = 0
  let depth = 0
  for (let under = frame.parents[0]; under; under = under.parents[0]) {
    if (under.node === frame.node) times += 1
    if (depth++ >= deepest) return Infinity
  }
  return times
}

function add(shares: Map<number, number>, byte: number, share: number): void {
  shares.set(byte, (shares.get(byte) ?? 0) + share)
}
