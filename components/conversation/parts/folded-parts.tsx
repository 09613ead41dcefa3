'use client'

import { lineOf } from '../folded-card.tsx'
import type { CardProps } from '../card-props.ts'

/** On a phone, parts that nobody opened are one line. */
export function FoldedParts({ card, name, onFold }: CardProps) {
  return (
    <button
      type="button"
      aria-label={`Expand ${name}`}
      aria-expanded={false}
      onClick={() => onFold(false)}
      className="hidden h-6 w-full truncate px-1.5 text-left text-ink-2 max-md:in-data-[fold=auto]:block"
    >
      {lineOf(card)}
    </button>
  )
}
