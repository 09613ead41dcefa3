import { keyReason, isObject, nothingFound, type FoundRequest } from '../found.ts'
import { isCredentialName, wordsOf } from '#lib/request/forbidden-names.ts'
import { isParameterName } from '#lib/parameters/index.ts'
import { clientOf } from './client.ts'
import { isWebCall, webCallOf } from './web-call.ts'
import type { Call, Node, Program } from './node.ts'
import { parseEntries, parseLiteral, parseProgram } from './parse.ts'
import { objectOf, resolve, scopeOf, unread, type Scope } from './resolve.ts'
import type { Language } from './token.ts'

/** Reads a program, keyword arguments or an object literal for the request that it makes. */
export function readCode(text: string, language: Language): FoundRequest {
  const program = parseProgram(text, language)
  const found = nothingFound()
  const scope = scopeOf(program, found.notes)
  if (!program.whole) found.notes.push('The text is very long; its end was not read.')
  for (const name of assignedKeys(program)) found.refused.push({ name, reason: keyReason })
  const calls = program.calls.filter(({ path }) => kindOf(path) !== undefined)
  const call = calls[0]
  if (calls.length > 1)
    found.notes.push(`The text has ${calls.length} requests; the first was read.`)
  if (call) return { ...found, ...fromCall(call, scope, found) }
  const web = program.calls
    .filter(isWebCall)
    .slice(0, mostWebCalls)
    .map((one) => webCallOf(one, scope, found))
    .find(Boolean)
  if (web) return { ...found, ...web }
  const values = bare(text, language, scope)
  return { ...found, ...clientOf(program, scope), values }
}

/** So many calls of `fetch` and the like are looked at. */
const mostWebCalls = 20

const clients =
  /(?:^|\.)(?:chat\.)?completions\.(?:create|stream|parse|with_raw_response\.create|with_streaming_response\.create)$/
const older = /(?:^|\.)ChatCompletion\.a?create$/
const litellm = /(?:^|\.)a?completion(?:_with_retries)?$/
const others = /(?:^|\.)(?:responses|messages)\.(?:create|stream|parse)$/

function kindOf(path: string): 'client' | 'litellm' | 'other' | undefined {
  if (clients.test(path) || older.test(path)) return 'client'
  if (litellm.test(path)) return 'litellm'
  return others.test(path) ? 'other' : undefined
}

function fromCall(call: Call, scope: Scope, { notes }: FoundRequest): Partial<FoundRequest> {
  const kind = kindOf(call.path)
  const [first, second] = call.args
  const values = { ...argumentsOf(first, scope), ...objectOf(call.named, scope, '') }
  if (kind === 'litellm' && first && !('model' in values)) {
    const positional = {
      model: resolve(first, scope, 'model'),
      messages: messagesOf(second, scope),
    }
    for (const [name, value] of Object.entries(positional)) {
      if (value !== unread && value !== undefined) Object.assign(values, { [name]: value })
    }
  }
  if (kind === 'other') {
    notes.push('This is a call of another API than chat completions; what both know was taken.')
  }
  const client = kind === 'litellm' ? { prefixed: true } : clientOf(scope.program, scope)
  const provider = call.path.endsWith('messages.create') ? { provider: 'anthropic' } : {}
  return { ...client, ...provider, values }
}

function argumentsOf(node: Node | undefined, scope: Scope): Record<string, unknown> {
  const value = node ? resolve(node, scope, '') : unread
  return isObject(value) ? value : {}
}

function messagesOf(node: Node | undefined, scope: Scope): unknown {
  return node && resolve(node, scope, 'messages')
}

/** Variables that were given a key in the text, and arguments by which clients get one. */
function assignedKeys({ assigned, calls }: Program): string[] {
  const names = [...assigned].flatMap(([path, { kind }]) => (kind === 'value' ? [path] : []))
  const args = calls
    .filter(({ path }) => kindOf(path) === undefined)
    .flatMap(({ named, args: all }) => [
      ...named,
      ...all.flatMap((one) => (one.kind === 'object' ? one.entries : [])),
    ])
    .flatMap(({ key }) => (key === undefined ? [] : [key]))
  const keys = [...names, ...args].filter((name) => isKeyName(name))
  return [...new Set(keys.map((name) => name.slice(0, 80)))].slice(0, 20)
}

function isKeyName(path: string): boolean {
  const name = path.split('.').at(-1) ?? path
  return !/headers$/i.test(name) && isCredentialName(wordsOf(name), '')
}

/** Arguments without a call around them, or an object literal alone. */
function bare(text: string, language: Language, scope: Scope): Record<string, unknown> {
  const start = text.trimStart()
  if (start.startsWith('{')) return argumentsOf(parseLiteral(start, language), scope)
  if (
    /^(?:[\w$]{1,60}|"[^"\n]{1,60}"|'[^'\n]{1,60}')\s{0,9}:(?!:)/.test(start) &&
    language === 'typescript'
  ) {
    return argumentsOf(parseEntries(start, language), scope)
  }
  const values = new Map<string, unknown>()
  for (const [path, node] of scope.program.assigned) {
    const named = isArgument(path)
    const value = named ? resolve(node, scope, path) : unread
    if (value !== unread) values.set(path, value)
    else if (named) scope.notes.push(`${path} cannot be read and is left out.`)
  }
  const alone = values.size === 0 ? requestIn(scope) : undefined
  return alone ?? Object.fromEntries(values)
}

function isArgument(path: string): boolean {
  return isParameterName(path) || ['base_url', 'baseURL', 'max_retries', 'api_key'].includes(path)
}

/** A variable that holds a whole request: `payload = {…}`. */
function requestIn(scope: Scope): Record<string, unknown> | undefined {
  for (const node of scope.program.assigned.values()) {
    if (node.kind !== 'object' || !node.entries.some(({ key }) => key === 'messages')) continue
    return objectOf(node.entries, scope, '')
  }
  return undefined
}
