import type { Matcher, State } from './matcher.ts'

/** For tests: numbers from 0 to below 1 that repeat for a seed (a linear congruential generator). */
export function createDice(seed: number): () => number {
  let state = (seed >>> 0) + 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** For tests: the bytes that may follow. */
export function bytesAfter(matcher: Matcher, state: State): number[] {
  const all = Array.from({ length: 256 }, (_, byte) => byte)
  return all.filter((byte) => matcher.advance(state, byte) !== undefined)
}

/** For tests: how a byte is chosen from those allowed. */
export type Chooser = (allowed: readonly number[], dice: () => number) => number

/** For tests: ways to choose that lead to short, ordinary and spiteful texts. */
export const choosers: Record<string, Chooser> = {
  any: (allowed, dice) => allowed[Math.floor(dice() * allowed.length)] ?? 0,
  last: (allowed) => allowed.at(-1) ?? 0,
  first: (allowed) => allowed[0] ?? 0,
  edges: (allowed, dice) => allowed.at(dice() < 0.5 ? 0 : -1) ?? 0,
}

/**
 * For tests: writes a document byte by byte as `choose` wants, for so many bytes; from then on it
 * closes what is open as soon as it can. Undefined where no end was found.
 */
export function write(
  matcher: Matcher,
  choose: Chooser,
  dice: () => number,
  wild: number,
): string | undefined {
  const bytes: number[] = []
  let state: State = matcher.start
  while (bytes.length < 4000) {
    if (matcher.isComplete(state) && (bytes.length > wild || dice() < 0.3)) return decode(bytes)
    const allowed = bytesAfter(matcher, state)
    if (allowed.length === 0) return matcher.isComplete(state) ? decode(bytes) : undefined
    const byte = bytes.length < wild ? choose(allowed, dice) : finishing(allowed, dice)
    bytes.push(byte)
    state = matcher.advance(state, byte) ?? state
  }
  return undefined
}

const closers = [...']}"'].map((one) => one.charCodeAt(0))
const short = [...'0123456789tfn,:'].map((one) => one.charCodeAt(0))

function finishing(allowed: readonly number[], dice: () => number): number {
  const closing = closers.filter((byte) => allowed.includes(byte))
  const [closer] = closing
  if (closer !== undefined && dice() < 0.9) return closer
  const easy = short.filter((byte) => allowed.includes(byte))
  const pool = easy.length > 0 && dice() < 0.6 ? easy : allowed
  return pool[Math.floor(dice() * pool.length)] ?? 0
}

/** For tests: bytes as text; broken UTF-8 throws. */
export function decode(bytes: readonly number[]): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
}
