import { isObject, type FoundRequest } from '../found.ts'
import { sortHeaders } from '../headers.ts'
import { readBody } from '../body-text.ts'
import type { Call, Node } from './node.ts'
import { objectOf, resolve, unread, type Scope } from './resolve.ts'

/** Whether a call could send a request over the web by itself. */
export function isWebCall({ path }: Call): boolean {
  return /(?:^|\.)(?:fetch|post|request|axios)$/.test(path)
}

/** The request of `fetch(url, {…})`, `requests.post(url, json={…})`, `axios.post(url, {…})`; nothing for others. */
export function webCallOf(
  call: Call,
  scope: Scope,
  { notes, refused }: FoundRequest,
): Partial<FoundRequest> | undefined {
  // Its own notes are kept only where it turns out to be a request for a model.
  const own: Scope = { ...scope, notes: [] }
  const [first, second, third] = call.args.map((node) => silently(node, own))
  const named = objectOf(call.named, own, '')
  const url = [first, second, named.url, isObject(first) ? first.url : undefined].find(isAddress)
  const options = [named, second, third, first].filter((one) => isObject(one))
  const isAxios = /axios/.test(call.path) || (call.path.endsWith('.post') && isObject(second))
  const carried = options.map((one) => one.json ?? one.body ?? one.data ?? one.content)
  const body = carried.find((one) => one !== undefined) ?? (isAxios ? second : undefined)
  const values = isObject(body) ? body : readText(body, own.notes)
  if (!values || (typeof url !== 'string' && !('messages' in values))) return undefined
  notes.push(...own.notes.filter((note) => !note.startsWith('headers')))
  const unknown = own.notes.flatMap((note) => /^headers\.([\w-]+)/.exec(note)?.[1] ?? [])
  sortHeaders([...new Set(unknown)], refused)
  for (const { headers } of options) {
    if (isObject(headers)) {
      const names = Object.keys(headers).filter((name) => !unknown.includes(name))
      sortHeaders(names, refused)
    }
  }
  return { values, ...(typeof url === 'string' ? { url } : {}) }
}

function silently(node: Node, scope: Scope): unknown {
  const value = resolve(node, scope, '')
  return value === unread ? undefined : value
}

function readText(body: unknown, notes: string[]): Record<string, unknown> | undefined {
  return typeof body === 'string' ? readBody(body, notes) : undefined
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value)
}
