import { parseTolerantJson } from '#lib/json/index.ts'
import { isParameterName } from '#lib/parameters/index.ts'
import { readLiteral } from './code/read-literal.ts'
import { isConversation, isObject, nothingFound, type FoundRequest } from './found.ts'
import { sortHeaders } from './headers.ts'
import { importLimits } from './limits.ts'

/** A request found in data, and whether it stood there as it is sent or in a log around it. */
export interface FoundInData extends FoundRequest {
  isLog: boolean
}

/** Something inside an entry of a log. */
interface Place {
  value: unknown
  key: string
  holder?: Place
}

/** Looks for a request in a value: a body itself, or an entry of a log that has one somewhere. */
export function readData(root: unknown): FoundInData | undefined {
  if (isConversation(root)) return { ...nothingFound(), values: { messages: root }, isLog: false }
  if (isObject(root) && isBody(root) && !isEntry(root)) {
    return { ...nothingFound(), values: root, isLog: false }
  }
  const places = placesIn(root)
  const bodies = places.filter(({ value }) => isObject(value) && isBody(value))
  const best = bodies.toSorted((a, b) => rank(a) - rank(b))[0]
  if (best) return fromPlace(best)
  const reply = places.find(({ value }) => isReply(value))
  if (reply && isObject(reply.value)) return ofReply(reply.value)
  const alone = isObject(root) && Object.keys(root).some((key) => isParameterName(key))
  return alone ? { ...nothingFound(), values: root, isLog: false } : undefined
}

/** Keys under which logs keep the body as it was sent, the most telling first. */
const bodyKeys = [
  'body',
  'request_body',
  'proxy_server_request',
  'json_data',
  'complete_input_dict',
  'text',
  'request',
]

function rank({ key }: Place): number {
  const found = bodyKeys.indexOf(key)
  return found < 0 ? bodyKeys.length : found
}

function isBody(value: Record<string, unknown>): boolean {
  const { messages } = value
  if (!Array.isArray(messages)) return false
  return messages.some((one) => isObject(one) && 'role' in one)
}

const parameterKeys = [
  'model_parameters',
  'optional_params',
  'invocation_params',
  'modelParameters',
]
const entryKeys = [
  ...parameterKeys,
  'call_type',
  'proxy_server_request',
  'response',
  'litellm_params',
]

/** Whether an object is an entry of a log rather than a body. */
function isEntry(value: Record<string, unknown>): boolean {
  return entryKeys.some((key) => Object.hasOwn(value, key))
}

function isReply(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value.choices)) return false
  return value.choices.some(
    (one) => isObject(one) && ('message' in one || 'text' in one || 'delta' in one),
  )
}

/** Everything inside a value, the outermost first; JSON that stands in texts is opened. */
function placesIn(root: unknown): Place[] {
  const places: Place[] = [{ value: root, key: '' }]
  for (let at = 0; at < places.length && places.length < importLimits.places; at += 1) {
    const holder = places[at]
    if (!holder) break
    holder.value = opened(holder.value)
    const { value } = holder
    if (typeof value !== 'object' || value === null) continue
    const inner = isObject(value) ? withOpenMessages(value) : value
    holder.value = inner
    for (const [key, one] of Object.entries(inner).slice(0, 500))
      places.push({ value: one, key, holder })
  }
  return places
}

/** Logs keep the conversation as a text at times. */
function withOpenMessages(value: Record<string, unknown>): Record<string, unknown> {
  if (typeof value.messages !== 'string') return value
  return { ...value, messages: opened(value.messages) }
}

function opened(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const start = value.search(/[{[]/)
  if (start < 0 || !/["'](?:messages|role|model)\\?["']/.test(value)) return value
  const text = value.slice(start)
  const { value: read } = parseTolerantJson(text)
  if (read !== undefined) return read
  return /^[{[]\s*(?:\{\s*)?'/.test(text) ? (readLiteral(text, []) ?? value) : value
}

function fromPlace(place: Place): FoundInData {
  const found: FoundInData = { ...nothingFound(), isLog: !isBatchLine(place) }
  const value = isObject(place.value) ? place.value : {}
  const isLogged = isEntry(value)
  const values = isLogged ? loggedValues(value) : value
  const holders = holdersOf(place)
  const text = (...keys: string[]) =>
    holders.flatMap((one) => keys.map((key) => one[key])).find((one) => typeof one === 'string')
  const url = text('url')
  const base = text('api_base')
  const provider = text('custom_llm_provider')
  for (const { headers } of holders) sortHeaders(headerNames(headers), found.refused)
  if (isLogged) found.notes.push('Of the log entry the request was taken, nothing else.')
  return {
    ...found,
    values,
    ...(typeof url === 'string' && url.includes('://') ? { url } : {}),
    ...(typeof base === 'string' && base !== '' ? { apiBase: base } : {}),
    ...(typeof provider === 'string' && provider !== '' ? { provider } : {}),
  }
}

/** A line of a batch file is what is sent, not what was logged. */
function isBatchLine({ holder }: Place): boolean {
  return isObject(holder?.value) && Object.hasOwn(holder.value, 'custom_id')
}

function loggedValues(entry: Record<string, unknown>): Record<string, unknown> {
  const parameters = parameterKeys.map((key) => entry[key]).find(isObject) ?? {}
  const own = Object.entries(entry).filter(
    ([key]) => isParameterName(key) && !['metadata', 'user', 'provider'].includes(key),
  )
  return { ...Object.fromEntries(own), ...parameters }
}

/** The objects around a place, the nearest first, itself included. */
function holdersOf(place: Place): Record<string, unknown>[] {
  const holders: Record<string, unknown>[] = []
  for (let at: Place | undefined = place; at; at = at.holder) {
    if (isObject(at.value)) holders.push(at.value)
  }
  return holders
}

/** Names of headers, from an object or from a list as in a HAR file. */
function headerNames(headers: unknown): string[] {
  if (isObject(headers)) return Object.keys(headers)
  if (!Array.isArray(headers)) return []
  return headers.flatMap((one) => (isObject(one) && typeof one.name === 'string' ? [one.name] : []))
}

function ofReply({ model }: Record<string, unknown>): FoundInData {
  return {
    ...nothingFound(),
    notes: ['This is a reply, not a request: only the name of the model was taken.'],
    values: typeof model === 'string' ? { model } : {},
    isLog: true,
  }
}
