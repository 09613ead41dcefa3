'use client'

import { heatStep } from '#lib/logprobs/scale.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'

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
        <Token
          key={at}
          text={tokens.text(at)}
          step={heatStep(tokens.logprob(at))}
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

/** The leading space stays outside the tint; underlines repeat what is unlikely without colour. */
function Token({
  text,
  step,
  isOutlined,
}: {
  text: string
  step: number | undefined
  isOutlined: boolean
}) {
  const word = text.trimStart()
  return (
    <>
      {text.slice(0, text.length - word.length)}
      <span
        className={`rounded-[2px] ${isOutlined ? 'outline-2 outline-offset-1 outline-accent' : ''}`}
        style={
          step
            ? {
                background: `var(--heat-${step})`,
                color: 'var(--heat-ink)',
                textDecoration:
                  step >= 5 ? `underline ${step === 6 ? 'wavy' : 'dotted'}` : undefined,
              }
            : undefined
        }
      >
        {word}
      </span>
    </>
  )
}
