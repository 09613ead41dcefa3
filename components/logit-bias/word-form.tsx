'use client'

import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { visibleToken } from '#lib/reply/visible-token.ts'
import type { Encoding } from '#lib/tokenizers/encoding.ts'
import { tokenizer } from '#components/tokenizer/client.ts'
import { announce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { AmountBox, useAmount } from './amount.tsx'
import { isTicked, specialTick, tickedBiases, type Ticks } from './ticks.ts'
import { useAdd } from './use-add.ts'
import { WordVariantsBox } from './word-variants-box.tsx'

const noTicks: Ticks = new Map()

/** A word, its spellings as tokens of the encoding, and the bias that those that are ticked get. */
export function WordForm({ encoding }: { encoding: Encoding }) {
  const [word, setWord] = useState('')
  const [ticks, setTicks] = useState(noTicks)
  const amount = useAmount()
  const box = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const { data: found, refetch } = useQuery({
    ...variantsOf(encoding, word),
    enabled: word !== '',
    placeholderData: keepPreviousData,
  })
  const { add, problem } = useAdd()
  const type = (text: string) => {
    setWord(text)
    setTicks(noTicks)
  }
  const submit = async () => {
    if (word === '' || !amount.value.ok) return
    // What was typed last may not have been looked up yet.
    const variants = await queries.ensureQueryData(variantsOf(encoding, word))
    if (!variants.ok) return announce(variants.error.message)
    const biases = tickedBiases(variants.value, ticks, amount.value.value)
    if (biases.size === 0) return announce('No spelling is ticked, so nothing is written.')
    if (!add(biases, encoding, `“${visibleToken(word)}”`)) return
    type('')
    box.current?.focus()
  }
  return (
    <div>
      <TextBox
        ref={box}
        aria-label="Word to bias"
        placeholder="Word to ban or favour"
        value={word}
        onChange={({ target }) => type(target.value)}
        onKeyDown={({ key, nativeEvent }) =>
          key === 'Enter' && !nativeEvent.isComposing && void submit()
        }
      />
      {word !== '' && found?.ok === false && (
        <p role="alert" className="mt-1.5 text-small text-danger">
          {found.error.message}{' '}
          <Button className="mt-1" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {word !== '' && found?.ok && (
        <WordVariantsBox
          word={word}
          encoding={encoding}
          variants={found.value}
          isBan={amount.value.ok && amount.value.value < 0}
          isTicked={(variant, form) => isTicked(ticks, variant, form)}
          isSpecialTicked={ticks.get(specialTick) ?? false}
          onTick={(text, on) => setTicks(new Map(ticks).set(text, on))}
        />
      )}
      {word !== '' && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <AmountBox amount={amount} onEnter={() => void submit()} />
          <Button icon="plus" onClick={() => void submit()}>
            Add
          </Button>
        </div>
      )}
      {problem && (
        <p role="alert" className="mt-1.5 text-small text-danger">
          Logit bias has a problem and is not overwritten. {problem}
        </p>
      )}
    </div>
  )
}

function variantsOf(encoding: Encoding, word: string) {
  return queryOptions({
    queryKey: ['variants of a word', encoding, word],
    queryFn: ({ signal }) => tokenizer.variantsOfWord(encoding, word, signal),
    staleTime: (one) => (one.state.data?.ok ? Infinity : 0),
    gcTime: 60_000,
    // The worker is on this machine.
    networkMode: 'always',
  })
}
