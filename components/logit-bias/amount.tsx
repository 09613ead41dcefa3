'use client'

import { useId, useState } from 'react'
import { biasOf } from '#lib/tokenizers/bias-draft.ts'
import type { Result } from '#lib/result.ts'
import { NumberBox } from '#components/ui/number-box.tsx'
import { Select } from '#components/ui/select.tsx'

/** Amounts with a name. */
const named = [
  { value: '−100', title: 'Ban' },
  { value: '−5', title: 'Discourage' },
  { value: '+5', title: 'Encourage' },
  { value: '+100', title: 'Force' },
] as const

const other = 'other'

/** A bias that is being chosen or typed. */
export interface Amount {
  typed: string
  value: Result<number, string>
  setTyped(text: string): void
}

/** A bias to begin with: a ban. */
export function useAmount(): Amount {
  const [typed, setTyped] = useState<string>(named[0].value)
  return { typed, value: biasOf(typed), setTyped }
}

/** Ban, discourage, encourage, force, or a number; `onEnter` when Enter is pressed in the number. */
export function AmountBox({
  amount: { typed, value, setTyped },
  onEnter,
}: {
  amount: Amount
  onEnter(): void
}) {
  const id = useId()
  const bias = value.ok ? value.value : undefined
  const choice = named.find((one) => biasOf(one.value).ok && valueOf(one.value) === bias)
  return (
    <>
      <Select
        aria-label="What the bias does"
        value={choice?.value ?? other}
        options={[...named, ...(choice ? [] : [{ value: other, title: 'Other' }])]}
        onChange={({ target }) => setTyped(target.value)}
        className="min-w-0 flex-1"
      />
      <NumberBox
        aria-label="Bias"
        value={typed}
        invalid={!value.ok}
        aria-describedby={value.ok ? undefined : `${id}-problem`}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === 'Enter' && onEnter()}
      />
      {!value.ok && (
        <p id={`${id}-problem`} className="order-last w-full text-small text-danger">
          {value.error}
        </p>
      )}
    </>
  )
}

function valueOf(text: string): number | undefined {
  const read = biasOf(text)
  return read.ok ? read.value : undefined
}
