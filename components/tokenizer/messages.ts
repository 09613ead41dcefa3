import type { Encoding } from '#lib/tokenizers/encoding.ts'
import type {
  SplitToken,
  TokenLike,
  TokenVariants,
  WordVariants,
} from '#lib/tokenizers/vocabulary.ts'

/** What can be asked of the worker, and what each question gives. */
export interface Answers {
  idsOf: number[]
  textOf: string
  idOf: number | undefined
  variantsOf: TokenVariants
  variantsOfWord: WordVariants
  namesOf: (string | undefined)[]
  singleIdsOf: (number | undefined)[]
  split: SplitToken[]
  countsOf: number[]
}

interface Asked {
  idsOf: string
  textOf: readonly number[]
  idOf: TokenLike
  variantsOf: TokenLike
  variantsOfWord: string
  namesOf: readonly number[]
  singleIdsOf: readonly string[]
  split: string
  countsOf: readonly string[]
}

/** A question about one encoding. */
export type Question = {
  [Kind in keyof Asked]: { kind: Kind; encoding: Encoding; about: Asked[Kind] }
}[keyof Asked]

/** A question on its way to the worker. */
export type Request = Question & { number: number }

/** The worker's answer to the question of the same number. */
export type Response =
  | { number: number; ok: true; value: Answers[keyof Answers] }
  | { number: number; ok: false; message: string }
