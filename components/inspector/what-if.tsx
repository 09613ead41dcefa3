'use client'

import { setView, useView } from '#components/reply/view.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { usePageKeys } from '#components/ui/page-keys.ts'
import { Select } from '#components/ui/select.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { tokenKey } from '#lib/reply/token-key.ts'
import type { Alternative, TokenStore } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { ForkSentence } from './what-if-fork.tsx'
import { WhatIfNotes } from './what-if-notes.tsx'
import { WhatIfRow, type SliderRange } from './what-if-row.tsx'
import {
  resetWhatIf,
  setBias,
  setSliders,
  type Sliders,
  type WhatIfState,
} from './what-if-store.ts'
import type { RunRecord } from '#components/run/run-store.ts'

const ranges: Record<Exclude<keyof Sliders, 'order'>, SliderRange> = {
  temperature: { title: 'Temperature', min: 0, max: 2, step: 0.01 },
  top_p: { title: 'Top P', min: 0, max: 1, step: 0.01 },
  top_k: { title: 'Top K', min: 0, max: 100, step: 1, most: Infinity },
  min_p: { title: 'Min P', min: 0, max: 1, step: 0.01 },
  presence_penalty: { title: 'Presence penalty', min: -2, max: 2, step: 0.01 },
  frequency_penalty: { title: 'Frequency penalty', min: -2, max: 2, step: 0.01 },
}
// The names of a record's entries are its keys.
const names = Object.keys(ranges) as (keyof typeof ranges)[]
const biasRange: SliderRange = { title: 'Token bias', min: -100, max: 100, step: 0.1 }

/** The steps in words; penalties and bias always come first. */
const stepsOf: Record<Sliders['order'], string> = {
  'temperature-first': 'penalties, bias, temperature, top k, top p, min p (as vLLM)',
  'temperature-last': 'penalties, bias, top k, top p, min p, temperature (as llama.cpp)',
}

const orders: readonly { value: Sliders['order']; title: string }[] = [
  { value: 'temperature-first', title: 'temperature first' },
  { value: 'temperature-last', title: 'temperature last' },
]

/** The sliders of the what-if: what another sampler would have made of the reply. */
export function WhatIfPanel({
  run,
  tokens,
  picked,
  state,
}: {
  run: RunRecord
  tokens: TokenStore
  /** The token that the bias is for. */
  picked: Alternative
  state: WhatIfState
}) {
  const { sliders, start, changed, resets } = state
  usePageKeys({
    '0': () => {
      if (!changed) return
      resetWhatIf()
      announce('The what-if is reset.')
    },
  })
  return (
    <section className="border-t border-line p-4" aria-labelledby="what-if">
      <div className="mb-2 flex h-6 items-center gap-2 text-small">
        <h2 id="what-if" className="font-semibold">
          What if
        </h2>
        {changed && (
          <Button look="plain" className="h-6! px-1.5!" onClick={resetWhatIf}>
            Reset all <kbd className="rounded-[3px] border border-line-2 px-1 text-tiny">0</kbd>
          </Button>
        )}
        <span className="ml-auto text-ink-3">no request is made</span>
      </div>
      <div key={resets}>
        {names.map((name) => (
          <WhatIfRow
            key={name}
            range={ranges[name]}
            value={sliders[name]}
            start={start[name]}
            onChange={(value) => setSliders({ [name]: value === start[name] ? undefined : value })}
          />
        ))}
        <BiasRow picked={picked} state={state} />
      </div>
      <OrderField sliders={sliders} start={start} />
      <TintSwitch />
      <ForkSentence tokens={tokens} state={state} />
      <WhatIfNotes run={run} />
    </section>
  )
}

/** The bias of the picked token, and the other tokens that have one. */
function BiasRow({ picked, state: { biases } }: { picked: Alternative; state: WhatIfState }) {
  const own = tokenKey(picked)
  const others = [...biases].filter(([key]) => key !== own)
  return (
    <>
      <WhatIfRow
        key={own}
        range={biasRange}
        value={biases.get(own)?.amount ?? 0}
        start={0}
        onChange={(amount = 0) => setBias(own, { token: picked.token, amount })}
      />
      <p className="flex flex-wrap items-center gap-x-2 pb-1 text-tiny text-ink-3">
        <span>
          for <b className="font-mono font-medium text-ink-2">{visibleToken(picked.token)}</b>
        </span>
        {others.map(([key, { token, amount }]) => (
          <button
            key={key}
            type="button"
            className="rounded-[4px] bg-sunken px-1.5 font-mono text-ink-2 hover:bg-hover"
            aria-label={`Remove the bias of ${visibleToken(token)}`}
            onClick={() => setBias(key, { token, amount: 0 })}
          >
            {visibleToken(token)} {String(amount).replace('-', '−')} ×
          </button>
        ))}
      </p>
    </>
  )
}

function OrderField({ sliders, start }: Pick<WhatIfState, 'sliders' | 'start'>) {
  return (
    <>
      <div className="mt-1 flex items-center gap-3">
        <label htmlFor="what-if-order" className="w-[116px] flex-none whitespace-nowrap text-ink-2">
          Sampler order
        </label>
        <Select
          id="what-if-order"
          aria-describedby="what-if-steps"
          className="flex-1"
          options={orders}
          value={sliders.order}
          onChange={({ target }) => {
            const order = orders.find(({ value }) => value === target.value)?.value
            setSliders({ order: order === start.order ? undefined : order })
          }}
        />
      </div>
      <p id="what-if-steps" className="mt-1 text-tiny text-ink-3">
        {stepsOf[sliders.order]}
      </p>
    </>
  )
}

function TintSwitch() {
  const { metric } = useView()
  return (
    <div className="mt-3 flex items-center justify-between">
      <label htmlFor="what-if-tint" className="text-ink-2">
        Tint the whole reply
      </label>
      <Switch
        id="what-if-tint"
        checked={metric === 'what-if'}
        onChange={(on) => setView({ metric: on ? 'what-if' : 'likelihood' })}
      />
    </div>
  )
}
