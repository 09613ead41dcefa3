import type { Prefill, Provider } from '#lib/providers/provider.ts'

type Body = Readonly<Record<string, unknown>>

/** A body as a provider's row wants it: its names, its way to ask for logprobs, its prefill keys. */
export function inProviderForm(provider: Provider, body: Body): Record<string, unknown> {
  const asked = provider.logprobsRequest === 'integer' ? withIntegerLogprobs(body) : body
  return renamed(provider.rename, withPrefill(provider.prefill, asked))
}

/**
 * `logprobs: true` with `top_logprobs: 5` as the older `logprobs: 5`. At least 1 where they are asked
 * for, since 0 would turn them off; `logprobs: false` is 0.
 */
function withIntegerLogprobs(body: Body): Body {
  if (typeof body.logprobs !== 'boolean') return body
  const { top_logprobs: top, ...rest } = body
  const count = typeof top === 'number' ? Math.max(1, top) : 1
  return { ...rest, logprobs: body.logprobs ? count : 0 }
}

/** With the keys that make a provider go on with the assistant's own words, where they come last. */
function withPrefill(prefill: Prefill | undefined, body: Body): Body {
  if (prefill?.style !== 'continues' || !Array.isArray(body.messages)) return body
  const messages: readonly unknown[] = body.messages
  const last = messages.at(-1)
  if (!isFromAssistant(last)) return body
  const marked = prefill.message
    ? { messages: [...messages.slice(0, -1), { ...prefill.message, ...last }] }
    : {}
  return { ...body, ...marked, ...prefill.body }
}

/** A call of tools is not prose to go on with. */
function isFromAssistant(message: unknown): message is Record<string, unknown> {
  if (typeof message !== 'object' || message === null || !('role' in message)) return false
  return message.role === 'assistant' && !('tool_calls' in message)
}

function renamed(names: Readonly<Record<string, string>>, body: Body): Record<string, unknown> {
  const nameOf = (name: string) => (Object.hasOwn(names, name) ? names[name] : undefined) ?? name
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [nameOf(name), value]))
}
