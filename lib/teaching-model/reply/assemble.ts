import type {
  ChatCompletion,
  ChatCompletionChunk,
  Choice,
  ToolCallDelta,
  Usage,
} from '../wire/wire.ts'

/**
 * The whole reply that the chunks of one run make up, its choices by index. The run must be complete
 * and have `include_usage` on, as every request without `stream` has.
 */
export function assemble(chunks: Iterable<ChatCompletionChunk>): ChatCompletion {
  const choices = new Map<number, Choice>()
  let last: ChatCompletionChunk | undefined
  for (const chunk of chunks) {
    last = chunk
    addChunk(choices, chunk)
  }
  if (!last?.usage) throw new Error('The chunks end without usage, so the run is not complete.')
  return wholeReply(last, choices, last.usage)
}

function wholeReply(
  { id, created, model, system_fingerprint }: ChatCompletionChunk,
  choices: ReadonlyMap<number, Choice>,
  usage: Usage,
): ChatCompletion {
  return {
    id,
    object: 'chat.completion',
    created,
    model,
    choices: [...choices.values()].toSorted((a, b) => a.index - b.index),
    usage,
    system_fingerprint,
  }
}

function addChunk(choices: Map<number, Choice>, chunk: ChatCompletionChunk): void {
  for (const { index, delta, logprobs, finish_reason } of chunk.choices) {
    const choice = choices.get(index) ?? emptyChoice(index)
    choices.set(index, choice)
    if (delta.content != null)
      choice.message.content = (choice.message.content ?? '') + delta.content
    for (const call of delta.tool_calls ?? []) addCall(choice, call)
    if (logprobs) {
      choice.logprobs ??= { content: null, refusal: null }
      if (logprobs.content) (choice.logprobs.content ??= []).push(...logprobs.content)
    }
    choice.finish_reason = finish_reason ?? choice.finish_reason
  }
}

function addCall({ message }: Choice, { index, id, function: piece }: ToolCallDelta): void {
  const calls = (message.tool_calls ??= [])
  const call = (calls[index] ??= {
    id: id ?? '',
    type: 'function',
    function: { name: piece.name ?? '', arguments: '' },
  })
  call.function.arguments += piece.arguments
}

function emptyChoice(index: number): Choice {
  return {
    index,
    message: { role: 'assistant', content: null, refusal: null },
    logprobs: null,
    finish_reason: 'stop',
  }
}
