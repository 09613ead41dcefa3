'use client'

import { useEffect, useRef } from 'react'
import { visibleToken } from '#lib/reply/visible-token.ts'
import { biasesIn } from '#lib/tokenizers/bias-draft.ts'
import { idLines } from '#lib/tokenizers/bias-ids.ts'
import { withoutBias, type BiasLabels } from '#lib/tokenizers/bias-labels.ts'
import { biasWord, signedBias } from '#lib/tokenizers/bias-words.ts'
import { announce } from '#components/ui/announcer.tsx'
import { IconButton } from '#components/ui/button.tsx'
import type { BiasTexts } from './bias-texts.ts'
import { biasText, useBiasFields, useWriteBiases } from './write-biases.ts'

/** Most biases that are listed in words; all of them are in the JSON. */
const mostListed = 100

/** The biases that are set, in words, each with the way to take it out. */
export function BiasList({ texts, labels: { labels } }: { texts: BiasTexts; labels: BiasLabels }) {
  const fields = useBiasFields()
  const write = useWriteBiases()
  const list = useRef<HTMLUListElement>(null)
  const wanted = useRef<number>(undefined)
  const text = biasText(fields)
  const amounts = biasesIn(text)
  // In the order of the text, which an object of numbers does not keep.
  const biases = idLines(text ?? '').flatMap(({ id }) => {
    const amount = amounts.get(id)
    return amount === undefined ? [] : [[id, amount] as const]
  })
  useEffect(() => {
    if (wanted.current === undefined) return
    const buttons = list.current?.querySelectorAll('button') ?? []
    const next = buttons[Math.min(wanted.current, buttons.length - 1)] ?? wordBoxNear(list.current)
    wanted.current = undefined
    next?.focus()
  })
  const remove = (id: string, at: number) => {
    const result = withoutBias(text, fields.logit_bias_labels, id)
    if (!result.ok) return
    wanted.current = at
    write(result.value)
    announce(`${nameOf(id, texts)} is not biased any more.`)
  }
  const more = biases.length - mostListed
  return (
    <>
      <ul
        ref={list}
        aria-label="Biases that are set"
        className="mt-1.5 max-h-48 overflow-y-auto empty:hidden"
      >
        {biases.slice(0, mostListed).map(([id, amount], at) => (
          <li key={id} data-bias={id} className="flex min-h-6 items-center gap-2 text-small">
            <span className="min-w-0 flex-1 font-mono wrap-anywhere">
              {nameOf(id, texts)}
              {labels[id] !== undefined && labels[id] !== texts.get(id) && (
                <span className="font-sans text-ink-3"> written for {quoted(labels[id])}</span>
              )}
            </span>
            <span className="whitespace-nowrap">
              {signedBias(amount)} <span className="text-ink-2">{biasWord(amount)}</span>
            </span>
            <IconButton
              icon="close"
              label={`Remove the bias of ${nameOf(id, texts)}`}
              className="size-5"
              onClick={() => remove(id, at)}
            />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-tiny text-ink-3">and {more} more in the JSON</p>}
    </>
  )
}

function nameOf(id: string, texts: BiasTexts): string {
  const text = texts.get(id)
  return text === undefined ? `id ${id}` : quoted(text)
}

function quoted(text: string): string {
  return `“${visibleToken(text)}”`
}

function wordBoxNear(list: HTMLElement | null): HTMLElement | undefined {
  return list?.closest('[data-field]')?.querySelector<HTMLElement>('input') ?? undefined
}
