import { readToolCall } from './read-tool-call.ts'
import type { Failure } from '#lib/result.ts'
import { choiceAt, type Choice, type Reply, type Usage } from './reply.ts'
import { splitTokens } from './split-tokens.ts'
import type { TokenStore } from './token-store.ts'
import { tokenEntries, type LogprobsKey } from './wire-logprobs.ts'
import { errorIn, listOf, numberOf, objectOf, readJson, textOf, type Loose } from './wire.ts'

/** Takes in the JSON text of a body as `readBody` does. Gives the failure that it is or tells of. */
export function readText(reply: Reply, text: string, at: number): Failure | undefined {
  const body = readJson(text)
  if (!body.ok) return body.error
  readBody(reply, body.value, at)
  return errorIn(body.value)
}

/**
 * Takes in one `chat.completion.chunk`, or one whole `chat.completion`: they differ in one key. `at`
 * is in milliseconds since the run began.
 */
export function readBody(reply: Reply, body: Loose, at: number): void {
  readHead(reply, body)
  listOf(body.choices).forEach((value, place) => {
    const wire = objectOf(value)
    readChoice(reply, choiceAt(reply, numberOf(wire.index) ?? place), wire, at)
  })
}

function readChoice(reply: Reply, choice: Choice, wire: Loose, at: number): void {
  const message = objectOf(wire.delta ?? wire.message)
  readMessage(choice, message)
  // In a reply of one piece no token has a time of its own.
  readTokens(choice, wire.logprobs, message, reply.raw.streamed ? at : undefined)
  choice.finishReason = textOf(wire.finish_reason) ?? choice.finishReason
  if (!carriesText(message)) return
  noteFirstToken(reply, choice, at)
  if (reply.raw.streamed) choice.arrivals.push(at)
}

function readTokens(choice: Choice, logprobs: unknown, message: Loose, at?: number): void {
  const append = (store: TokenStore, key: LogprobsKey) => {
    for (const entry of tokenEntries(logprobs, key)) store.append(entry, at)
  }
  const listed = tokenEntries(logprobs, 'content')
  const first = splitTokens(listed, reasoningOf(message), plainText(message.content))
  listed.forEach((entry, index) =>
    (index < first ? choice.reasoningTokens : choice.tokens).append(entry, at),
  )
  append(choice.reasoningTokens, 'reasoning_content')
  append(choice.refusalTokens, 'refusal')
}

function noteFirstToken(reply: Reply, choice: Choice, at: number): void {
  choice.firstTokenAt ??= at
  reply.firstTokenAt ??= at
}

/** Whether a message carries any of a reply's text, in whatever form. */
function carriesText(message: Loose): boolean {
  const { content, refusal, tool_calls } = message
  return Boolean(
    plainText(content) || textOf(refusal) || reasoningOf(message) || listOf(tool_calls).length > 0,
  )
}

/** Two names are in use; servers that send both repeat the text. */
function reasoningOf({ reasoning_content, reasoning }: Loose): string {
  return textOf(reasoning_content) ?? textOf(reasoning) ?? ''
}

function readHead(reply: Reply, body: Loose): void {
  reply.id ??= textOf(body.id)
  reply.created ??= numberOf(body.created)
  reply.model = textOf(body.model) ?? reply.model
  reply.systemFingerprint = textOf(body.system_fingerprint) ?? reply.systemFingerprint
  reply.serviceTier = textOf(body.service_tier) ?? reply.serviceTier
  const usage = objectOf(body.usage)
  if (Object.keys(usage).length > 0) reply.usage = usageOf(usage)
}

function usageOf(raw: Loose): Usage {
  const counts = {
    prompt: numberOf(raw.prompt_tokens),
    completion: numberOf(raw.completion_tokens),
    total: numberOf(raw.total_tokens),
    reasoning: numberOf(objectOf(raw.completion_tokens_details).reasoning_tokens),
    cached: numberOf(objectOf(raw.prompt_tokens_details).cached_tokens),
  }
  const given = Object.entries(counts).filter(([, count]) => count !== undefined)
  return { ...Object.fromEntries(given), raw }
}

function readMessage(choice: Choice, message: Loose): void {
  choice.role = textOf(message.role) ?? choice.role
  choice.content += plainText(message.content)
  choice.refusal += textOf(message.refusal) ?? ''
  choice.reasoning += reasoningOf(message)
  for (const annotation of listOf(message.annotations)) choice.annotations.push(annotation)
  listOf(message.tool_calls).forEach((value, place) => readToolCall(choice, objectOf(value), place))
}

/** Content is a text; a few providers send a list of parts. */
function plainText(content: unknown): string {
  if (typeof content === 'string') return content
  return listOf(content)
    .map((part) => textOf(objectOf(part).text) ?? '')
    .join('')
}
