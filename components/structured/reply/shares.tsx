import { formatPercent } from '#lib/logprobs/index.ts'
import type { Decision, MemberShare } from '#lib/structured/enum-shares.ts'

/** Most members that are drawn. */
const mostDrawn = 6

/** Shares that differ by less than this look the same in percent with one decimal. */
const precision = 0.0005

/** How likely each value of an enum was at the token that decided. */
export function Shares({ decision, indent }: { decision: Decision; indent: number }) {
  const { members, other } = decision
  const more = members.length - mostDrawn
  return (
    <ul className="grid max-w-96 pb-1 text-tiny leading-4" style={{ paddingLeft: indent }}>
      {members.slice(0, mostDrawn).map((share) => (
        <li key={share.member} className="grid grid-cols-[minmax(0,1fr)_4rem_7rem] gap-2">
          <code className={`truncate font-mono ${share.isChosen ? 'font-semibold' : 'text-ink-2'}`}>
            {share.member}
          </code>
          <span className="relative my-1 h-2 overflow-hidden rounded-[2px] bg-sunken">
            <span
              className="absolute inset-y-0 left-0 bg-accent opacity-30"
              style={{ width: `${100 * share.upper}%` }}
            />
            <span
              className="absolute inset-y-0 left-0 bg-accent"
              style={{ width: `${100 * share.lower}%` }}
            />
          </span>
          <span className="text-right text-ink-2 tabular-nums">{shareWords(share)}</span>
        </li>
      ))}
      {more > 0 && <li className="text-ink-3">and {more} more</li>}
      {other > precision && (
        <li className="text-ink-3">{formatPercent(other)} for what is no value of the enum</li>
      )}
    </ul>
  )
}

/** The same in words, for those who do not see the bars. */
export function sharesSentence({ members }: Decision): string {
  const words = members.slice(0, mostDrawn).map((share) => `${share.member} ${shareWords(share)}`)
  return `of the possible values ${words.join(', ')}`
}

/** A share as far as it is known: one figure, a range, or the most it can be. */
export function shareWords({ lower, upper }: Pick<MemberShare, 'lower' | 'upper'>): string {
  if (upper - lower < precision) return formatPercent(lower)
  if (lower === 0) return `at most ${formatPercent(upper)}`
  return `${formatPercent(lower).replace(' %', '')}–${formatPercent(upper)}`
}
