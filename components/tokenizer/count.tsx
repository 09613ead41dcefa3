'use client'

import { lazy, Suspense, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Card } from '#lib/request/message-drafts.ts'
import { roughCard, roughTotal } from '#lib/tokenizers/estimate.ts'
import { useControl } from '#components/parameters/form-context.tsx'
import { countExactly, useCounts, useIsCounting } from './count-store.ts'
import { showTokens } from './shown-text.ts'

// The tokenizer comes with it, and is not loaded before somebody asks.
const CountDetails = lazy(async () => ({
  default: (await import('./count-details.tsx')).CountDetails,
}))

/** How many tokens the prompt has: as counted, else `≈` as estimated. */
export function useTotal(): { total: number; isExact: boolean } {
  const counted = useCounts(({ total }) => total)
  const isExact = useCounts(({ total, doubt }) => total !== undefined && !doubt)
  const rough = useWatch({ control: useControl(), compute: roughTotal })
  return { total: counted ?? rough, isExact: isExact ?? false }
}

/** A number of tokens as it is written, with `≈` before an estimate. */
export function tokensText(count: number, isExact: boolean): string {
  return `${isExact ? '' : '≈'}${count.toLocaleString('en')}`
}

/** How many tokens a message's text has; pressed, it shows them. */
export function CardCount({ card, name }: { card: Card; name: string }) {
  const variables = useWatch({ control: useControl(), name: 'variables' })
  const counted = useCounts(({ cards }) => cards.get(card.key))
  const text = tokensText(counted ?? roughCard(card, variables), counted !== undefined)
  return (
    <button
      type="button"
      title="Tokens"
      aria-label={`${text} tokens of ${name}`}
      className="h-6 min-w-8 rounded-[4px] px-1 text-right font-mono text-tiny text-ink-3 hover:bg-hover hover:text-ink max-md:h-8"
      onClick={() => showTokens(card)}
    >
      {text}
    </button>
  )
}

/** How many tokens the prompt has; pressed, they are counted with the tokenizer, and told apart. */
export function ConversationCount() {
  const { total, isExact } = useTotal()
  const [open, setOpen] = useState(false)
  const isCounting = useIsCounting()
  return (
    <span className="relative -ml-1 text-ink-3">
      <button
        type="button"
        aria-expanded={open}
        title="How they are counted"
        className="hover:underline"
        onClick={() => {
          countExactly()
          setOpen(!open)
        }}
      >
        {tokensText(total, isExact)} tokens
      </button>
      <Suspense>
        {isCounting && <CountDetails open={open} onClose={() => setOpen(false)} />}
      </Suspense>
    </span>
  )
}
