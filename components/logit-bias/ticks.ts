import { biasesFor, isExact } from '#lib/tokenizers/bias-choices.ts'
import type { LabelledBias } from '#lib/tokenizers/bias-labels.ts'
import type { WordForm } from '#lib/tokenizers/spellings.ts'
import type { Variant, WordVariants } from '#lib/tokenizers/vocabulary.ts'

/** What a person ticked or unticked, by the text of a spelling; the special token by `specialTick`. */
export type Ticks = ReadonlyMap<string, boolean>

/** Stands for the special token among ticks; no spelling is empty. */
export const specialTick = ''

/** Whether a spelling is to be biased; at first those that are one token, plurals apart. */
export function isTicked(ticks: Ticks, variant: Variant, form: WordForm): boolean {
  return ticks.get(variant.text) ?? (isExact(variant) && !form.startsWith('plural'))
}

/** The biases for what is ticked, by id, each with the text of its token; of several the first is meant. */
export function tickedBiases(
  { forms, special }: WordVariants,
  ticks: Ticks,
  amount: number,
): Map<number, LabelledBias> {
  const ticked = forms.flatMap(({ form, spaced, bare }) =>
    [...(spaced ? [spaced] : []), bare].filter((variant) => isTicked(ticks, variant, form)),
  )
  const biases = biasesFor(ticked, amount)
  if (special !== undefined && ticks.get(specialTick)) {
    biases.set(special, { amount, label: forms[0]?.bare.text ?? '' })
  }
  return biases
}
