import { usualVocabulary } from '../measures.ts'

/** One step of a sampler. Penalties and biases come before all of these, on the logits. */
export type SamplerStep = 'temperature' | 'top_k' | 'top_p' | 'min_p'

/** How a sampler draws a token, by wire name. */
export interface Sampler {
  /** 0 takes the likeliest token. */
  temperature: number
  /** The likeliest tokens that together reach this share, 0 to 1; 1 keeps all. */
  top_p: number
  /** At most this many tokens; 0 or less for no limit. */
  top_k: number
  /** Only tokens at least this fraction as likely as the likeliest; 0 keeps all. */
  min_p: number
  /** What comes first; each step works on what the one before it left. */
  order: readonly SamplerStep[]
}

/** The two orders in use: vLLM's and OpenAI's, and llama.cpp's default chain. */
export const samplerOrders = {
  'temperature-first': ['temperature', 'top_k', 'top_p', 'min_p'],
  'temperature-last': ['top_k', 'top_p', 'min_p', 'temperature'],
} as const satisfies Record<string, readonly SamplerStep[]>

/** What the logprobs of a record are. */
export interface RecordBasis {
  /** The temperature that they were already divided by; 1 where they are raw. */
  temperature: number
  /** How many tokens the model knows; that of o200k_base where it is left out. */
  vocabulary?: number | undefined
}

/** What is added to the logits of tokens that the record does not name. */
export interface UnlistedAdditions {
  /** At most how many of them gain, and by at most how much (nats, at least 0). */
  raised: number
  highest: number
  /** At most how many of them lose, and by at most how much (nats, at most 0). */
  lowered: number
  lowest: number
}

/** What biases and penalties add to the logits at one position, in nats. */
export interface Additions {
  /** To the listed tokens by 0-based place; may be longer than the list. */
  listed: ArrayLike<number>
  /** To the chosen token, where the list does not hold it. */
  chosen: number
  unlisted: UnlistedAdditions
}

/** The usual size of a vocabulary where a record's is not known. */
export function vocabularyOf({ vocabulary }: RecordBasis): number {
  return vocabulary ?? usualVocabulary
}
