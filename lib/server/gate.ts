import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Failure, type FailureKind, type Result } from '#lib/result.ts'
import { isLocalOnly, type Env } from './env.ts'
import { parseHost, type Host } from './guard/host.ts'

/** What kind of door a request comes to: a server action, a route of the page, or the public `/v1`. */
export type GateKind = 'page-action' | 'api' | 'v1'

/** What the gate needs of a request. */
export interface GateRequest {
  method: string
  headers: Headers
}

/** A request that came in by an allowed name, from our own page or (at `/v1`) from a program. */
export interface GateContext {
  /** Our name as the client used it, with the port unless it is the scheme's own. */
  host: string
  /** Our origin as the client sees it, such as `http://127.0.0.1:3000`. */
  origin: string
  /** Whether we were called by a loopback name. */
  loopback: boolean
  /** Whether server keys may be used for this request. */
  access: boolean
  /** Finds the keys that the person had remembered in this browser. */
  remembered?: KeyFinder
}

/** Finds the one key for a provider at an origin. */
export type KeyFinder = (provider: string, origin: string) => string | undefined

type Site = Host & { scheme: 'http' | 'https'; port: number }

/** The loopback names that browsers use; any other must be in NUCLEUS_ALLOWED_HOSTS. */
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

const defaultPorts = { http: 80, https: 443 } as const

/**
 * Decides whether a request may enter. The Host must be ours (else a foreign name could be rebound
 * to this server), the Origin exactly ours (at `/v1` it may be missing, since programs send none),
 * and the content type one that a foreign page cannot send without asking first.
 */
export function checkGate(
  request: GateRequest,
  kind: GateKind,
  env: Env,
): Result<GateContext, Failure> {
  const site = siteOf(request.headers, env)
  if (!site) return fail(unclearHost)
  if (!isOurs(site, env)) return fail(foreignHost(site, env))
  const host = hostText(site)
  const origin = `${site.scheme}://${host}`
  const refusal = foreignPage(request.headers, kind, origin) ?? wrongForm(request, kind)
  if (refusal) return fail(refusal)
  const loopback = loopbackNames.has(site.name)
  const context = { host, origin, loopback, access: isLocalOnly(env) && loopback }
  return ok({ ...context, access: accessGranted(sentToken(request.headers, kind), context, env) })
}

/**
 * Whether server keys may be used: always while only this machine can reach the server, else for
 * those who give the access token. Compares in constant time.
 */
export function accessGranted(token: string | undefined, context: GateContext, env: Env): boolean {
  if (context.access) return true
  if (token === undefined || env.accessToken === undefined) return false
  return timingSafeEqual(digest(token), digest(env.accessToken))
}

const statuses: Record<FailureKind, number> = {
  invalid: 400,
  forbidden: 403,
  blocked: 403,
  unreachable: 502,
  timeout: 504,
  upstream: 502,
  interrupted: 502,
  stopped: 499,
  internal: 500,
}

/**
 * The HTTP status of our own answer. A status in the failure counts only where Nucleus itself
 * refused (413, 415, 429); elsewhere it is the provider's.
 */
export function statusOf(failure: Failure): number {
  const own = failure.kind === 'invalid' || failure.kind === 'forbidden'
  return (own ? failure.status : undefined) ?? statuses[failure.kind]
}

/** Where the client believes to be: from the proxy's headers where those are trusted, else Host. */
function siteOf(headers: Headers, env: Env): Site | undefined {
  const told = (name: string) => (env.trustProxy ? headers.get(name) : null)
  const host = parseHost(agreed(told('x-forwarded-host') ?? headers.get('host') ?? ''))
  const scheme = agreed(told('x-forwarded-proto') ?? 'http')
  if (!host || (scheme !== 'http' && scheme !== 'https')) return undefined
  return { ...host, scheme, port: host.port ?? defaultPorts[scheme] }
}

/** The one value of a header that several proxies may have repeated; empty when they disagree. */
function agreed(header: string): string {
  const values = new Set(header.split(',').map((value) => value.trim()))
  const [only = ''] = values
  return values.size === 1 ? only : ''
}

function isOurs({ name, port, scheme }: Site, env: Env): boolean {
  if (loopbackNames.has(name) && port === env.port) return true
  return env.allowedHosts.some((entry) => {
    const allowed = parseHost(entry)
    if (allowed?.name !== name) return false
    const ports = allowed.port === undefined ? [env.port, defaultPorts[scheme]] : [allowed.port]
    return ports.includes(port)
  })
}

/** Refuses requests that a page of another origin caused, by what browsers say of themselves. */
function foreignPage(headers: Headers, kind: GateKind, origin: string): Failure | undefined {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return foreignOrigin
  const given = headers.get('origin')
  if (given === null && kind === 'v1') return undefined
  return given === origin ? undefined : foreignOrigin
}

/** Refuses bodies in a form that a plain HTML form or a "simple" cross-origin request can send. */
function wrongForm({ method, headers }: GateRequest, kind: GateKind): Failure | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (kind !== 'page-action') return type === 'application/json' ? undefined : notJson
  const fromNext = headers.has('next-action')
  return fromNext && (type === 'text/plain' || type === 'multipart/form-data')
    ? undefined
    : notAnAction
}

/** The access token that a request carries; actions pass theirs to `accessGranted`. */
function sentToken(headers: Headers, kind: GateKind): string | undefined {
  if (kind === 'api') return headers.get('x-nucleus-access') ?? undefined
  if (kind === 'v1') return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  return undefined
}

function hostText({ name, port, scheme }: Site): string {
  return port === defaultPorts[scheme] ? name : `${name}:${port}`
}

/** Equal lengths for `timingSafeEqual`, whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const unclearHost: Failure = {
  kind: 'forbidden',
  message: 'The request does not say clearly which server it is for.',
  steps: ['Behind a proxy, let it set Host (or x-forwarded-host, if trusted) to one plain name.'],
}

function foreignHost(site: Site, env: Env): Failure {
  const host = hostText(site)
  return {
    kind: 'forbidden',
    message: `Nucleus does not answer to the name “${host}”.`,
    steps: [
      `Open http://127.0.0.1:${env.port} on the machine that runs it.`,
      `If this name is meant, add ${host} to NUCLEUS_ALLOWED_HOSTS and start again.`,
    ],
  }
}

const foreignOrigin: Failure = {
  kind: 'forbidden',
  message: 'The request did not come from a page of this Nucleus.',
  steps: [
    'Reload the page and try again.',
    'Behind a proxy that speaks https, set NUCLEUS_TRUST_PROXY=1 and start again.',
  ],
}

const notJson: Failure = {
  kind: 'forbidden',
  status: 415,
  message: 'The body must be sent with content type application/json.',
}

const notAnAction: Failure = {
  kind: 'forbidden',
  status: 415,
  message: 'This is not a call of a server action.',
}
