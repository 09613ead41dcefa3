import { isParameterName, type Settings } from '#lib/parameters/index.ts'
import { readDocument } from '#lib/preset/document.ts'
import type { Refusal } from '#lib/preset/preset.ts'
import { providerIds, providerOf, providers, type ProviderId } from '#lib/providers/catalogue.ts'
import { providerForModel, splitModelId } from '#lib/providers/model-ids.ts'
import { findForbiddenInMessages, findForbiddenKeys } from '#lib/request/forbidden-keys.ts'
import { placeOf, refusedOf } from './address.ts'
import { isObject, keyReason, type FoundRequest } from './found.ts'
import { sortHeaders } from './headers.ts'
import { addressKeys, asChat, headerKeys, inRegistryForm, wireName } from './keys.ts'

/** What a found request amounts to: settings that the registry accepts, and what became of the rest. */
export interface Settled {
  settings: Settings
  refused: Refusal[]
  notes: string[]
}

/** Sorts a found request into settings, additional parameters and what is refused. */
export function settle(found: FoundRequest): Settled {
  const settled = sorted(found)
  const told = new Map(settled.refused.map((one) => [`${one.name} ${one.reason}`, one]))
  return { ...settled, refused: [...told.values()] }
}

function sorted(found: FoundRequest): Settled {
  const refused = [...found.refused]
  const notes = [...found.notes]
  const named = new Map<string, unknown>()
  for (const [key, value] of [...Object.entries(found.beside ?? {}), ...flat(found.values)]) {
    const name = wireName(key)
    // What is null is as good as not set; what is not known here may mean something by it.
    if (value != null || (!found.isLog && name === key && !isParameterName(name))) {
      named.set(name, value)
    }
  }
  const values = asChat(named, notes)
  const settings = new Map<string, unknown>()
  const extra = new Map<string, unknown>()
  for (const [name, value] of values) {
    const reason = reasonAgainst(name, value)
    if (headerKeys.includes(name)) sortHeaders(isObject(value) ? Object.keys(value) : [], refused)
    else if (reason) refused.push({ name: name.slice(0, 80), reason })
    else if (isParameterName(name) && !isForeign(name, value)) {
      for (const [key, one] of inRegistryForm(name, value)) settings.set(key, one)
    } else if (!beside.has(name)) extra.set(name, value)
  }
  if (extra.size > 0) {
    settings.set('extra_body', Object.fromEntries(extra))
    notes.push(`${listed([...extra.keys()])} went to Additional parameters.`)
  }
  route(found, values, settings, notes)
  refused.push(...refusedOf(addressOf(found, values)))
  return checked(Object.fromEntries(settings), refused, notes)
}

/** Keys that decide where a request goes, and are read apart. */
const beside = new Set([...addressKeys, 'custom_llm_provider'])

/** How deep `extra_body` is looked for in itself: a proxy takes one in the body, a client one for it. */
const mostExtras = 3

/** All keys of a body; those of `extra_body` come last, as they are merged. */
function flat(values: FoundRequest['values'], level = 0): [string, unknown][] {
  const entries = Object.entries(values)
  const isExtra = (key: string) => key === 'extra_body' || key === 'extraBody'
  const extras = entries.filter(([key]) => isExtra(key)).map(([, value]) => value)
  return [
    ...entries.filter(([key]) => !isExtra(key)),
    ...extras.flatMap((one) => (isObject(one) && level < mostExtras ? flat(one, level + 1) : [])),
  ]
}

/** OpenRouter has a parameter of this name that is no provider of ours. */
function isForeign(name: string, value: unknown): boolean {
  return name === 'provider' && !providerIds.some((id) => id === value)
}

function reasonAgainst(name: string, value: unknown): string | undefined {
  if (beside.has(name) || name === 'api_version' || headerKeys.includes(name)) return undefined
  const find = name === 'messages' ? findForbiddenInMessages : findForbiddenKeys
  const [first] = find({ [name]: value })
  if (!first) return undefined
  if (first.reason === 'credential') return keyReason
  return first.reason === 'address'
    ? `“${first.key.slice(0, 60)}” would change where something goes.`
    : `“${first.key.slice(0, 60)}” cannot be used as a key.`
}

function listed(names: string[]): string {
  const shown = names.slice(0, 8).map((name) => `“${name.slice(0, 60)}”`)
  return names.length > 8 ? `${shown.join(', ')} and ${names.length - 8} more` : shown.join(', ')
}

/** Sets provider, model, address and version by everything that tells of them. */
function route(
  found: FoundRequest,
  values: ReadonlyMap<string, unknown>,
  settings: Map<string, unknown>,
  notes: string[],
): void {
  const address = addressOf(found, values)
  const place = address === undefined ? undefined : placeOf(address, found.apiVersion)
  if (address !== undefined && !place) notes.push('The address cannot be read, and is left out.')
  if (place && !place.isChat)
    notes.push('The address is that of another API than chat completions.')
  settings.delete('api_base')
  const hint = idOf(found.provider ?? values.get('custom_llm_provider'))
  const isOpen = place?.provider === 'openai_compatible'
  const provider = isOpen && hint && hint !== 'openai' ? hint : (place?.provider ?? hint)
  const model = settings.get('model') ?? place?.model
  const only = providers.find(({ onlyModel }) => onlyModel !== undefined && onlyModel === model)
  const split = typeof model === 'string' && !only ? splitBy(model, provider, found) : undefined
  const chosen = only?.id ?? split?.provider ?? provider
  if (chosen) settings.set('provider', chosen)
  if (split ?? model) settings.set('model', split?.model ?? model)
  if (only) return
  const base = hint === 'azure' && chosen === hint ? originOf(address) : place?.apiBase
  if (base !== undefined) settings.set('api_base', base)
  const version = place?.apiVersion ?? found.apiVersion ?? settings.get('api_version')
  if (version !== undefined) settings.set('api_version', version)
}

function addressOf(
  { url, apiBase }: FoundRequest,
  values: ReadonlyMap<string, unknown>,
): string | undefined {
  return url ?? apiBase ?? addressKeys.map((key) => values.get(key)).find(isText)
}

/** A client for Azure adds the whole path itself. */
function originOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined
}

function splitBy(model: string, provider: ProviderId | undefined, { prefixed }: FoundRequest) {
  if (provider === 'openai_compatible' && prefixed) return atOpenServer(model)
  if (provider) return providerForModel(model, provider)
  return prefixed ? (splitModelId(model) ?? openAiModel(model)) : undefined
}

/** At another address `openai/…` says only how the server speaks. */
function atOpenServer(model: string) {
  const named = splitModelId(model)
  return named?.provider === 'openai' ? { ...named, provider: 'openai_compatible' as const } : named
}

/** LiteLLM calls OpenAI for the names of OpenAI's models. */
function openAiModel(model: string) {
  return /^(?:gpt-|o[134]\b|chatgpt-)/.test(model)
    ? { provider: 'openai' as const, model }
    : undefined
}

function idOf(name: unknown): ProviderId | undefined {
  if (typeof name !== 'string') return undefined
  const id = providerIds.find((one) => one === name) ?? splitModelId(`${name}/model`)?.provider
  return id && providerOf(id).id
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Keeps what the registry accepts at the provider, and names the rest with the registry's words. */
function checked(given: Record<string, unknown>, refused: Refusal[], notes: string[]): Settled {
  const read = readDocument({ settings: given })
  if (!read.ok)
    return { settings: {}, refused, notes: [...notes, `It cannot be used. ${read.error}`] }
  for (const one of read.value.refused) {
    if (!refused.some(({ name }) => name === one.name)) refused.push(one)
  }
  return { settings: read.value.preset.settings, refused, notes }
}
