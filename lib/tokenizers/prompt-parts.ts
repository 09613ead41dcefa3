import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { parameterOf } from '#lib/parameters/index.ts'
import type { ProviderId } from '#lib/providers/catalogue.ts'
import { contentText } from '#lib/request/messages.ts'
import { withVariables } from '#lib/request/variables.ts'
import { tamePieces } from './long-runs.ts'

/** What is to be counted of one message, or of the tools. */
export interface Stretch {
  /** The texts, each to be split by itself. */
  readonly texts: readonly string[]
  /** Names that are written down with it, such as the role. */
  readonly labels: readonly string[]
  /** Tokens beside texts and labels that mark a role and the like. */
  readonly marks: number
}

/** A request, taken apart for counting its tokens. */
export interface PromptParts {
  /** One for each message, in order. */
  readonly messages: readonly Stretch[]
  readonly tools: Stretch | undefined
  /** Tokens that open the reply. */
  readonly opening: number
  /** Why the sum is an estimate even with the right tokenizer, one sentence; nothing where it is exact. */
  readonly doubt: string | undefined
}

/** The models whose framing OpenAI has documented. */
const documented = /^(?:ft:)?(?:gpt-3\.5-turbo|gpt-4o?)(?:[-:]|$)/

const noDoubt = undefined

/**
 * Takes a request apart for counting. The teaching model's framing is known, so that the sum is what it
 * reports as `usage.prompt_tokens`; OpenAI documents 3 tokens for each message, 1 for a name and 3 for
 * the reply, and nothing about tools. Variables are filled in.
 */
export function promptParts(provider: ProviderId, settings: AnySettings): PromptParts {
  const sent = Array.isArray(settings.messages) ? settings.messages : []
  const messages = withVariables(sent, settings.variables).map(objectOf)
  const tools = Array.isArray(settings.tools) && settings.tools.length > 0 ? settings.tools : []
  return provider === 'teaching'
    ? taughtParts(messages, tools, settings)
    : documentedParts(provider, messages, tools, settings)
}

function taughtParts(
  messages: readonly JsonObject[],
  tools: readonly unknown[],
  { extra_body }: AnySettings,
): PromptParts {
  const last = messages.at(-1)
  // What the assistant has begun to say is gone on with, so it has neither mark nor end.
  const begun = last?.role === 'assistant' && callsOf(last).length === 0 ? last : undefined
  const stretches = messages.map((message) => ({
    texts: tame([contentText(message), ...callsOf(message).map((call) => JSON.stringify(call))]),
    labels: [],
    marks: message === begun ? 0 : 1 + Number(message.role === 'assistant'),
  }))
  const others = Object.keys(objectOf(extra_body)).filter((key) => counted.has(key))
  return {
    messages: stretches,
    tools: tools.length > 0 ? { texts: tame([toolsText(tools)]), labels: [], marks: 1 } : undefined,
    opening: 1,
    doubt: others.length > 0 ? `Additional parameters replace ${others.join(' and ')}.` : noDoubt,
  }
}

/** Keys of a body that change what a prompt amounts to. */
const counted = new Set(['messages', 'tools', 'prefix_token_ids'])

/** As the model reads them: in the order of the keys that the registry's schema gives them. */
function toolsText(tools: readonly unknown[]): string {
  const read = parameterOf('tools').schema.safeParse(tools)
  return JSON.stringify(read.success ? read.data : tools)
}

function documentedParts(
  provider: ProviderId,
  messages: readonly JsonObject[],
  tools: readonly unknown[],
  settings: AnySettings,
): PromptParts {
  return {
    messages: messages.map((message) => ({
      texts: [contentText(message), ...callsOf(message).map((call) => JSON.stringify(call))],
      labels: [message.role, message.name].filter((one) => typeof one === 'string'),
      marks: 3 + Number(typeof message.name === 'string'),
    })),
    tools: tools.length > 0 ? { texts: [JSON.stringify(tools)], labels: [], marks: 0 } : undefined,
    opening: 3,
    doubt: doubtAbout(provider, messages, tools, settings),
  }
}

function doubtAbout(
  provider: ProviderId,
  messages: readonly JsonObject[],
  tools: readonly unknown[],
  { model, response_format, extra_body }: AnySettings,
): string | undefined {
  const hasParts = messages.some(({ content }) => Array.isArray(content) && content.some(isNoText))
  if (hasParts) return 'Images and other parts that are no text are not counted.'
  if (tools.length > 0 || messages.some((one) => one.role === 'tool' || one.tool_calls))
    return 'How the provider writes down tools and their calls is not documented.'
  if (response_format !== undefined) return 'What the provider adds for a format is not documented.'
  if (Object.keys(objectOf(extra_body)).some((key) => counted.has(key)))
    return 'Additional parameters replace part of the request.'
  return provider === 'openai' && documented.test(String(model))
    ? noDoubt
    : 'How this model marks roles is not documented; 3 tokens for each message are assumed.'
}

type JsonObject = Readonly<Record<string, unknown>>

function tame(texts: readonly string[]): string[] {
  return texts.flatMap(tamePieces)
}

/** The calls in a message as a model reads them. */
function callsOf({ role, tool_calls }: JsonObject): { name: string; arguments: string }[] {
  if (role !== 'assistant' || !Array.isArray(tool_calls)) return []
  return tool_calls.map((call: unknown) => {
    const { name, arguments: args } = objectOf(objectOf(call).function)
    return {
      name: typeof name === 'string' ? name : '',
      arguments: typeof args === 'string' ? args : JSON.stringify(args ?? {}),
    }
  })
}

function isNoText(part: unknown): boolean {
  return objectOf(part).type !== 'text'
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
