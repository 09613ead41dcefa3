import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import { providerIn } from './check.ts'
import { withFilledMessages } from './variables.ts'

/** How a branch goes on: by the provider's own means, or asked for in words. */
export type HowContinued = 'native' | 'simulated'

/** What a branch keeps of the reply that it leaves. */
export interface KeptText {
  text: string
  /** The ids of its tokens, where all of them are known. */
  ids?: readonly number[] | undefined
}

/** What a simulated branch says after the text up to here. */
export const continueWords =
  'Continue your last message from exactly where it stops. Write only what comes next, beginning with the very next character (a space, where one is due). Do not repeat any of it, and put nothing before it.'

/** Most token ids that are sent; what is longer goes as text. */
const mostIds = 16_384

/** How a provider goes on with a text; without a text there is nothing to go on with, only to begin. */
export function howContinued(provider: ProviderId, text: string): HowContinued {
  const continues = providerOf(provider).prefill?.style === 'continues'
  return continues || text === '' ? 'native' : 'simulated'
}

/**
 * The settings of a branch as the person would have set them: those of the run that it leaves, with
 * one choice, and without fallbacks, since another model would not go on with this reply.
 */
export function branchSettings(settings: AnySettings): AnySettings {
  const { fallbacks: _, ...rest } = settings
  return rest.n === undefined ? rest : { ...rest, n: 1 }
}

/** The settings that are sent for a branch: its conversation ends with the text that is kept. */
export function continuingSettings(given: AnySettings, kept: KeptText): AnySettings {
  if (kept.text === '') return given
  // The text that is kept is the model's own, and nothing in it is to be filled in.
  const settings = withFilledMessages(given)
  const provider = providerIn(settings)
  const messages: readonly unknown[] = Array.isArray(settings.messages) ? settings.messages : []
  if (howContinued(provider, kept.text) === 'native') return natively(settings, messages, kept)
  const asked = [
    { role: 'assistant', content: kept.text },
    { role: 'user', content: continueWords },
  ]
  return { ...settings, messages: [...messages, ...asked] }
}

/** The provider's own keys for a last message of the assistant's are added where the body is built. */
function natively(
  settings: AnySettings,
  messages: readonly unknown[],
  { text, ids }: KeptText,
): AnySettings {
  const key = providerOf(providerIn(settings)).prefill?.tokenIds
  const last = messages.at(-1)
  if (isFromAssistant(last)) {
    const next = { ...settings, messages: [...messages.slice(0, -1), longer(last, text)] }
    return key ? withIds(next, key, idsAfter(settings, key, ids)) : next
  }
  const next = { ...settings, messages: [...messages, { role: 'assistant', content: text }] }
  return key ? withIds(next, key, ids) : next
}

/** Ids stand for the whole message, so without those of its beginning there are none of all of it. */
function idsAfter(settings: AnySettings, key: string, ids: KeptText['ids']): KeptText['ids'] {
  const own = Object.entries(objectOf(settings.extra_body)).find(([name]) => name === key)?.[1]
  return Array.isArray(own) && ids ? [...own, ...ids] : undefined
}

function withIds(settings: AnySettings, key: string, ids: KeptText['ids']): AnySettings {
  const { extra_body: extra, ...rest } = settings
  const others = Object.entries(objectOf(extra)).filter(([name]) => name !== key)
  const sent = ids && ids.length <= mostIds ? [[key, ids] as const] : []
  const body = [...others, ...sent]
  return body.length > 0 ? { ...rest, extra_body: Object.fromEntries(body) } : rest
}

/** The conversation itself began the reply, so that message grows. */
function longer(message: object, text: string): object {
  const content = 'content' in message ? message.content : ''
  if (Array.isArray(content)) return { ...message, content: [...content, { type: 'text', text }] }
  return { ...message, content: `${typeof content === 'string' ? content : ''}${text}` }
}

function isFromAssistant(message: unknown): message is object {
  return (
    typeof message === 'object' &&
    message !== null &&
    'role' in message &&
    message.role === 'assistant'
  )
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** What is said before a branch is made: how it goes on, one to two sentences. */
export function branchNotice(provider: ProviderId): string {
  const { title, prefill, route } = providerOf(provider)
  if (route === 'in-process') return `The ${title.toLowerCase()} goes on from the text up to here.`
  if (prefill?.style === 'continues') {
    return `${title} can continue a partial reply: one new request that ends with the text up to here.`
  }
  const why = prefill
    ? `${title} cannot continue a partial reply.`
    : `It is not known that ${title} can continue a partial reply.`
  return `${why} A branch is simulated: one new request, text up to here in the prompt.`
}
