import type { LabelledBias } from './bias-labels.ts'
import type { IdSource } from './id-source.ts'
import type { TokenLike, TokenVariants, Variant } from './vocabulary.ts'

/** What a bias can be written for. */
export interface BiasChoices {
  /** The token itself first, then the other spellings of its text; none where no id is known. */
  variants: Variant[]
  /** What is to be known about the ids, one sentence. */
  note?: string
}

/**
 * The variants of a token that a bias can be written for, by what the reply told and what the encoding
 * says. Where the two differ the reply is right about its token, and the encoding about nothing.
 */
export function biasChoices(
  { token }: TokenLike,
  { told, encoding }: IdSource,
  found: TokenVariants | undefined,
): BiasChoices {
  const id = told ?? found?.id
  if (id === undefined) {
    return {
      variants: [],
      note: `${encoding ?? 'The encoding'} has no such token, so the model uses another tokenizer than its name says.`,
    }
  }
  const own: Variant = { text: token, ids: [id], pieces: [token] }
  if (found === undefined) {
    return {
      variants: [own],
      note: 'The id is the reply’s own. Ids of other spellings are not known.',
    }
  }
  if (found.id !== id) {
    return {
      variants: [own],
      note: `The reply’s id is not the one of ${encoding ?? 'the encoding'}, so ids of other spellings are not known.`,
    }
  }
  return { variants: [own, ...found.others] }
}

/** Whether a bias on a variant means this variant only. */
export function isExact({ ids }: Variant): boolean {
  return ids.length === 1
}

/** The biases for some variants, by id; of several tokens the first is meant, and is its label. */
export function biasesFor(variants: readonly Variant[], amount: number): Map<number, LabelledBias> {
  return new Map(
    variants.flatMap(({ text, ids: [id], pieces: [label = text] }) =>
      id === undefined ? [] : [[id, { amount, label }]],
    ),
  )
}
