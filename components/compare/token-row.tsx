'use client'

import { useState, type KeyboardEvent } from 'react'
import { formatPercent } from '#lib/logprobs/format.ts'
import { isUnknown } from '#lib/logprobs/scale.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { TintedToken } from '#components/reply/tinted-token.tsx'

/** Tokens of one stretch on one side. One tab stop; arrows go from token to token and tell of each. */
export function TokenRow({
  name,
  store,
  span: { from, to },
  isQuiet,
}: {
  name: 'A' | 'B'
  store: TokenStore
  span: { from: number; to: number }
  isQuiet: boolean
}) {
  const [at, setAt] = useState<number>()
  const places = Array.from({ length: to - from }, (_, index) => from + index)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || places.length === 0) return
    event.preventDefault()
    setAt(Math.min(to - 1, Math.max(from, at === undefined ? from : at + step)))
  }
  return (
    <div className="flex min-w-0 gap-3 px-4 py-2 odd:border-r odd:border-line max-md:odd:border-r-0">
      <span className="w-8 flex-none text-right font-mono text-tiny leading-7 whitespace-nowrap text-ink-3">
        <span aria-hidden className="md:hidden">
          {name}{' '}
        </span>
        {places.length > 0 ? from + 1 : ''}
      </span>
      <div className="min-w-0">
        {places.length === 0 && <p className="leading-7 text-ink-3">nothing here</p>}
        <p
          role={places.length > 0 ? 'group' : undefined}
          tabIndex={places.length > 0 ? 0 : undefined}
          aria-label={places.length > 0 ? `${name}, tokens ${from + 1} to ${to}` : undefined}
          onKeyDown={onKeyDown}
          onBlur={() => setAt(undefined)}
          className={`font-mono text-[14px]/7 wrap-anywhere whitespace-pre-wrap ${isQuiet ? 'text-ink-2' : ''}`}
        >
          {places.map((place) => (
            <TintedToken
              key={place}
              text={store.text(place)}
              logprob={isQuiet ? undefined : store.logprob(place)}
              isOutlined={place === at}
              onEnter={() => setAt(place)}
            />
          ))}
        </p>
        {at !== undefined && (
          <p role="status" className="text-small text-ink-2">
            {wordsOn(store, at)}
          </p>
        )}
      </div>
    </div>
  )
}

/** A token with its probability, and what else could have stood there. */
function wordsOn(store: TokenStore, at: number): string {
  const entry = store.token(at)
  if (!entry) return ''
  const share = (logprob: number | null) =>
    isUnknown(logprob) ? 'unknown' : formatPercent(Math.exp(logprob))
  const others = entry.alternatives
    .filter(({ token }) => token !== entry.token)
    .slice(0, 3)
    .map(({ token, logprob }) => `${visibleToken(token)} ${share(logprob)}`)
  const beside = others.length > 0 ? `; else ${others.join(', ')}` : ''
  return `${at + 1} ${visibleToken(entry.token)} ${share(entry.logprob)}${beside}`
}
