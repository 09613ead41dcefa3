/** The encodings whose ids can be looked up, by the names that OpenAI's tiktoken gave them. */
export const encodings = [
  'o200k_base',
  'o200k_harmony',
  'cl100k_base',
  'p50k_base',
  'p50k_edit',
  'r50k_base',
  'gpt2',
] as const

/** An encoding: which bytes each token id stands for, and how a text is split into tokens. */
export type Encoding = (typeof encodings)[number]
