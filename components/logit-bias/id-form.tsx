'use client'

import { useRef, useState } from 'react'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { modelName, type NextModel } from '#components/tokenizer/next-model.ts'
import { AmountBox, useAmount } from './amount.tsx'
import { useAdd } from './use-add.ts'

/** Where the tokenizer is not known: an id as its server tells it, and what it stands for in one's own words. */
export function IdForm({ next }: { next: NextModel }) {
  const [id, setId] = useState('')
  const [label, setLabel] = useState('')
  const [isWrong, setWrong] = useState(false)
  const amount = useAmount()
  const box = useRef<HTMLInputElement>(null)
  const { add, problem } = useAdd()
  const submit = () => {
    if (!/^\d{1,9}$/.test(id.trim())) {
      setWrong(true)
      announce(idRule)
      box.current?.focus()
      return
    }
    if (!amount.value.ok) return
    const biases = new Map([[Number(id), { amount: amount.value.value, label: label.trim() }]])
    if (!add(biases, undefined, label.trim() === '' ? 'a token' : `“${label.trim()}”`)) return
    setId('')
    setLabel('')
    box.current?.focus()
  }
  const onEnter = ({ key }: { key: string }) => key === 'Enter' && submit()
  return (
    <div data-bias-unknown>
      <p className="text-small text-ink-2">
        Which tokenizer {modelName(next)} uses is not known, so words cannot be looked up here. Ask
        its server for the ids ({asking(next)}), and type them:
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <TextBox
          ref={box}
          aria-label="Token id"
          inputMode="numeric"
          placeholder="Id"
          value={id}
          invalid={isWrong}
          className="w-24!"
          onChange={({ target }) => {
            setId(target.value)
            setWrong(false)
          }}
          onKeyDown={onEnter}
        />
        <TextBox
          aria-label="What the id stands for"
          placeholder="What it stands for"
          value={label}
          maxLength={256}
          className="flex-1"
          onChange={({ target }) => setLabel(target.value)}
          onKeyDown={onEnter}
        />
        {isWrong && <p className="w-full text-small text-danger">{idRule}</p>}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <AmountBox amount={amount} onEnter={submit} />
        <Button icon="plus" onClick={submit}>
          Add
        </Button>
      </div>
      {problem && (
        <p role="alert" className="mt-1.5 text-small text-danger">
          Logit bias has a problem and is not overwritten. {problem}
        </p>
      )}
    </div>
  )
}

const idRule = 'A token id is a whole number of up to nine digits.'

function asking({ provider }: NextModel): string {
  return provider === 'llamacpp' || provider === 'vllm'
    ? 'POST /tokenize'
    : 'on vLLM and llama.cpp with POST /tokenize'
}
