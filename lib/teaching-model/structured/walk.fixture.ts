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
 * closes what is open as soon as it can. Undefined where it gets too long; a dead end throws.
 */
export function write(
  matcher: Matcher,
  choose: Chooser,
  dice: () => number,
  wild: number,
): string | undefined {
  const bytes: number[] = []
  let state: State = matcher.start
  while (bytes.length < 1500) {
    if (matcher.isComplete(state) && (bytes.length > wild || dice() < 0.3)) return decode(bytes)
    const quick = bytes.length < wild ? undefined : closing(matcher, state, dice)
    const byte = quick ?? choose(bytesAfter(matcher, state), dice)
    const next = matcher.advance(state, byte)
    if (!next && matcher.isComplete(state)) return decode(bytes)
    if (!next) throw new Error(`A dead end after ${bytes.join(' ')}.`)
    bytes.push(byte)
    state = next
  }
  return undefined
}

const closers = [...']}"'].map((one) => one.charCodeAt(0))
const easy = [...'0123456789tfn,: az'].map((one) => one.charCodeAt(0))

/** A byte that helps to finish, where one is allowed. */
function closing(matcher: Matcher, state: State, dice: () => number): number | undefined {
  const turn = Math.floor(dice() * easy.length)
  const order = [...(dice() < 0.9 ? closers : []), ...easy.slice(turn), ...easy.slice(0, turn)]
  return order.find((byte) => matcher.advance(state, byte) !== undefined)
}

/** For tests: bytes as text; broken UTF-8 throws. */
export function decode(bytes: readonly number[]): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
}
