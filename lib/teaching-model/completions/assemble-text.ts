import type { TextChoice, TextCompletion, TextLogprobs } from './text-wire.ts'

/**
 * The whole reply that the chunks of one run make up, its choices by index. The run must be complete
 * and have usage on, as every request without `stream` has.
 */
export function assembleText(chunks: Iterable<TextCompletion>): TextCompletion {
  const choices = new Map<number, TextChoice>()
  let last: TextCompletion | undefined
  for (const chunk of chunks) {
    last = chunk
    for (const news of chunk.choices) {
      const { index } = news
      const choice = choices.get(index) ?? { index, text: '', logprobs: null, finish_reason: null }
      choices.set(index, choice)
      add(choice, news)
    }
  }
  if (!last?.usage) throw new Error('The chunks end without usage, so the run is not complete.')
  return { ...last, choices: [...choices.values()].toSorted((a, b) => a.index - b.index) }
}

function add(choice: TextChoice, { text, logprobs, finish_reason }: TextChoice): void {
  choice.text += text
  choice.finish_reason = finish_reason ?? choice.finish_reason
  if (!logprobs) return
  choice.logprobs ??= noLogprobs()
  choice.logprobs.tokens.push(...logprobs.tokens)
  choice.logprobs.token_logprobs.push(...logprobs.token_logprobs)
  choice.logprobs.top_logprobs.push(...logprobs.top_logprobs)
  choice.logprobs.text_offset.push(...logprobs.text_offset)
  choice.logprobs.token_ids.push(...logprobs.token_ids)
}

function noLogprobs(): TextLogprobs {
  return { tokens: [], token_logprobs: [], top_logprobs: [], text_offset: [], token_ids: [] }
}
