import { isSameToken } from '#lib/reply/same-token.ts'
import { isUnknown } from './scale.ts'

/** Whether recorded logprobs are of the model itself (T = 1), or of the distribution drawn from. */
export type LogprobBasis = 'raw' | 'scaled'

/** What a probe found, with one sentence on why. */
export interface ProbeVerdict {
  basis: LogprobBasis | 'inconclusive'
  reason: string
}

/** A listed token of a position; natural logarithm. */
export interface Listed {
  token: string
  bytes?: readonly number[] | undefined
  logprob: number | null
}

/** The temperatures of the two calls, first and second. */
export const probeTemperatures = [1, 0.1] as const

/** A list at T = 0.1 has gaps this many times those at T = 1, where it is scaled. */
const scale = probeTemperatures[0] / probeTemperatures[1]

/** How far a gap may differ between two calls for the same prompt, in nats: servers do not repeat exactly. */
const noise = 0.2

/** The same as a part of the gap. */
const drift = 0.05

/**
 * Which gaps tell: from here on, those that fit one answer cannot fit the other, since
 * (scale − 1)·g > noise·(1 + scale) + drift·(1 + scale)·g; in nats.
 */
const smallestTelling = (noise * (1 + scale)) / (scale - 1 - drift * (1 + scale))

/** How large a part of the telling gaps has to agree. */
const majority = 0.8

/**
 * Reads a probe: the lists of the first position of two one-token calls with the same prompt, at
 * T = 1 and T = 0.1. With l the logprob before temperature, a list after it is l/T minus a constant,
 * so gaps between two tokens are as they were (raw) or ten times as large (scaled).
 */
export function judgeProbe(atOne: readonly Listed[], atTenth: readonly Listed[]): ProbeVerdict {
  const short = [atOne, atTenth].findIndex((list) => known(list).length < 2)
  if (short >= 0) return inconclusive(tooFew([atOne, atTenth][short] ?? [], short))
  const pairs = gapsOf(known(atOne), known(atTenth))
  const telling = pairs.filter(([gap]) => gap >= smallestTelling)
  if (pairs.length === 0) return inconclusive('The two calls list different tokens.')
  if (telling.length === 0) {
    return inconclusive(
      'The listed tokens are about equally likely, so nothing can be told from them.',
    )
  }
  if (share(telling, ([one, two]) => fits(two, one, 1)) >= majority) {
    return {
      basis: 'raw',
      reason: 'At a tenth of the temperature the same log probabilities came.',
    }
  }
  if (share(telling, ([one, two]) => fits(two, one, scale)) >= majority) {
    return {
      basis: 'scaled',
      reason: 'At a tenth of the temperature the log probabilities lie ten times as far apart.',
    }
  }
  return inconclusive(
    `At a tenth of the temperature the log probabilities lie ${ratio(telling).toFixed(1)} times as far apart, which is neither once nor ten times.`,
  )
}

function inconclusive(reason: string): ProbeVerdict {
  return { basis: 'inconclusive', reason }
}

function tooFew(list: readonly Listed[], call: number): string {
  const temperature = probeTemperatures[call] ?? 1
  const came = list.length === 0 ? 'no log probabilities' : 'fewer than two log probabilities'
  return `The call at temperature ${temperature} gave ${came}.`
}

interface Known extends Listed {
  logprob: number
}

/** Some providers write −9999 or −∞ for what a filter took out. */
function known(list: readonly Listed[]): Known[] {
  return list.filter((one): one is Known => !isUnknown(one.logprob))
}

/** For each token of both lists but the likeliest, how far it lies below that one in either; in nats. */
function gapsOf(atOne: readonly Known[], atTenth: readonly Known[]): [number, number][] {
  const both = atOne
    .flatMap((one) => {
      const two = atTenth.find((other) => isSameToken(one, other))
      return two ? [[one.logprob, two.logprob] as const] : []
    })
    .toSorted((a, b) => b[0] - a[0])
  const [top, ...rest] = both
  return top ? rest.map(([one, two]) => [top[0] - one, top[1] - two]) : []
}

function fits(gap: number, atOne: number, times: number): boolean {
  return Math.abs(gap - times * atOne) <= times * (noise + drift * atOne)
}

function share<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.filter(holds).length / list.length
}

/** The median of how many times as large the gaps are. */
function ratio(pairs: readonly (readonly [number, number])[]): number {
  const ratios = pairs.map(([one, two]) => two / one).toSorted((a, b) => a - b)
  return ratios[Math.floor(ratios.length / 2)] ?? 1
}
