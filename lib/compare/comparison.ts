import { ForkFinder, type Fork } from '#lib/reply/fork.ts'
import { tokenKey } from '#lib/reply/token-key.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { align, type Segment } from './align.ts'
import { divergence, namedAt } from './divergence.ts'

/** Two choices laid side by side. */
export interface Comparison {
  segments: Segment[]
  fork: Fork
  /**
   * For each 0-based position up to and including the fork at least how far apart the two distributions
   * are, in bits; undefined where it cannot be told. None is compared after the fork, where the texts
   * before a position are not the same.
   */
  distances: (number | undefined)[]
}

/** Most positions whose distances are told. */
const mostDistances = 400

/** Compares two choices token by token. */
export function compare(a: TokenStore, b: TokenStore): Comparison {
  const fork = new ForkFinder(a, b).find()
  // Positions stand for the same place only while both are cut into the same tokens.
  const alike = alikeFor(a, b)
  const last = Math.min(alike + 1, a.length, b.length, mostDistances)
  return {
    segments: align(keysOf(a), keysOf(b)),
    fork,
    distances: Array.from({ length: last }, (_, at) => divergence(namedAt(a, at), namedAt(b, at))),
  }
}

/** How many tokens both begin with. */
function alikeFor(a: TokenStore, b: TokenStore): number {
  let at = 0
  while (at < a.length && at < b.length && keyAt(a, at) === keyAt(b, at)) at += 1
  return at
}

function keysOf(store: TokenStore): string[] {
  return Array.from({ length: store.length }, (_, at) => keyAt(store, at))
}

function keyAt(store: TokenStore, at: number): string {
  return tokenKey({ token: store.text(at), bytes: store.bytes(at) })
}
