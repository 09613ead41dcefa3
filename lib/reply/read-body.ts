import { choiceAt, type Choice, type Reply, type Usage } from './reply.ts'
import { listOf, numberOf, objectOf, textOf, tokenEntries, type Loose } from './wire.ts'

/** Takes in one `chat.completion.chunk`, or one whole `chat.completion`: they differ in one key. */
export function readBody(reply: Reply, body: Loose): void {
  readHead(reply, body)
  for (const value of listOf(body.choices)) {
    const wire = objectOf(value)
    const choice = choiceAt(reply, numberOf(wire.index) ?? 0)
    readMessage(choice, objectOf(wire.delta ?? wire.message))
    for (const entry of tokenEntries(wire.logprobs, 'content')) choice.tokens.append(entry)
    for (const entry of tokenEntries(wire.logprobs, 'refusal')) choice.refusalTokens.append(entry)
    choice.finishReason = textOf(wire.finish_reason) ?? choice.finishReason
  }
}

/** Whether a body carries any of a reply's text, in whatever form. */
export function carriesText(body: Loose): boolean {
  return listOf(body.choices).some((value) => {
    const wire = objectOf(value)
    const { content, refusal, tool_calls, reasoning_content, reasoning } = objectOf(
      wire.delta ?? wire.message,
    )
    return Boolean(
      content || refusal || reasoning_content || reasoning || listOf(tool_calls).length > 0,
    )
  })
}

function readHead(reply: Reply, body: Loose): void {
  reply.id ??= textOf(body.id)
  reply.created ??= numberOf(body.created)
  reply.model = textOf(body.model) ?? reply.model
  reply.systemFingerprint = textOf(body.system_fingerprint) ?? reply.systemFingerprint
  reply.serviceTier = textOf(body.service_tier) ?? reply.serviceTier
  if (typeof body.usage === 'object' && body.usage !== null)
    reply.usage = usageOf(objectOf(body.usage))
}

function usageOf(usage: Loose): Usage {
  const reasoning = numberOf(objectOf(usage.completion_tokens_details).reasoning_tokens)
  const counts = {
    prompt: numberOf(usage.prompt_tokens),
    completion: numberOf(usage.completion_tokens),
    total: numberOf(usage.total_tokens),
    reasoning,
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined))
}

function readMessage(choice: Choice, message: Loose): void {
  choice.role = textOf(message.role) ?? choice.role
  choice.content += plainText(message.content)
  choice.refusal += textOf(message.refusal) ?? ''
  choice.reasoning += textOf(message.reasoning_content) ?? textOf(message.reasoning) ?? ''
  listOf(message.tool_calls).forEach((value, place) => readToolCall(choice, objectOf(value), place))
}

/** Content is a text; a few providers send a list of parts. */
function plainText(content: unknown): string {
  if (typeof content === 'string') return content
  return listOf(content)
    .map((part) => textOf(objectOf(part).text) ?? '')
    .join('')
}

function readToolCall(choice: Choice, wire: Loose, place: number): void {
  const index = numberOf(wire.index) ?? place
  const detail = objectOf(wire.function ?? wire.custom)
  let call = choice.toolCalls.find((one) => one.index === index)
  if (!call) {
    call = { index, id: '', type: 'function', name: '', arguments: '' }
    choice.toolCalls.push(call)
  }
  call.id ||= textOf(wire.id) ?? ''
  call.type = textOf(wire.type) ?? call.type
  call.name += textOf(detail.name) ?? ''
  call.arguments += textOf(detail.arguments) ?? textOf(detail.input) ?? ''
}
