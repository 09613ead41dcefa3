import { providers, type ProviderId } from '#lib/providers/catalogue.ts'
import type { Provider } from '#lib/providers/provider.ts'
import type { Refusal } from '#lib/preset/preset.ts'
import { keyReason } from './found.ts'

/** What an address tells: who answers there, and what of it has to be kept. */
export interface Place {
  provider: ProviderId
  /** The base, where it is not the one that the provider has anyway. */
  apiBase?: string
  apiVersion?: string
  /** The model, where the path names it. */
  model?: string
  /** Whether the path is that of chat completions, or none at all. */
  isChat: boolean
}

/** What an address carries beside the place itself: a password, or a query that may be a key. */
export function refusedOf(address: string | undefined): Refusal[] {
  if (address === undefined || !URL.canParse(address)) return []
  const { username, password, searchParams } = new URL(address)
  const names = [...new Set(searchParams.keys())].filter((name) => name !== 'api-version')
  return [
    ...(username || password ? [{ name: 'the name in the address', reason: keyReason }] : []),
    ...names.slice(0, 20).map((name) => ({
      name: `?${name.slice(0, 80)}`,
      reason: /key|token|auth|secret/i.test(name)
        ? keyReason
        : 'The query of the address is not taken over.',
    })),
  ]
}

const calls = /\/(?:chat\/completions|completions|responses|messages|embeddings|chat)\/?$/

/**
 * Finds the provider whose base an address has; any other server is “OpenAI-compatible”. The version may
 * be told beside the address.
 */
export function placeOf(address: string, givenVersion?: string): Place | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol)) return undefined
  const [call = ''] = calls.exec(url.pathname) ?? []
  const version = url.searchParams.get('api-version') ?? givenVersion
  const common = {
    isChat: call === '' || call.startsWith('/chat/completions'),
    ...(version ? { apiVersion: version } : {}),
  }
  const deployment = /^(.*)\/openai\/deployments\/([^/]+)/.exec(url.pathname)
  if (deployment) {
    const [, before = '', name = ''] = deployment
    const apiBase = url.origin + before
    return { ...common, provider: 'azure', apiBase, model: decoded(name) }
  }
  const path = url.pathname.slice(0, url.pathname.length - call.length).replace(/\/+$/, '')
  return { ...common, ...ownerOf(url, path, Boolean(version)) }
}

function ownerOf(url: URL, path: string, hasVersion: boolean): Pick<Place, 'provider' | 'apiBase'> {
  const base = url.origin + path
  const row = providers.find((one) => hasHost(one, url) && !isOther(one, path))
  // Servers on this machine share their usual ports; one that has versions is not one that has none.
  const isSure = row?.kind !== 'local' || !hasVersion
  if (row && isSure) return { provider: row.id }
  if (row) return { provider: 'openai_compatible', apiBase: base }
  const hosted = providers.find((one) => one.kind !== 'local' && hasHost(one, url))
  if (hosted && !isLoopback(url)) return { provider: hosted.id, apiBase: base }
  const alike = providers.find(({ endpointExample }) => isLike(endpointExample, base))
  return { provider: alike?.id ?? 'openai_compatible', apiBase: base }
}

/** Whether a path is neither the row's own nor a beginning of it. */
function isOther({ endpoint }: Provider, path: string): boolean {
  const own = endpoint ? new URL(endpoint).pathname.replace(/\/+$/, '') : ''
  return path !== own && !(own === `/${own.split('/')[1]}` && path === '')
}

function hasHost({ endpoint, id }: Provider, url: URL): boolean {
  if (!endpoint || id === 'openai_compatible') return false
  const own = new URL(endpoint)
  return isLoopback(own) && isLoopback(url) ? own.port === url.port : own.host === url.host
}

const loopback = new Set(['localhost', '127.0.0.1', '0.0.0.0', '[::1]', 'host.docker.internal'])

function isLoopback({ hostname }: URL): boolean {
  return loopback.has(hostname)
}

/** Whether a base has the form of an example in which capitals stand for what to fill in. */
function isLike(example: string | undefined, base: string): boolean {
  if (!example) return false
  const pattern = example
    .replaceAll(/[.?*+^$()|[\]{}\\]/g, String.raw`\$&`)
    .replaceAll(/[A-Z][A-Z_]+/g, '[^/.]{1,100}')
  return new RegExp(`^${pattern}$`).test(base)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
