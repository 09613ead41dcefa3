import { kept, number, open, removed } from './known-tokens.ts'
import type { Pool } from './pool.ts'

/** How far a share of the total must be from a limit to be on one side of it. */
const precision = 1e-6

/** What stands before a token in order of weight, at least and at most. */
interface Before {
  /** Kept tokens that surely do: how many, and their mass. */
  sure: number
  sureMass: number
  /** All known ones that may. */
  possible: number
  possibleMass: number
  /** The mass of those among them that may be gone already. */
  openMass: number
}

/**
 * Top-k: the k largest weights stay. A token stays for sure when fewer than k can stand before it,
 * and goes for sure when k do.
 */
export function cutTopK(pool: Pool, limit: number): void {
  const { known, tail } = pool
  if (limit <= 0 || limit >= known.count + tail.count) return
  const aheadOfTail = countAheadOfTail(pool)
  const alive = countAlive(pool)
  eachBefore(pool, (at, before) => {
    if (before.sure >= limit) return removed
    const unnamed = pool.mayTailPrecede(at) ? tail.reaching(number(known.weights, at)) : 0
    return before.possible + unnamed < limit ? number(known.fates, at) : open
  })
  pool.free()
  if (aheadOfTail.tokens >= limit) tail.clear()
  else {
    const room = limit - aheadOfTail.tokens
    // The largest of a crowd hold at least an even share of it.
    const share = Math.max(0, limit - alive) / Math.max(1, tail.count)
    const low = tail.low + Math.log(Math.min(1, share))
    const high = tail.most + Math.log(room)
    tail.thin(room)
    tail.narrow(low, high)
  }
  pool.sum()
}

/**
 * Top-p: the smallest set of the largest weights whose share of the total reaches the limit stays, so
 * a token stays when the share of those before it is below the limit. What stays weighs at least the
 * limit, and more than it by less than its last token.
 */
export function cutTopP(pool: Pool, limit: number): void {
  const { known, tail } = pool
  if (limit >= 1) return
  const rest = pool.tailMass()
  const least = Math.max(pool.total.lower, pool.keptMass + rest.lower)
  const most = Math.min(pool.total.upper, pool.keptMass + pool.openMass + rest.upper)
  const { mass: ahead } = countAheadOfTail(pool)
  const { keptMass } = pool
  let last = 0
  eachBefore(pool, (at, before) => {
    const own = number(known.masses, at)
    const fate = number(known.fates, at)
    const unnamed = pool.mayTailPrecede(at) ? rest.upper : 0
    const self = fate === open ? own : 0
    const all = keptMass + before.openMass + self + Math.max(rest.lower, unnamed)
    const preceding = before.possibleMass + unnamed
    if (before.sureMass >= (limit + precision) * most) return removed
    if (preceding + own >= (limit - precision) * all) last = Math.max(last, own)
    return preceding === 0 || preceding < (limit - precision) * all ? fate : open
  })
  const tailGoes = ahead >= (limit + precision) * most
  if (tailGoes) tail.clear()
  else if (!tail.empty) {
    last = Math.max(last, Math.exp(tail.most - pool.reference))
    tail.thin(tail.count)
  }
  pool.sum()
  if (tail.empty && pool.openMass === 0) return pool.free()
  pool.total.lower = Math.max(0, limit - precision) * least
  pool.total.upper = limit * most + last
}

/** Min-p: what weighs at least this fraction of the heaviest stays. */
export function cutMinP(pool: Pool, fraction: number): void {
  const { known, tail } = pool
  if (fraction <= 0) return
  const lowest = known.heaviest()
  const highest = tail.empty ? lowest : Math.max(lowest, tail.most)
  const [low, high] = [lowest + Math.log(fraction), highest + Math.log(fraction)]
  let lost = 0
  for (let at = 0; at < known.count; at++) {
    const weight = number(known.weights, at)
    const near = precision * (1 + Math.abs(weight))
    if (number(known.fates, at) === removed || weight >= highest || weight >= high + near) continue
    known.fates[at] = weight < low - near ? removed : open
    lost += number(known.masses, at)
  }
  if (!tail.empty) lost += keepHeavy(pool, low, high)
  pool.sum()
  pool.total.lower = Math.max(0, pool.total.lower - lost)
  if (tail.empty && pool.openMass === 0) pool.free()
}

/** Temperature 0: the likeliest token alone stays. */
export function takeLikeliest(pool: Pool): void {
  cutTopK(pool, 1)
}

/**
 * Of the unnamed tokens those go that weigh less than a limit, which itself lies in a range. Gives
 * the mass that is lost at most.
 */
function keepHeavy({ tail, reference }: Pool, low: number, high: number): number {
  const all = Math.exp(tail.high - reference)
  if (tail.most < low - precision * (1 + Math.abs(low))) {
    tail.clear()
    return all
  }
  const lost = tail.count * Math.exp(high - tail.low)
  const left = lost < 1 ? tail.low + Math.log1p(-lost) : -Infinity
  const most = Math.min(all, tail.count * Math.exp(high - reference))
  tail.thin(tail.reaching(low))
  tail.narrow(left, Infinity)
  return most
}

/** The kept tokens that stand before every unnamed one. */
function countAheadOfTail(pool: Pool): { tokens: number; mass: number } {
  const { known } = pool
  let tokens = 0
  let mass = 0
  for (let at = 0; at < known.count; at++) {
    if (number(known.fates, at) !== kept || pool.mayTailPrecede(at)) continue
    tokens += 1
    mass += number(known.masses, at)
  }
  return { tokens, mass }
}

function countAlive({ known }: Pool): number {
  let alive = 0
  for (let at = 0; at < known.count; at++) if (number(known.fates, at) !== removed) alive += 1
  return alive
}

/** Sets the fate of every known token from what stands before it; reuses one object for all. */
function eachBefore(pool: Pool, decide: (at: number, before: Before) => number): void {
  const { known } = pool
  const { order, fates, masses, verdicts } = known
  known.rank()
  const before = { sure: 0, sureMass: 0, possible: 0, possibleMass: 0, openMass: 0 }
  let [from, to, alive, aliveMass, openMass] = [0, 0, 0, 0, 0]
  for (let place = 0; place < known.count; place++) {
    const at = number(order, place)
    for (; from < number(known.from, place); from++) {
      const other = number(order, from)
      if (number(fates, other) !== kept) continue
      before.sure += 1
      before.sureMass += number(masses, other)
    }
    for (; to < number(known.to, place); to++) {
      const other = number(order, to)
      if (number(fates, other) === removed) continue
      alive += 1
      aliveMass += number(masses, other)
      if (number(fates, other) === open) openMass += number(masses, other)
    }
    const fate = number(fates, at)
    const own = number(masses, at)
    before.possible = alive - 1
    before.possibleMass = alive === 1 ? 0 : aliveMass - own
    before.openMass = openMass - (fate === open ? own : 0)
    verdicts[at] = fate === removed ? removed : decide(at, before)
  }
  for (let at = 0; at < known.count; at++) fates[at] = number(verdicts, at)
}
