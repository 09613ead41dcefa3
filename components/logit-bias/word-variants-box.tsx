'use client'

import { visibleToken } from '#lib/reply/visible-token.ts'
import { isExact } from '#lib/tokenizers/bias-choices.ts'
import { severalTokens } from '#lib/tokenizers/bias-words.ts'
import type { Encoding } from '#lib/tokenizers/encoding.ts'
import type { WordForm } from '#lib/tokenizers/spellings.ts'
import type { FormVariants, Variant, WordVariants } from '#lib/tokenizers/vocabulary.ts'
import { specialTick } from './ticks.ts'

/** Most spellings of several tokens that are explained at once. */
const mostExplained = 2

interface BoxProps {
  word: string
  encoding: Encoding
  variants: WordVariants
  isBan: boolean
  isTicked(variant: Variant, form: WordForm): boolean
  isSpecialTicked: boolean
  onTick(text: string, on: boolean): void
}

/** The spellings of a word to tick: with the space before it on the left, without it on the right. */
export function WordVariantsBox({ word, encoding, variants, ...props }: BoxProps) {
  const { forms, special } = variants
  const { isBan, isTicked, isSpecialTicked, onTick } = props
  const cell = (variant: Variant | undefined, { form }: FormVariants) =>
    variant && (
      <Cell
        key={variant.text}
        title={form}
        text={visibleToken(variant.text)}
        ids={variant.ids}
        ticked={isTicked(variant, form)}
        onTick={(on) => onTick(variant.text, on)}
      />
    )
  return (
    <fieldset className="mt-1.5">
      <legend className="sr-only">
        Spellings of {visibleToken(word)} with their ids in {encoding}
      </legend>
      <div aria-hidden className="grid grid-cols-2 gap-x-3 font-sans text-tiny text-ink-3">
        <span>with the space before it</span>
        <span className="flex justify-between">
          without <span>{encoding}</span>
        </span>
      </div>
      {forms.map((one) => (
        <div key={one.bare.text} className="grid grid-cols-2 gap-x-3">
          {cell(one.spaced, one)}
          {cell(one.bare, one)}
        </div>
      ))}
      {special !== undefined && (
        <>
          <Cell
            title="special token"
            text={`special token ${word.trim()}`}
            ids={[special]}
            ticked={isSpecialTicked}
            onTick={(on) => onTick(specialTick, on)}
          />
          <p className="text-tiny text-ink-2">
            In a message these characters are ordinary text. The special token is another one, which
            a model writes to end its text.
          </p>
        </>
      )}
      {explained(forms, isTicked).map((variant) => (
        <p key={variant.text} className="mt-1 text-tiny text-ink-2">
          {severalTokens(variant, isBan)}
        </p>
      ))}
    </fieldset>
  )
}

function Cell({
  title,
  text,
  ids,
  ticked,
  onTick,
}: {
  title: string
  text: string
  ids: readonly number[]
  ticked: boolean
  onTick(on: boolean): void
}) {
  return (
    <label
      title={title}
      className="flex min-h-6 min-w-0 items-center gap-1.5 font-mono text-small max-md:min-h-9"
    >
      <input
        type="checkbox"
        checked={ticked}
        onChange={({ target }) => onTick(target.checked)}
        className="size-3.5 flex-none accent-accent"
      />
      <span className="min-w-0 flex-1 wrap-anywhere">{text}</span>
      <span className="text-right text-tiny text-ink-3">{ids.join(' ')}</span>
    </label>
  )
}

/**
 * Spellings of several tokens that are ticked; where none is one token, the word itself, so that it is
 * clear why nothing is ticked.
 */
function explained(
  forms: readonly FormVariants[],
  isTicked: BoxProps['isTicked'],
): readonly Variant[] {
  const all = forms.flatMap(({ form, spaced, bare }) =>
    [...(spaced ? [spaced] : []), bare].map((variant) => ({ variant, form })),
  )
  const several = all.filter(({ variant }) => !isExact(variant))
  const ticked = several.filter(({ variant, form }) => isTicked(variant, form))
  const isNoneExact = several.length === all.length
  const shown = ticked.length > 0 || !isNoneExact ? ticked : several.slice(0, 1)
  return shown.slice(0, mostExplained).map(({ variant }) => variant)
}
