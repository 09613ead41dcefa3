import { isParameterName } from '#lib/parameters/index.ts'
import { asOpenAiMessages } from './conversation/anthropic.ts'
import { contentOf, textPart } from './conversation/turn.ts'
import { isConversation, isObject } from './found.ts'

/** Names under which clients and logs know an address. */
export const addressKeys = ['api_base', 'base_url', 'azure_endpoint', 'api_base_url']

/** Names of headers beside a body. */
export const headerKeys = ['headers', 'extra_headers', 'default_headers', 'http_headers']

const aliases: Readonly<Record<string, string>> = {
  max_retries: 'num_retries',
  max_output_tokens: 'max_completion_tokens',
  max_tokens_to_sample: 'max_tokens',
  stop_sequences: 'stop',
  random_seed: 'seed',
  repeat_penalty: 'repetition_penalty',
  system_prompt: 'system',
  instructions: 'system',
}

/** The registry's name for a key: snake for camel case, and the names of other APIs and servers. */
export function wireName(key: string): string {
  const snake = key.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
  const name = Object.hasOwn(aliases, snake) ? (aliases[snake] ?? snake) : snake
  const known = isParameterName(name) || [...addressKeys, ...headerKeys, 'system'].includes(name)
  return known ? name : key
}

/** Writes as a chat what other APIs write otherwise; says so in `notes`. */
export function asChat(given: ReadonlyMap<string, unknown>, notes: string[]): Map<string, unknown> {
  const values = new Map(given)
  const [name, prompt] = ['prompt', 'input']
    .map((key) => [key, values.get(key)] as const)
    .find(([, value]) => typeof value === 'string' || isConversation(value)) ?? ['', undefined]
  if (!values.has('messages') && prompt !== undefined) {
    values.delete(name)
    values.set('messages', isConversation(prompt) ? prompt : [{ role: 'user', content: prompt }])
    notes.push(`“${name}” became the conversation.`)
  }
  const system = systemOf(values.get('system'))
  const said = values.get('messages')
  if (!Array.isArray(said)) return values
  const messages = asOpenAiMessages(said, notes)
  values.set('messages', messages)
  if (system !== undefined) {
    values.delete('system')
    values.set('messages', [{ role: 'system', content: system }, ...messages])
    notes.push('The system prompt became the first message.')
  }
  return values
}

/** A system prompt, which Anthropic also takes as blocks of text. */
function systemOf(system: unknown): unknown {
  if (typeof system === 'string') return system
  const blocks: unknown[] = Array.isArray(system) ? system : []
  const parts = blocks.flatMap((one) =>
    isObject(one) && typeof one.text === 'string' ? [textPart(one.text)] : [],
  )
  return parts.length > 0 && parts.length === blocks.length ? contentOf(parts) : undefined
}

/** A value in the form that the registry wants, where another form is usual too. */
export function inRegistryForm(name: string, value: unknown): [string, unknown][] {
  if (name === 'stop' && typeof value === 'string') return [[name, [value]]]
  if (name === 'logprobs' && typeof value === 'number') {
    return [[name, value > 0], ...(value > 0 ? [['top_logprobs', value] as [string, unknown]] : [])]
  }
  return [[name, value]]
}
