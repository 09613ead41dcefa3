'use client'

import type { Share } from './use-share.ts'

/** Lengths of a link, in characters, from which on some programs cut it off or refuse it. */
const limits = { chat: 2000, safe: 8000 } as const

const segments = [
  { part: 'parameters', className: 'bg-accent' },
  { part: 'messages', className: 'bg-accent/70' },
  { part: 'words', className: 'bg-accent/45' },
  { part: 'run', className: 'bg-bar' },
] as const

/** How long a link is, what makes it so, and where that is a hindrance. */
export function Meter({ total, lengths }: { total: number; lengths: Share['lengths'] }) {
  const scale = Math.max(limits.safe, total)
  const chat = (100 * limits.chat) / scale
  return (
    <div className="mt-3">
      <p className="flex justify-between gap-3 text-small text-ink-2">
        <span>
          <b className="font-semibold text-ink" data-link-length>
            {total.toLocaleString('en')}
          </b>{' '}
          characters
        </span>
        <span className="text-right">{verdict(total)}</span>
      </p>
      <div
        aria-hidden
        className="mt-1 flex h-1.5 overflow-hidden rounded-[2px] bg-sunken forced-colors:border"
      >
        {segments.map(({ part, className }) => (
          <span
            key={part}
            className={className}
            style={{ width: `${(100 * lengths[part]) / scale}%` }}
          />
        ))}
      </div>
      <div aria-hidden className="relative h-4 font-mono text-tiny text-ink-3">
        <span className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${chat}%` }}>
          2,000 chat
        </span>
        <span
          className="absolute -translate-x-full whitespace-nowrap"
          style={{ left: `${(100 * limits.safe) / scale}%` }}
        >
          8,000 limit
        </span>
      </div>
    </div>
  )
}

function verdict(total: number): string {
  if (total <= limits.chat) return 'opens everywhere'
  if (total <= limits.safe) return 'opens in every browser, too long for some chat apps'
  return 'too long for many programs: save it as a file instead'
}
