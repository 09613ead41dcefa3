'use client'

import { basisOf, dollars } from '#lib/costs/format.ts'
import type { Cost } from '#lib/costs/cost.ts'
import { providerOf } from '#lib/providers/catalogue.ts'
import { probeTokens } from '#lib/request/probe.ts'
import { Button } from '#components/ui/button.tsx'
import { useExpectedCost } from '#components/connection/use-run-cost.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import {
  answererOf,
  forgetBasis,
  useLogprobBasis,
  type Answerer,
  type KnownBasis,
} from './logprob-basis.ts'
import { useProbe } from './use-probe.ts'

/** Whether these log probabilities are before or after temperature, and a probe to find out. */
export function Probe({ run }: { run: RunRecord }) {
  const answerer = answererOf(run)
  const known = useLogprobBasis(run)
  if (!answerer || run.running) return null
  const { route, title } = providerOf(answerer.provider)
  return (
    <section
      aria-label="Before or after temperature"
      data-basis={known.basis}
      className="border-t border-line p-4 text-small"
    >
      {route === 'in-process' ? (
        <p className="text-ink-2">
          {known.basis === 'raw' ? (
            <>
              These are <strong>before temperature</strong>: the {title.toLowerCase()} tells the
              probabilities that it has at T = 1.
            </>
          ) : (
            <>
              These are <strong>after temperature</strong>, cuts, penalties and bias, as{' '}
              <code>logprobs_mode</code> asked for.
            </>
          )}
        </p>
      ) : (
        // What one target answered says nothing about another.
        <Asked
          key={`${answerer.provider} ${answerer.model} ${answerer.url}`}
          run={run}
          answerer={answerer}
          known={known}
        />
      )}
    </section>
  )
}

function Asked({
  run,
  answerer,
  known,
}: {
  run: RunRecord
  answerer: Answerer
  known: KnownBasis
}) {
  const { state, start, stop } = useProbe(run)
  const cost = useExpectedCost(run, probeTokens)
  const isKnown = known.basis !== 'unknown'
  const isCalling = state.step === 'calling'
  return (
    <>
      {isKnown ? <Finding known={known} model={answerer.model} /> : <Question />}
      {state.step === 'over' && (
        <p className="mt-1 text-ink-2" data-probe-outcome>
          {state.message}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {isCalling ? (
          <>
            <Button icon="stop" className="max-md:h-9" onClick={stop}>
              Stop the probe
            </Button>
            <span className="text-ink-2">Call {state.call} of 2…</span>
          </>
        ) : (
          <Button className="max-md:h-9" onClick={start}>
            {isKnown ? 'Probe again' : 'Probe: two calls of one token'}
          </Button>
        )}
        {isKnown && !isCalling && (
          <Button look="plain" className="max-md:h-9" onClick={() => forgetBasis(answerer)}>
            Forget
          </Button>
        )}
      </div>
      <p className="mt-2 text-ink-3" data-probe-cost>
        {costWords(cost)}
      </p>
    </>
  )
}

function Question() {
  return (
    <>
      <h2 className="font-semibold">Are these before or after temperature?</h2>
      <p className="mt-1 text-ink-2">
        It is not known for this model. A probe asks for one token at temperature 1 and again at
        0.1, and compares the lists.
      </p>
    </>
  )
}

function Finding({ known, model }: { known: KnownBasis; model: string }) {
  return (
    <p className="text-ink-2">
      These are{' '}
      <strong>{known.basis === 'raw' ? 'before temperature' : 'after temperature'}</strong>
      {known.basis === 'raw'
        ? ': the probabilities that the model has at T = 1.'
        : ': the probabilities with which tokens were drawn.'}{' '}
      {known.probedAt && (
        <>
          Probed on <time dateTime={known.probedAt}>{dayOf(known.probedAt)}</time> with {model}.
        </>
      )}
    </p>
  )
}

function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' })
}

const amount = `About ${probeTokens.input} tokens in and ${probeTokens.output} out together`

function costWords(cost: Cost | undefined): string {
  if (!cost) return `${amount}; cost unknown.`
  return `${amount}, ≈ ${dollars(cost.usd)}. ${basisOf(cost)}`
}
