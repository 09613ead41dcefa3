'use client'

import { useId, useState } from 'react'
import type { Alternative } from '#lib/reply/token-store.ts'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { biasesFor, isExact, type BiasChoices } from '#lib/tokenizers/bias-choices.ts'
import { biasesIn, biasOf } from '#lib/tokenizers/bias-draft.ts'
import { withLabelledBiases, type LabelledBias } from '#lib/tokenizers/bias-labels.ts'
import type { Encoding } from '#lib/tokenizers/encoding.ts'
import { biasText, useBiasFields, useWriteBiases } from '#components/logit-bias/write-biases.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { NumberBox } from '#components/ui/number-box.tsx'
import { BiasRow } from './bias-row.tsx'
import type { BiasKind } from './bias-store.ts'
import type { WrittenBias } from './bias-written.tsx'

/** What a ban and a boost start from. */
const starts: Record<BiasKind, string> = { ban: '−100', boost: '5' }

/** The variants to tick, the amount, and the button that writes them into `logit_bias`. */
export function BiasForm({
  kind,
  token,
  choices: { variants, note },
  encoding,
  onWritten,
  onShowParameter,
}: {
  kind: BiasKind
  token: Alternative
  choices: BiasChoices
  encoding: Encoding | undefined
  onWritten(written: WrittenBias): void
  onShowParameter(parameter: string): void
}) {
  const [ticked, setTicked] = useState(
    () => new Set(variants.filter(isExact).map(({ text }) => text)),
  )
  const [typed, setTyped] = useState(starts[kind])
  const before = useBiasFields()
  const write = useWriteBiases()
  const text = biasText(before)
  const current = biasesIn(text)
  const amount = biasOf(typed)
  const biases = biasesFor(
    variants.filter((one) => ticked.has(one.text)),
    amount.ok ? amount.value : 0,
  )
  // With a note the ids are the reply's own, of no encoding that is known.
  const source = note === undefined ? encoding : undefined
  const result = withLabelledBiases(text, before.logit_bias_labels, biases, source)
  const submit = () => {
    if (!result.ok) {
      announce(`Logit bias has a problem and is not overwritten. ${result.error}`)
      onShowParameter('logit_bias')
    } else if (amount.ok && biases.size > 0) {
      write(result.value)
      const words = sentenceOf(biases.size, amount.value, token)
      announce(words)
      onWritten({ before, after: result.value.logit_bias, words })
    }
  }
  const toggle = (one: string) => {
    const next = new Set(ticked)
    if (!next.delete(one)) next.add(one)
    setTicked(next)
  }
  if (variants.length === 0) return <p className="text-small text-ink-2">{note}</p>
  return (
    <>
      {note && <p className="mb-2 text-small text-ink-2">{note}</p>}
      <fieldset>
        <legend className="mb-1 flex w-full text-tiny text-ink-3">
          <span className="flex-1">Spelling</span>
          <span>{encoding ? `id in ${encoding}` : 'id'}</span>
        </legend>
        {variants.map((variant) => (
          <BiasRow
            key={variant.text}
            kind={kind}
            variant={variant}
            current={current.get(String(variant.ids[0]))}
            ticked={ticked.has(variant.text)}
            onToggle={() => toggle(variant.text)}
          />
        ))}
      </fieldset>
      <Amount
        kind={kind}
        typed={typed}
        problem={amount.ok ? undefined : amount.error}
        onType={setTyped}
      />
      <Outcome biases={biases} isSound={amount.ok} problem={result.ok ? undefined : result.error} />
      <Button
        look="primary"
        data-bias-write
        aria-disabled={!(amount.ok && biases.size > 0) || undefined}
        className="aria-disabled:opacity-50"
        onClick={submit}
      >
        {result.ok ? 'Write to logit_bias' : 'Go to logit_bias'}
      </Button>
    </>
  )
}

function sentenceOf(count: number, amount: number, { token }: Alternative): string {
  const ids = count === 1 ? '1 id' : `${count} ids`
  return `${ids} of ${visibleToken(token)} written to logit_bias with ${signed(amount)}.`
}

function signed(amount: number): string {
  return amount < 0 ? `−${-amount}` : String(amount)
}

function Amount({
  kind,
  typed,
  problem,
  onType,
}: {
  kind: BiasKind
  typed: string
  problem: string | undefined
  onType(text: string): void
}) {
  const id = useId()
  return (
    <div className="mt-3">
      <div className="flex items-center gap-2 text-small">
        <label htmlFor={id}>Bias</label>
        <NumberBox
          id={id}
          value={typed}
          invalid={problem !== undefined}
          aria-describedby={`${id}-words`}
          onChange={({ target }) => onType(target.value)}
        />
        <span className="text-ink-3">added to the logit</span>
      </div>
      <p id={`${id}-words`} className={`mt-1 text-small ${problem ? 'text-danger' : 'text-ink-2'}`}>
        {problem ?? (kind === 'ban' ? '−100 bans.' : '1 to 10 favours; 100 all but forces.')}
      </p>
    </div>
  )
}

/** What the button will write, or why it will not. */
function Outcome({
  biases,
  isSound,
  problem,
}: {
  biases: ReadonlyMap<number, LabelledBias>
  isSound: boolean
  problem: string | undefined
}) {
  if (problem) {
    return (
      <p role="alert" className="my-2 text-small text-danger">
        Logit bias has a problem and is not overwritten. {problem} Mend it there, then write.
      </p>
    )
  }
  if (biases.size === 0) return <p className="my-2 text-small text-ink-2">Tick what to write.</p>
  if (!isSound)
    return (
      <p className="my-2 text-small text-ink-2">Nothing is written until the bias is a number.</p>
    )
  return (
    <p className="my-2 text-small text-ink-2">
      Writes{' '}
      <code data-bias-preview className="font-mono wrap-anywhere text-ink">
        {[...biases].map(([id, { amount }]) => `"${id}": ${amount}`).join(', ')}
      </code>
    </p>
  )
}
