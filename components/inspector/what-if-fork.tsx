'use client'

import { formatChanceInWords } from '#lib/logprobs/what-if/format.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { select } from '#components/reply/selection.ts'
import { useForkForecast } from './what-if-forecast.ts'
import type { WhatIfState } from './what-if-store.ts'

/** Where a re-run with these sliders most likely leaves the reply, with a way there. */
export function ForkSentence({ tokens, state }: { tokens: TokenStore; state: WhatIfState }) {
  const news = useForkForecast(tokens, state)
  return (
    <p className="mt-3 min-h-10 text-small/5 text-ink-2" data-fork={news ? 'ready' : 'computing'}>
      {news && <Sentence tokens={tokens} {...news} />}
    </p>
  )
}

function Sentence({
  tokens,
  fork,
  unknown,
}: { tokens: TokenStore } & NonNullable<ReturnType<typeof useForkForecast>>) {
  if (!fork) return 'With these sliders a re-run follows this reply to its end.'
  const { position, probability, certain } = fork
  if (probability.lower === 0) {
    return 'Where a re-run leaves this reply cannot be known from the top k.'
  }
  return (
    <>
      With these sliders a re-run most likely leaves this reply at{' '}
      <button
        type="button"
        className="font-mono text-accent underline-offset-2 hover:underline"
        onClick={() => select({ token: position })}
      >
        {position + 1} {visibleToken(tokens.text(position))}
      </button>
      , with probability {formatChanceInWords(probability)}.
      {!certain && ' The unseen rest allows for another place.'}
      {unknown > 0 && ` ${unknown} of ${tokens.length} tokens have no known probability.`}
    </>
  )
}
