'use client'

import type { MeasuredPart } from './measure.ts'
import type { Share } from './use-share.ts'

/** Lengths of a link, in characters, from which on some programs cut it off or refuse it. */
const limits = { chat: 2000, safe: 8000 } as const

const segments = [
  { parts: ['messages'], className: 'bg-accent/65' },
  { parts: ['address', 'metadata', 'identity', 'lock', 'words'], className: 'bg-accent/40' },
  { parts: ['run'], className: 'bg-bar' },
] as const satisfies readonly { parts: readonly MeasuredPart[]; className: string }[]

/** How long a link is, what makes it so, and where that is a hindrance. */
export function Meter({ total, share }: { total: number; share: Share }) {
  const scale = Math.max(limits.safe, total)
  const percent = (length: number) => `${(100 * length) / scale}%`
  const lengths = segments.map(({ parts }) =>
    parts.reduce((sum, part) => sum + (isIn(share, part) ? (share.costs[part] ?? 0) : 0), 0),
  )
  // The address of the page and the parameters come first; the parts do not quite add up.
  const first = Math.max(0, total - lengths.reduce((sum, length) => sum + length, 0))
  return (
    <div className="mt-3">
      <p className="flex justify-between gap-3 text-small text-ink-2">
        <span>
          <b className="font-semibold text-ink tabular-nums" data-link-length>
            {total.toLocaleString('en')}
          </b>{' '}
          characters
        </span>
        <span className="text-right">{verdict(total)}</span>
      </p>
      <div
        aria-hidden
        className="mt-1 flex h-2 gap-px overflow-hidden rounded-[2px] bg-sunken forced-colors:border"
      >
        <span className="bg-accent forced-color-adjust-none" style={{ width: percent(first) }} />
        {segments.map(({ parts, className }, at) => (
          <span
            key={parts[0]}
            className={`forced-color-adjust-none ${className}`}
            style={{ width: percent(lengths[at] ?? 0) }}
          />
        ))}
      </div>
      <div aria-hidden className="relative mt-0.5 h-4 font-mono text-tiny text-ink-3">
        <span
          className="absolute -translate-x-1/2 whitespace-nowrap"
          style={{ left: percent(limits.chat) }}
        >
          {total > 4 * limits.safe ? '2,000' : '2,000 chat'}
        </span>
        <span
          className="absolute -translate-x-full whitespace-nowrap"
          style={{ left: percent(limits.safe) }}
        >
          {total > 4 * limits.safe ? '' : '8,000 limit'}
        </span>
      </div>
    </div>
  )
}

function isIn({ ticked }: Share, part: MeasuredPart): boolean {
  return part === 'words' || ticked.has(part)
}

function verdict(total: number): string {
  if (total <= limits.chat) return 'opens everywhere'
  if (total <= limits.safe) return 'opens in every browser, too long for some chat apps'
  return 'too long for many programs: save it as a file instead'
}
