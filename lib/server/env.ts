import 'server-only'
import keyVariables from '#lib/providers/key-variables.json'
import { providers } from '#lib/providers/catalogue.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { parseAllowedTargets, type AllowedTarget } from './guard/allowed-targets.ts'
import { isLoopbackName, parseHost } from './guard/host.ts'
import { parsePlainUrl } from './guard/plain-url.ts'

/** The server's settings, from its environment. */
export interface Env {
  /**
   * Where the server listens: a name or an IP address (IPv6 without brackets). Known only where
   * `npm start` or `npm run dev` started it; else every address is assumed, which is Next's default.
   */
  host: string
  port: number
  /** Names other than loopback that the server answers to, each `name` or `name:port`. */
  allowedHosts: string[]
  /** Whether `x-forwarded-host` and `x-forwarded-proto` are believed. */
  trustProxy: boolean
  accessToken?: string
  allowLoopback: boolean
  /** Targets that are open though they are private, on this machine, or spoken to by plain http. */
  allowedTargets?: AllowedTarget[]
  /** What remembered keys are sealed with; a file holds one where the environment does not. */
  cookieSecret?: string
  /** By provider: the server's key, and the only base it is sent to. */
  keys: Record<string, ServerKey>
}

/** A server key and its base; a key always has a base. */
export interface ServerKey {
  key?: string
  /** Without a slash at its end. */
  base?: string
}

/** What a page may know of the server's settings: names and origins, never a key. */
export interface PublicEnv {
  /** Providers whose server key can be used here (with the access token, where that is needed). */
  providersWithKey: string[]
  /**
   * By provider: the origin of the address that the server fixes. Every run shows where it was sent,
   * so this tells nobody more than a run would; the page binds keys to it.
   */
  bases: Record<string, string>
  /** The same addresses in full, without a slash at the end, for code that sends what a run sends. */
  addresses: Record<string, string>
  /** Whether the server keys wait for the access token. */
  needsAccessToken: boolean
}

type Source = Readonly<Record<string, string | undefined>>
type Parse<T> = (text: string) => T | undefined

const longestKey = 4096
const shortestToken = 16
const shortestSecret = 32

/** Where Next listens unless it is told otherwise. */
const everywhere = '::'

/**
 * Reads the settings. An empty variable counts as not set. The error lists every fault, each with
 * the variable and what to do, and no value of a key or token.
 */
export function readEnv(source: Source): Result<Env, string[]> {
  const faults: string[] = []
  const read = <T>(name: string, parse: Parse<T>, rule: string): T | undefined => {
    const text = source[name]?.trim()
    if (!text) return undefined
    const value = parse(text)
    if (value === undefined) faults.push(`${name} must be ${rule}.`)
    return value
  }
  const accessToken = read('NUCLEUS_ACCESS_TOKEN', parseToken, tokenRule)
  const cookieSecret = read('NUCLEUS_COOKIE_SECRET', parseSecret, secretRule)
  const allowedTargets = read('NUCLEUS_ALLOWED_TARGETS', parseAllowedTargets, targetsRule)
  const settings: Env = {
    host: read('NUCLEUS_LISTENS_ON', parseBindHost, hostRule) ?? everywhere,
    port: read('PORT', parsePort, 'a whole number from 1 to 65535') ?? 3000,
    allowedHosts: read('NUCLEUS_ALLOWED_HOSTS', parseHosts, hostsRule) ?? [],
    trustProxy: read('NUCLEUS_TRUST_PROXY', parseSwitch, switchRule) ?? false,
    allowLoopback: read('NUCLEUS_ALLOW_LOOPBACK', parseSwitch, switchRule) ?? true,
    keys: Object.fromEntries(
      keyVariables.map(({ provider, key, base }) => [
        provider,
        serverKey(provider, read(key, parseKey, keyRule), read(base, parseBase, baseRule)),
      ]),
    ),
    ...(accessToken === undefined ? {} : { accessToken }),
    ...(cookieSecret === undefined ? {} : { cookieSecret }),
    ...(allowedTargets === undefined ? {} : { allowedTargets }),
  }
  return faults.length > 0 ? fail(faults) : ok(settings)
}

let known: Env | undefined

/** The settings of this process, read once. Throws an error that lists every fault. */
export function env(): Env {
  if (known) return known
  const read = readEnv(process.env)
  if (!read.ok) {
    const faults = read.error.map((fault) => `\n- ${fault}`).join('')
    throw new Error(`Nucleus cannot start until its environment is mended:${faults}`)
  }
  known = read.value
  return known
}

/** The part of the settings that a page may know. */
export function publicEnv(settings: Env): PublicEnv {
  const usable = isLocalOnly(settings) || settings.accessToken !== undefined
  const providerNames = Object.keys(settings.keys)
  const fixed = Object.entries(settings.keys).flatMap(([provider, { base }]) =>
    base === undefined ? [] : [[provider, base] as const],
  )
  return {
    providersWithKey: usable
      ? providerNames.filter((provider) => settings.keys[provider]?.key)
      : [],
    bases: Object.fromEntries(fixed.map(([provider, base]) => [provider, new URL(base).origin])),
    addresses: Object.fromEntries(fixed),
    needsAccessToken: usable && !isLocalOnly(settings),
  }
}

/**
 * Whether only this machine can reach the server: it listens on loopback, answers to loopback names
 * alone, and no trusted proxy speaks for others. A Host header proves nothing by itself, since any
 * client but a browser can write `localhost` into it.
 */
export function isLocalOnly(settings: Pick<Env, 'host' | 'allowedHosts' | 'trustProxy'>): boolean {
  const names = settings.allowedHosts.map((host) => parseHost(host)?.name ?? host)
  return !settings.trustProxy && [settings.host, ...names].every(isLoopbackName)
}

/** Whether a text can be sent as a key: printable ASCII without spaces, at most 4096 characters. */
export function isKey(text: string): boolean {
  return text.length <= longestKey && /^[\x21-\x7e]+$/.test(text)
}

const switchRule = '1 or 0'
const keyRule = `one key of printable ASCII without spaces, at most ${longestKey} characters`
const tokenRule = `at least ${shortestToken} characters of printable ASCII without spaces`
const secretRule = `at least ${shortestSecret} characters, better 64 random ones`
const hostRule = 'a host name or an IP address without a port'
const targetsRule =
  'a comma-separated list of hosts and networks such as litellm.internal:4000 or 10.20.0.0/16, without http:// and wildcards'
const hostsRule =
  'a comma-separated list of names such as nucleus.example.com or nucleus.example.com:8443, without http:// and wildcards'
const baseRule =
  'an http or https address such as https://api.openai.com/v1, without user name, ? and #'

/** A key without a base of its own goes to the provider's usual address, and only there. */
function serverKey(provider: string, key: string | undefined, base: string | undefined): ServerKey {
  if (key === undefined) return base === undefined ? {} : { base }
  const usual = providers.find(({ id }) => id === provider)?.endpoint
  const own = base ?? usual
  return own === undefined ? {} : { key, base: own }
}

const parsePort: Parse<number> = (text) => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : undefined
}

const parseBindHost: Parse<string> = (text) => {
  const host = parseHost(text.includes(':') && !text.startsWith('[') ? `[${text}]` : text)
  return host && host.port === undefined ? host.name.replace(/^\[|\]$/g, '') : undefined
}

const parseHosts: Parse<string[]> = (text) => {
  const entries = text.split(',').map((entry) => entry.trim())
  const hosts = entries.filter((entry) => entry !== '').map(parseHost)
  const written = hosts.flatMap((host) => (host ? [hostText(host.name, host.port)] : []))
  return written.length === hosts.length ? written : undefined
}

const parseSwitch: Parse<boolean> = (text) =>
  text === '1' || text === '0' ? text === '1' : undefined

const parseKey: Parse<string> = (text) => (isKey(text) ? text : undefined)

const parseToken: Parse<string> = (text) =>
  isKey(text) && text.length >= shortestToken ? text : undefined

const parseSecret: Parse<string> = (text) => (text.length >= shortestSecret ? text : undefined)

const parseBase: Parse<string> = (text) => {
  const url = parsePlainUrl(text)
  return url.ok ? url.value.href.replace(/\/+$/, '') : undefined
}

function hostText(name: string, port: number | undefined): string {
  return port === undefined ? name : `${name}:${port}`
}
