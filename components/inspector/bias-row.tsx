'use client'

import { useId } from 'react'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { isExact } from '#lib/tokenizers/bias-choices.ts'
import { severalTokens } from '#lib/tokenizers/bias-words.ts'
import type { Variant } from '#lib/tokenizers/vocabulary.ts'
import type { BiasKind } from './bias-store.ts'

/** One spelling with its id, to tick; of several tokens, why a bias on it means more than it. */
export function BiasRow({
  kind,
  variant,
  current,
  ticked,
  onToggle,
}: {
  kind: BiasKind
  variant: Variant
  /** The bias that the form holds for its id. */
  current: number | undefined
  ticked: boolean
  onToggle(): void
}) {
  const id = useId()
  const { text, ids } = variant
  const single = isExact(variant)
  return (
    <div data-bias-variant={text}>
      <label className="flex min-h-6 items-center gap-2 font-mono text-small max-md:min-h-9">
        <input
          type="checkbox"
          checked={ticked}
          aria-describedby={single ? undefined : id}
          onChange={onToggle}
          className="size-3.5 flex-none accent-accent"
        />
        <span className="min-w-0 flex-1 wrap-anywhere">{visibleToken(text)}</span>
        {current !== undefined && (
          <span className="font-sans text-tiny whitespace-nowrap text-ink-3">
            now {current < 0 ? `−${-current}` : current}
          </span>
        )}
        <span className="text-right text-ink-2">{ids.join(' ')}</span>
      </label>
      {!single && (
        <p id={id} className="mb-1 pl-5.5 text-tiny text-ink-2">
          {severalTokens(variant, kind === 'ban')}
        </p>
      )}
    </div>
  )
}
