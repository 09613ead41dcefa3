import type { Word } from './words.ts'

/** What a curl command says of its request. */
export interface CurlCall {
  urls: string[]
  headers: string[]
  /** Pieces of the body as they were given, in order. */
  data: { kind: 'data' | 'json' | 'encoded'; word: Word }[]
  /** Seconds that it may take, and how often it is tried again, as they were written. */
  timeout?: string
  retry?: string
  /** Options that carry a credential or cookies, as they were written. */
  credentials: string[]
  /** Options that cannot be taken over. */
  ignored: string[]
}

const shorts: Readonly<Record<string, string>> = {
  d: 'data',
  H: 'header',
  X: 'request',
  u: 'user',
  U: 'proxy-user',
  b: 'cookie',
  F: 'form',
  G: 'get',
  x: 'proxy',
  m: 'max-time',
}

/** Short options that take a value and change nothing of what is asked. */
const shortsWithValue = 'AeocTwKErCyYzQPtDhc'

const bodies: Readonly<Record<string, 'data' | 'json' | 'encoded'>> = {
  data: 'data',
  'data-raw': 'data',
  'data-binary': 'data',
  'data-ascii': 'data',
  'data-urlencode': 'encoded',
  json: 'json',
}

const credentials = new Set([
  'user',
  'proxy-user',
  'cookie',
  'oauth2-bearer',
  'aws-sigv4',
  'cert',
  'key',
  'pass',
  'proxy-pass',
  'proxy-header',
])

const withValue = new Set([
  ...Object.keys(bodies),
  ...credentials,
  'header',
  'request',
  'url',
  'form',
  'proxy',
  'user-agent',
  'referer',
  'output',
  'cookie-jar',
  'upload-file',
  'max-time',
  'connect-timeout',
  'write-out',
  'config',
  'range',
  'retry',
  'retry-delay',
  'retry-max-time',
  'cacert',
  'capath',
  'resolve',
  'connect-to',
  'interface',
  'dump-header',
  'limit-rate',
  'max-redirs',
  'stderr',
  'trace',
  'trace-ascii',
  'unix-socket',
  'ciphers',
  'tls-max',
  'noproxy',
])

/** Reads the arguments of curl, without its name. */
export function readOptions(args: readonly Word[]): CurlCall {
  const call: CurlCall = { urls: [], headers: [], data: [], credentials: [], ignored: [] }
  const rest = args.values()
  for (const argument of rest) {
    const next = () => rest.next().value
    if (argument.text.startsWith('--')) long(call, argument, next)
    else if (/^-./.test(argument.text)) short(call, argument, next)
    else if (argument.text !== '-') call.urls.push(argument.text)
  }
  return call
}

type Next = () => Word | undefined

function long(call: CurlCall, { text, offset }: Word, next: Next): void {
  const [, name = '', joined] = /^--([a-zA-Z0-9-]+)(?:=([^]*))?$/.exec(text) ?? []
  if (joined !== undefined) apply(call, name, { text: joined, offset: offset + name.length + 3 })
  else apply(call, name, withValue.has(name) ? next() : undefined)
}

/** `-sSNd '…'`, `-XPOST`, `-H '…'`: flags may be joined, and the last may have its value attached. */
function short(call: CurlCall, { text, offset }: Word, next: Next): void {
  for (let at = 1; at < text.length; at += 1) {
    const letter = text.charAt(at)
    const name = Object.hasOwn(shorts, letter) ? shorts[letter] : undefined
    const takesValue = name ? withValue.has(name) : shortsWithValue.includes(letter)
    const attached = text.slice(at + 1)
    const value = attached === '' ? undefined : { text: attached, offset: offset + at + 1 }
    if (takesValue) return apply(call, name ?? letter, value ?? next())
    apply(call, name ?? letter, undefined)
  }
}

function apply(call: CurlCall, name: string, value: Word | undefined): void {
  const kind = Object.hasOwn(bodies, name) ? bodies[name] : undefined
  if (kind) {
    if (value) call.data.push({ kind, word: value })
  } else if (name === 'header') call.headers.push(value?.text ?? '')
  else if (name === 'url') call.urls.push(value?.text ?? '')
  else if (name === 'max-time') call.timeout = value?.text ?? ''
  else if (name === 'retry') call.retry = value?.text ?? ''
  else if (credentials.has(name)) call.credentials.push(`--${name}`)
  else if (['form', 'get', 'proxy', 'config'].includes(name)) call.ignored.push(`--${name}`)
}
