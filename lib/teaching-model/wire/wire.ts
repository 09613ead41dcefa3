/** A token that could have stood at a position. Log probabilities are natural. */
export interface TokenAlternative {
  /** The text; bytes that are no text of their own are written as `\xNN`. */
  token: string
  logprob: number
  /** The token's UTF-8 bytes; null for the end of the text. */
  bytes: number[] | null
  /** The token's id in o200k_base, beside OpenAI's keys as llama.cpp tells it. */
  id: number
}

/** The token that was drawn, and the likeliest alternatives, likeliest first. */
export interface TokenLogprob extends TokenAlternative {
  top_logprobs: TokenAlternative[]
}

/** Log probabilities of a stretch of tokens. */
export interface Logprobs {
  /** Null where the reply calls tools. */
  content: TokenLogprob[] | null
  refusal: null
}

/**
 * `stop`: the model or a stop sequence ended the reply, or the call of a tool that the request named;
 * `tool_calls`: calls that the model chose ended it; `length`: the token limit did.
 */
export type FinishReason = 'stop' | 'length' | 'tool_calls'

/** A call of a tool; its arguments are JSON text. */
export interface ToolCall {
  /** `call_` and 24 letters or digits. */
  id: string
  type: 'function'
  function: { name: string; arguments: string }
}

/** News of a call: all but the arguments in the first piece, then pieces of the arguments. */
export interface ToolCallDelta {
  /** The 0-based call of the choice. */
  index: number
  id?: string
  type?: 'function'
  function: { name?: string; arguments: string }
}

/** Tokens read and written. The end of the text is not counted; tokens cut by a stop sequence are. */
export interface Usage {
  prompt_tokens: number
  completion_tokens: number
  total_tokens: number
}

/** One choice's news in a chunk. */
export interface ChunkChoice {
  index: number
  delta: {
    role?: 'assistant'
    content?: string | null
    refusal?: null
    tool_calls?: ToolCallDelta[]
  }
  logprobs: Logprobs | null
  finish_reason: FinishReason | null
}

/** What stands at the top of every chunk and of the whole reply. `created` is in Unix seconds. */
interface Envelope {
  id: string
  created: number
  model: string
  system_fingerprint: string
}

/** One server-sent event of a streamed reply. */
export interface ChatCompletionChunk extends Envelope {
  object: 'chat.completion.chunk'
  choices: ChunkChoice[]
  /** With `include_usage`: null until the last chunk, which has no choices. */
  usage?: Usage | null
}

/** One whole reply among the `n`. */
export interface Choice {
  index: number
  message: {
    role: 'assistant'
    /** Null where tools are called. */
    content: string | null
    refusal: null
    tool_calls?: ToolCall[]
  }
  logprobs: Logprobs | null
  finish_reason: FinishReason
}

/** A whole reply. */
export interface ChatCompletion extends Envelope {
  object: 'chat.completion'
  choices: Choice[]
  usage: Usage
}
