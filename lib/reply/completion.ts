import type { Choice, Reply } from './reply.ts'
import type { Alternative, TokenStore } from './token-store.ts'

/** A token with its alternatives in OpenAI's form; `id` where the server told it, as llama.cpp does. */
export interface WireToken {
  token: string
  logprob: number | string | null
  bytes?: number[]
  id?: number
  top_logprobs?: WireToken[]
}

/** One choice in OpenAI's form. */
export interface WireChoice {
  index: number
  message: Record<string, unknown>
  logprobs: { content?: WireToken[]; refusal?: WireToken[]; reasoning_content?: WireToken[] } | null
  finish_reason: string | null
}

/** A whole reply in OpenAI's form. */
export interface Completion {
  object: 'chat.completion'
  id?: string
  created?: number
  model?: string
  system_fingerprint?: string
  service_tier?: string
  choices: WireChoice[]
  usage?: Readonly<Record<string, unknown>>
}

/**
 * A reply as one `chat.completion`, however it came: reading its JSON gives the same choices, tokens and
 * log probabilities again. What was kept from an earlier reply is part of its text.
 */
export function completionOf(reply: Reply): Completion {
  const { id, created, model, systemFingerprint, serviceTier, usage } = reply
  return {
    object: 'chat.completion',
    ...(id === undefined ? {} : { id }),
    ...(created === undefined ? {} : { created }),
    ...(model === undefined ? {} : { model }),
    ...(systemFingerprint === undefined ? {} : { system_fingerprint: systemFingerprint }),
    ...(serviceTier === undefined ? {} : { service_tier: serviceTier }),
    choices: reply.choices.map(wireChoice),
    ...(usage ? { usage: usage.raw } : {}),
  }
}

function wireChoice(choice: Choice): WireChoice {
  const { index, role, content, refusal, reasoning, toolCalls, annotations, finishReason } = choice
  return {
    index,
    message: {
      role,
      content: content === '' && toolCalls.length > 0 ? null : content,
      ...(refusal === '' ? {} : { refusal }),
      ...(reasoning === '' ? {} : { reasoning_content: reasoning }),
      ...(toolCalls.length > 0 ? { tool_calls: toolCalls.map(wireCall) } : {}),
      ...(annotations.length > 0 ? { annotations } : {}),
    },
    logprobs: wireLogprobs(choice),
    finish_reason: finishReason ?? null,
  }
}

function wireCall({ index, id, type, name, arguments: text }: Choice['toolCalls'][number]) {
  return type === 'custom'
    ? { index, id, type, custom: { name, input: text } }
    : { index, id, type, function: { name, arguments: text } }
}

function wireLogprobs({ tokens, refusalTokens, reasoningTokens }: Choice): WireChoice['logprobs'] {
  if (tokens.length + refusalTokens.length + reasoningTokens.length === 0) return null
  return {
    content: wireTokens(tokens),
    ...(refusalTokens.length > 0 ? { refusal: wireTokens(refusalTokens) } : {}),
    ...(reasoningTokens.length > 0 ? { reasoning_content: wireTokens(reasoningTokens) } : {}),
  }
}

function wireTokens(store: TokenStore): WireToken[] {
  return Array.from({ length: store.length }, (_, at) => store.token(at)).flatMap((entry) =>
    entry ? [{ ...wireToken(entry), top_logprobs: entry.alternatives.map(wireToken) }] : [],
  )
}

/** JSON has no infinite numbers; they are written as text, as some servers do. */
function wireToken({ token, logprob, bytes, id }: Alternative): WireToken {
  const isWritable = logprob === null || Number.isFinite(logprob)
  return {
    token,
    logprob: isWritable ? logprob : String(logprob),
    ...(bytes ? { bytes } : {}),
    ...(id === undefined ? {} : { id }),
  }
}
