import { isObject } from '../found.ts'
import { callOf, contentOf, imagePart, textPart, type Turn } from './turn.ts'

const kinds = new Set([
  'tool_use',
  'tool_result',
  'image',
  'document',
  'thinking',
  'redacted_thinking',
])

/**
 * Messages in OpenAI’s form, of which some may have Anthropic’s content blocks or OpenAI’s own older
 * names; those that have neither stay as they are. What has no place is told in `notes`.
 */
export function asOpenAiMessages(messages: readonly unknown[], notes: string[]): unknown[] {
  const told = new Set<string>()
  const turns = messages.flatMap((message) => turnsOf(message, told))
  notes.push(...told)
  return withOldCalls(turns, notes)
}

function turnsOf(message: unknown, told: Set<string>): unknown[] {
  if (!isObject(message)) return [message]
  const { content, weight, ...rest } = message
  if (weight !== undefined) {
    told.add('“weight”, which counts in training only, was left out of the messages.')
  }
  const plain = content === undefined ? rest : { ...rest, content }
  if (!Array.isArray(content) || !content.some(isBlock)) return [inOrder(message, plain)]
  told.add('Anthropic’s content blocks became OpenAI’s.')
  const blocks: Turn[] = content.filter(isObject)
  return message.role === 'assistant'
    ? [assistantOf(rest, blocks, told)]
    : [...resultsOf(blocks, told), ...restOf(rest, blocks, told)]
}

/** The keys in the order in which they were. */
function inOrder(message: Turn, plain: Turn): Turn {
  return Object.keys(message).length === Object.keys(plain).length ? message : plain
}

function isBlock(block: unknown): boolean {
  return isObject(block) && kinds.has(String(block.type))
}

function assistantOf(rest: Turn, blocks: readonly Turn[], told: Set<string>): Turn {
  const calls = blocks
    .filter(({ type }) => type === 'tool_use')
    .map(({ id, name, input }) => callOf(String(id), name, input))
  return {
    ...rest,
    content: contentOf(partsOf(blocks, told)),
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  }
}

/** Results of tools are messages of their own, before what is said after them. */
function resultsOf(blocks: readonly Turn[], told: Set<string>): Turn[] {
  return blocks
    .filter(({ type }) => type === 'tool_result')
    .map(({ tool_use_id: id, content }) => {
      const inner = Array.isArray(content) ? partsOf(content.filter(isObject), told) : []
      const parts = inner.filter(({ type }) => type === 'text')
      if (parts.length < inner.length) told.add('Images in results of tools were left out.')
      const text = typeof content === 'string' ? content : (contentOf(parts) ?? '')
      return { role: 'tool', tool_call_id: String(id), content: text }
    })
}

function restOf(rest: Turn, blocks: readonly Turn[], told: Set<string>): Turn[] {
  const parts = partsOf(blocks, told)
  return parts.length > 0 ? [{ ...rest, content: contentOf(parts) }] : []
}

function partsOf(blocks: readonly Turn[], told: Set<string>): Record<string, unknown>[] {
  return blocks.flatMap((block) => {
    const { type, text } = block
    if (type === 'text' && typeof text === 'string') return [textPart(text)]
    if (type === 'tool_use' || type === 'tool_result') return []
    if (type === 'image' || type === 'document') return mediaOf(block, told)
    if (type === 'thinking' || type === 'redacted_thinking') {
      told.add('What the model thought was left out.')
      return []
    }
    return [block]
  })
}

function mediaOf({ type, source, title }: Turn, told: Set<string>): Record<string, unknown>[] {
  const { type: kind, media_type: media, data, url, text } = isObject(source) ? source : {}
  const bytes =
    kind === 'base64' && typeof data === 'string'
      ? `data:${String(media)};base64,${data}`
      : undefined
  if (type === 'image' && typeof url === 'string') return [imagePart(url)]
  if (type === 'image' && bytes !== undefined) return [imagePart(bytes)]
  if (type === 'document' && bytes !== undefined) {
    const filename = typeof title === 'string' ? title : 'document.pdf'
    return [{ type: 'file', file: { filename, file_data: bytes } }]
  }
  const plain = typeof data === 'string' ? data : text
  if (type === 'document' && kind === 'text' && typeof plain === 'string') return [textPart(plain)]
  told.add('A picture or document that is kept elsewhere was left out.')
  return []
}

/** OpenAI’s older calls of one function, and results of a role “function”. */
function withOldCalls(turns: readonly unknown[], notes: string[]): unknown[] {
  let made = 0
  const next = turns.map((turn) => {
    if (!isObject(turn)) return turn
    const { function_call: call, role, ...rest } = turn
    if (isObject(call)) {
      made += 1
      const calls = [callOf(`call_${made}`, call.name, call.arguments)]
      return { role, ...rest, content: rest.content ?? null, tool_calls: calls }
    }
    if (role !== 'function') return turn
    const { name: _, ...said } = rest
    return { role: 'tool', tool_call_id: `call_${Math.max(1, made)}`, ...said }
  })
  if (made > 0) notes.push('“function_call” became tool calls.')
  return next
}
