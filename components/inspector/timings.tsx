'use client'

import { gapsOf, highestOf, type Gaps } from '#lib/reply/gaps.ts'
import type { Choice, Reply } from '#lib/reply/reply.ts'
import { timingsOf } from '#lib/reply/timings.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { choiceName } from '#components/reply/choice-name.ts'
import { Facts } from './fact-list.tsx'

/** When things happened, and how evenly the text came; says nothing that was not measured. */
export function RunTimings({ run }: { run: RunRecord }) {
  const { reply } = run
  const { firstByteAt, firstTokenAt, endedAt, tokensPerSecond } = timingsOf(reply)
  return (
    <section aria-labelledby="timings" className="border-b border-line p-4">
      <h2 id="timings" className="mb-2 text-small font-semibold">
        Timings
      </h2>
      <Facts
        facts={[
          ['first byte', ms(firstByteAt)],
          ['first token', ms(firstTokenAt)],
          ['end', ms(endedAt)],
          ['speed', tokensPerSecond && `${tokensPerSecond.toFixed(1)} tokens/s`],
        ]}
      />
      {!run.running && reply.choices.length > 0 && <GapsOfChoices reply={reply} />}
    </section>
  )
}

function GapsOfChoices({ reply }: { reply: Reply }) {
  if (!reply.raw.streamed)
    return (
      <p className="mt-2 text-small text-ink-2">
        The reply came in one piece, so nothing is known about the times of its tokens.
      </p>
    )
  const isOne = reply.choices.length === 1
  return (
    <>
      {reply.choices.map((choice, place) => (
        <ChoiceGaps
          key={choice.index}
          choice={choice}
          title={isOne ? 'Gaps between chunks' : `Gaps between chunks, choice ${choiceName(place)}`}
        />
      ))}
      <p className="mt-2 text-small text-ink-3">
        As Nucleus received them. Tokens of one chunk share its time.
      </p>
    </>
  )
}

function ChoiceGaps({ choice, title }: { choice: Choice; title: string }) {
  const gaps = gapsOf(choice)
  return (
    <div data-gaps={choice.index} className="mt-3">
      <h3 className="text-small text-ink-2">{title}</h3>
      {gaps ? (
        <>
          <GapChart gaps={gaps} />
          <Facts
            facts={[
              ['median', ms(gaps.median)],
              ['95 of 100 within', ms(gaps.p95)],
              ['longest', `${ms(gaps.longest.ms)} ${placeOf(gaps, choice)}`],
              ['chunks with text', choice.arrivals.length.toLocaleString('en')],
              ['tokens with a time', tokensOf(choice)],
            ]}
          />
        </>
      ) : (
        <p className="text-small text-ink-2">
          {choice.arrivals.length === 1
            ? 'All of its text came in one chunk, so there are no gaps.'
            : 'No text came.'}
        </p>
      )}
    </div>
  )
}

function placeOf({ longest: { chunk, token } }: Gaps, { tokens }: Choice): string {
  if (token === undefined) return `before chunk ${chunk}`
  return `before token ${token + 1} ${visibleToken(tokens.text(token))}`
}

function tokensOf({ tokens, reasoningTokens, refusalTokens }: Choice): string | undefined {
  const count = tokens.length + reasoningTokens.length + refusalTokens.length
  return count > 0 ? count.toLocaleString('en') : undefined
}

const width = 350
const height = 40
const mostBars = 116

/** The figures beside it say the same; the picture shows where it was slow. */
function GapChart({ gaps }: { gaps: Gaps }) {
  const bars = highestOf(gaps.all, mostBars)
  const top = Math.max(0.1, gaps.longest.ms)
  const step = width / bars.length
  return (
    <figure className="my-1">
      <svg
        aria-hidden
        className="h-10 w-full bg-sunken"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
      >
        {[...bars].map((gap, bar) => (
          <rect
            key={bar}
            className={gap === gaps.longest.ms ? 'fill-accent' : 'fill-bar'}
            x={bar * step}
            width={Math.max(0.5, step - Math.min(1, step / 4))}
            y={height - Math.max(0.5, (height * gap) / top)}
            height={Math.max(0.5, (height * gap) / top)}
          />
        ))}
      </svg>
      <figcaption className="flex justify-between text-tiny text-ink-3">
        <span>first</span>
        <span>full height is {ms(gaps.longest.ms)}</span>
        <span>last</span>
      </figcaption>
    </figure>
  )
}

/** Milliseconds; to a tenth where that says something. */
function ms(value: number | undefined): string | undefined {
  if (value === undefined) return undefined
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`
}
