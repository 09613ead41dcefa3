import 'server-only'
import { fail, ok, type Result } from '#lib/result.ts'
import type { Env } from '../env.ts'
import type { GateContext } from '../gate.ts'
import { sealingKey, type SealingKey } from './sealing-key.ts'

/** How long a key is remembered after it was entered, in days. */
export const daysRemembered = 90

/** Most bytes of a cookie, its name included, that every browser keeps (RFC 6265). */
const mostCookieBytes = 4096

/** Where the sealed keys of one browser lie. */
export interface Jar {
  /** The cookie's name. */
  name: string
  /** Whether it travels by https only. */
  secure: boolean
  key: SealingKey
}

/** What a cookie is set with; no script can read it and no other site can have it sent. */
export interface CookieToSet {
  name: string
  value: string
  httpOnly: true
  sameSite: 'strict'
  secure: boolean
  path: '/'
  /** Seconds; 0 removes it. */
  maxAge: number
}

/**
 * The jar for pages of this origin. By https its name has the prefix that keeps other hosts from
 * setting it. By http only this machine has one, and its name is this installation's own, since all
 * ports of a host share their cookies. The error says in a sentence why there is none.
 */
export function jarFor(
  { origin, loopback }: Pick<GateContext, 'origin' | 'loopback'>,
  env: Pick<Env, 'cookieSecret'>,
  root?: string,
): Result<Jar, string> {
  const secure = origin.startsWith('https:')
  if (!secure && !loopback) return fail('Keys are remembered by https only, or on this machine.')
  const key = sealingKey(env, root)
  if (!key.ok) return key
  const name = secure ? '__Host-nucleus-keys' : `nucleus-keys-${key.value.id}`
  return ok({ name, secure, key: key.value })
}

/** The cookie that holds a sealed value; nothing where it would be too long to be kept. */
export function cookieOf({ name, secure }: Jar, value: string): CookieToSet | undefined {
  if (name.length + 1 + value.length > mostCookieBytes) return undefined
  const maxAge = value === '' ? 0 : daysRemembered * 86_400
  return { name, value, httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge }
}

/** The value of a jar's cookie in a Cookie header; empty where it is not there. */
export function valueIn(cookieHeader: string | null, { name }: Jar): string {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}
