import type { ParameterName } from '#lib/parameters/index.ts'

/**
 * A list of supported parameters says something only about the parameters that it could name. These
 * are the ones that LiteLLM checks against a group's `supported_openai_params`; others pass through it
 * unchecked, so their absence means nothing.
 */
export const litellmVocabulary: readonly ParameterName[] = [
  'temperature',
  'top_p',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'seed',
  'n',
  'stop',
  'max_tokens',
  'max_completion_tokens',
  'logprobs',
  'top_logprobs',
  'response_format',
  'reasoning_effort',
  'prediction',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
]

/** The parameters that OpenRouter's `supported_parameters` can name. */
export const openRouterVocabulary: readonly ParameterName[] = [
  'temperature',
  'top_p',
  'top_k',
  'min_p',
  'frequency_penalty',
  'presence_penalty',
  'repetition_penalty',
  'logit_bias',
  'seed',
  'stop',
  'max_tokens',
  'max_completion_tokens',
  'logprobs',
  'top_logprobs',
  'response_format',
  'reasoning_effort',
  'tools',
  'tool_choice',
]

/** The parameters that need a model which can call functions. */
export const toolVocabulary: readonly ParameterName[] = [
  'tools',
  'tool_choice',
  'parallel_tool_calls',
]

/** Other words in such lists that stand for a parameter of ours. */
const stands: Partial<Record<ParameterName, readonly string[]>> = {
  max_tokens: ['max_completion_tokens'],
  max_completion_tokens: ['max_tokens'],
  response_format: ['structured_outputs'],
  reasoning_effort: ['reasoning', 'include_reasoning', 'thinking'],
}

/** The parameters of a vocabulary that a list leaves out; nothing where the list is empty. */
export function unlistedIn(
  listed: readonly string[],
  vocabulary: readonly ParameterName[],
): ParameterName[] | undefined {
  if (listed.length === 0) return undefined
  const words = new Set(listed)
  return vocabulary.filter(
    (name) => !words.has(name) && !stands[name]?.some((word) => words.has(word)),
  )
}
