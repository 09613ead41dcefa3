import type { FinishReason, Usage } from '../wire/wire.ts'

/** Log probabilities of a stretch of text, one entry for each token in every list. */
export interface TextLogprobs {
  /** As the API writes tokens: bytes that are no text of their own are written as `\xNN`. */
  tokens: string[]
  /** Natural; null for the first token of a prompt, −9999 for what could not have been drawn. */
  token_logprobs: (number | null)[]
  /** Log probabilities by token: the likeliest, and the token itself. Null for the first of a prompt. */
  top_logprobs: (Record<string, number> | null)[]
  /** Where each token begins in the choice's text, 0-based, in Unicode code points. */
  text_offset: number[]
  /** The tokens' ids in o200k_base, beside OpenAI's keys. */
  token_ids: number[]
}

/** One choice: whole, or (with a finish reason of null) its news in a chunk. */
export interface TextChoice {
  index: number
  text: string
  logprobs: TextLogprobs | null
  finish_reason: FinishReason | null
}

/** A whole text completion, or one server-sent event of a streamed one: they have the same form. */
export interface TextCompletion {
  id: string
  object: 'text_completion'
  /** Unix seconds. */
  created: number
  model: string
  system_fingerprint: string
  choices: TextChoice[]
  /** In a stream with `include_usage`: null until the last chunk, which has no choices. */
  usage?: Usage | null
}
