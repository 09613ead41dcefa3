'use client'

import Link from 'next/link'
import type { Comparison } from '#lib/compare/comparison.ts'
import { unseenMass } from '#lib/logprobs/measures.ts'
import { isUnknown } from '#lib/logprobs/scale.ts'
import { tokenKey } from '#lib/reply/token-key.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { Icon } from '#components/ui/icon.tsx'

/** Rows of the chart beside the unseen rest. */
const most = 8

/** Where two replies part: both distributions at that place, mirrored on the divider. */
export function ForkChart({
  a,
  b,
  comparison: { fork },
  ids,
}: {
  a: TokenStore
  b: TokenStore
  comparison: Comparison
  ids: readonly [string, string]
}) {
  if (fork.kind === 'same') {
    return (
      <p className="border-b border-line bg-canvas px-4 py-3">Both say the same, to their ends.</p>
    )
  }
  const rows = rowsOf(a, b, fork.a, fork.b)
  return (
    <section
      aria-label="Fork"
      data-fork={fork.a + 1}
      className="border-b border-line bg-canvas px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Icon name="branch" size={14} />
        <h3 className="font-semibold">Fork at {fork.a + 1}</h3>
        <p className="text-ink-2">{wordsOn(a, b, fork)}</p>
        <span className="ml-auto flex gap-3">
          {(['A', 'B'] as const).map((name, at) => (
            <Link key={name} href={`/?run=${ids[at]}`} className="text-accent underline">
              Open {name} in the playground
            </Link>
          ))}
        </span>
      </div>
      <table className="mt-2 w-full table-fixed border-collapse">
        <caption className="sr-only">Probability of each candidate at the fork, in percent</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">A</th>
            <th scope="col">Token</th>
            <th scope="col">B</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, mine, theirs, chosenA, chosenB }) => (
            <tr key={key} data-candidate={name}>
              <Side share={mine} isChosen={chosenA} isRest={key === rest} isLeft />
              <th
                scope="row"
                className={`w-32 truncate px-2 text-center font-normal max-md:w-24 ${key === rest ? 'text-small text-ink-2' : 'font-mono text-small'}`}
              >
                {name}
              </th>
              <Side share={theirs} isChosen={chosenB} isRest={key === rest} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-small text-ink-3">
        As recorded. Where a provider tells odds before temperature, bias and cuts, as the teaching
        model does, those do not show here.
      </p>
    </section>
  )
}

function Side({
  share,
  isChosen,
  isRest,
  isLeft = false,
}: {
  share: number | undefined
  isChosen: boolean
  isRest: boolean
  isLeft?: boolean
}) {
  const plain = isChosen ? 'bg-accent' : 'bg-bar'
  const fill = isRest ? 'hatch ring-1 ring-bar ring-inset' : plain
  return (
    <td className="h-6">
      <span className={`flex items-center gap-2 ${isLeft ? 'flex-row-reverse' : ''}`}>
        <span className="w-12 flex-none text-right font-mono text-small">
          {share === undefined ? '–' : (100 * share).toFixed(1)}
          {isChosen && <span className="sr-only"> chosen</span>}
        </span>
        <span className={`flex min-w-0 flex-1 ${isLeft ? 'justify-end' : ''}`}>
          {share !== undefined && share >= 0.0005 && (
            <span className={`h-3.5 rounded-[2px] ${fill}`} style={{ width: `${100 * share}%` }} />
          )}
        </span>
      </span>
    </td>
  )
}

const rest = 'rest'

/** The candidates of both sides, likeliest first, and what neither names. */
function rowsOf(a: TokenStore, b: TokenStore, atA: number, atB: number) {
  const [mine, theirs] = [sharesAt(a, atA), sharesAt(b, atB)]
  const [chosenA, chosenB] = [keyAt(a, atA), keyAt(b, atB)]
  const weight = (key: string) => (mine.get(key)?.share ?? 0) + (theirs.get(key)?.share ?? 0)
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])].toSorted(
    (x, y) => weight(y) - weight(x),
  )
  const shown = keys.filter((key, at) => at < most || key === chosenA || key === chosenB)
  return [
    ...shown.map((key) => ({
      key,
      name: visibleToken(mine.get(key)?.token ?? theirs.get(key)?.token ?? ''),
      mine: mine.get(key)?.share,
      theirs: theirs.get(key)?.share,
      chosenA: key === chosenA,
      chosenB: key === chosenB,
    })),
    {
      key: rest,
      name: 'unseen rest',
      mine: restOf(mine),
      theirs: restOf(theirs),
      chosenA: false,
      chosenB: false,
    },
  ]
}

type Shares = Map<string, { token: string; share: number; logprob: number }>

function sharesAt(store: TokenStore, at: number): Shares {
  const entry = store.token(at)
  const all = entry ? [...entry.alternatives, entry] : []
  return new Map(
    all.flatMap((one) => {
      const { token, logprob } = one
      return isUnknown(logprob)
        ? []
        : [[tokenKey(one), { token, logprob, share: Math.min(1, Math.exp(logprob)) }] as const]
    }),
  )
}

function restOf(shares: Shares): number | undefined {
  return shares.size === 0
    ? undefined
    : unseenMass([...shares.values()].map(({ logprob }) => logprob))
}

function keyAt(store: TokenStore, at: number): string | undefined {
  const entry = store.token(at)
  return entry && tokenKey(entry)
}

function wordsOn(
  a: TokenStore,
  b: TokenStore,
  { kind, a: atA, b: atB }: Comparison['fork'],
): string {
  const equal = `${atA === 1 ? 'One token is' : `${atA} tokens are`} equal.`
  if (kind === 'shorter')
    return `${equal} Then ${atA >= a.length ? 'A' : 'B'} ends and the other goes on.`
  const [first, second] = [rankAt(a, atA), rankAt(b, atB)]
  return `${equal} Then A took ${ordinal(first)} and B ${ordinal(second)}.`
}

function rankAt(store: TokenStore, at: number): number {
  const { chosen, listed } = store.position(at)
  return 1 + Array.from(listed).filter((logprob) => logprob > chosen).length
}

const ordinals = ['its first choice', 'its second', 'its third', 'its fourth', 'its fifth']

function ordinal(rank: number): string {
  return ordinals[rank - 1] ?? `its choice number ${rank}`
}
