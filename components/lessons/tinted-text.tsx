'use client'

import type { TokenStore } from '#lib/reply/token-store.ts'
import { TintedToken } from '#components/reply/tinted-token.tsx'

/**
 * Tokens with the tint of their surprise, up to a 0-based one in whose place a box stands. For short texts:
 * each token is an element.
 */
export function TintedText({
  tokens,
  to,
  outlined,
}: {
  tokens: TokenStore
  to?: number
  /** A 0-based token to point at. */
  outlined?: number
}) {
  const count = Math.min(tokens.length, to ?? tokens.length)
  return (
    <p className="font-mono text-[14px]/7 wrap-anywhere whitespace-pre-wrap">
      {Array.from({ length: count }, (_, at) => (
        <TintedToken
          key={at}
          text={tokens.text(at)}
          logprob={tokens.logprob(at)}
          isOutlined={at === outlined}
        />
      ))}
      {to !== undefined && (
        <>
          {' '}
          <span className="inline-block min-w-12 rounded-[4px] border-2 border-accent px-2 text-center leading-6">
            ?
          </span>
        </>
      )}
    </p>
  )
}
