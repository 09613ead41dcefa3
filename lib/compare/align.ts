/** A stretch of two lists: 0-based, from `from` up to, not including, `to`. */
export interface Segment {
  isEqual: boolean
  a: { from: number; to: number }
  b: { from: number; to: number }
}

/** Most edits that are looked for; what is further apart is one stretch that differs. */
const mostEdits = 1500

/**
 * Aligns two lists of keys: stretches that are equal and stretches that are not, in turn, which together
 * are both lists. The fewest edits between them, up to 1,500 (Myers 1986, the greedy algorithm).
 */
export function align(a: readonly string[], b: readonly string[]): Segment[] {
  const matches = commonPlaces(a, b)
  const segments: Segment[] = []
  let [x, y] = [0, 0]
  for (const { a: atA, b: atB, length } of runsOf(matches)) {
    pushDifferent(segments, x, atA, y, atB)
    segments.push({
      isEqual: true,
      a: { from: atA, to: atA + length },
      b: { from: atB, to: atB + length },
    })
    x = atA + length
    y = atB + length
  }
  pushDifferent(segments, x, a.length, y, b.length)
  return segments
}

function pushDifferent(segments: Segment[], x: number, toX: number, y: number, toY: number): void {
  if (toX > x || toY > y) {
    segments.push({ isEqual: false, a: { from: x, to: toX }, b: { from: y, to: toY } })
  }
}

/** Pairs of places with equal keys, as stretches. */
function runsOf(pairs: readonly (readonly [number, number])[]) {
  const runs: { a: number; b: number; length: number }[] = []
  for (const [a, b] of pairs) {
    const last = runs.at(-1)
    if (last && last.a + last.length === a && last.b + last.length === b) last.length += 1
    else runs.push({ a, b, length: 1 })
  }
  return runs
}

/** Pairs of places that a shortest edit script keeps, in order. */
function commonPlaces(a: readonly string[], b: readonly string[]): [number, number][] {
  const start = commonStart(a, b)
  const first = Array.from({ length: start }, (_, at): [number, number] => [at, at])
  const rest = middle(a.slice(start), b.slice(start))
  return [...first, ...rest.map(([x, y]): [number, number] => [x + start, y + start])]
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

/** The greedy algorithm: how far each diagonal gets with d edits, for d = 0, 1, … */
function middle(a: readonly string[], b: readonly string[]): [number, number][] {
  const trace: Map<number, number>[] = []
  let reach = new Map([[1, 0]])
  for (let edits = 0; edits <= Math.min(a.length + b.length, mostEdits); edits += 1) {
    const next = new Map<number, number>()
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const x = slide(a, b, furthest(reach, diagonal, edits), diagonal)
      next.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return walkBack([...trace, next], a, b)
    }
    trace.push(next)
    reach = next
  }
  return []
}

/** Where a diagonal begins with one more edit: below, or to the right of, a neighbour. */
function furthest(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const above = reach.get(diagonal + 1) ?? -1
  const left = reach.get(diagonal - 1) ?? -1
  const isDown = diagonal === -edits || (diagonal !== edits && left < above)
  return isDown ? above : left + 1
}

function slide(a: readonly string[], b: readonly string[], from: number, diagonal: number): number {
  let x = from
  while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
  return x
}

/** From the end back to the beginning, collecting what was kept. */
function walkBack(
  trace: readonly Map<number, number>[],
  a: readonly string[],
  b: readonly string[],
): [number, number][] {
  const pairs: [number, number][] = []
  let [x, y] = [a.length, b.length]
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reach = trace[edits - 1] ?? new Map<number, number>()
    const start = furthest(reach, x - y, edits)
    while (x > start && x > 0 && y > 0) pairs.push([--x, --y])
    const cameDown = x - y === -edits || (reach.get(x - y - 1) ?? -1) < (reach.get(x - y + 1) ?? -1)
    if (cameDown && x - y !== edits) y -= 1
    else x -= 1
  }
  while (x > 0 && y > 0) pairs.push([--x, --y])
  return pairs.reverse()
}
