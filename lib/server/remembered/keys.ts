import 'server-only'
import type * as z from 'zod'
import {
  forgetSchema,
  rememberSchema,
  type Remembered,
  type RememberedKey,
} from '#lib/request/remembered.ts'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'
import { isKey, type Env } from '../env.ts'
import type { GateContext, KeyFinder } from '../gate.ts'
import { cookieOf, daysRemembered, jarFor, valueIn, type CookieToSet, type Jar } from './jar.ts'
import { seal, unseal, type SealedKey } from './seal.ts'

/** A browser at the gate: what it came with, and when. */
export interface Visit {
  /** Its Cookie header. */
  cookies: string | null
  gate: Pick<GateContext, 'origin' | 'loopback'>
  env: Pick<Env, 'cookieSecret'>
  /** Unix time in seconds. */
  now: number
  /** Where the file with the secret is; the working directory unless given. */
  root?: string
}

/** A change to what is remembered: the cookie to set, and what a page may know afterwards. */
export interface Change {
  cookie: CookieToSet
  remembered: Remembered
}

/** Finds the remembered key for exactly one provider at exactly one origin. */
export async function rememberedKeys(visit: Visit): Promise<KeyFinder> {
  const { keys } = await open(visit)
  return (provider, origin) =>
    keys.find((one) => one.provider === provider && one.origin === origin)?.key
}

/** What a page may know of the keys that this browser came with. */
export async function describeRemembered(visit: Visit): Promise<Remembered> {
  const { jar, keys } = await open(visit)
  return { ...described(keys), ...(jar.ok ? {} : { refusal: jar.error }) }
}

/** Remembers a key for one provider at one origin, in place of the one before. */
export async function remember(input: unknown, visit: Visit): Promise<Result<Change, Failure>> {
  const wanted = rememberSchema.safeParse(input)
  if (!wanted.success || !isKey(wanted.data.key)) return fail(notAKey(wanted.error))
  const { jar, keys } = await open(visit)
  if (!jar.ok) return fail({ kind: 'forbidden', message: jar.error })
  const { provider, origin, key } = wanted.data
  const until = visit.now + daysRemembered * 86_400
  const others = keys.filter((one) => one.provider !== provider || one.origin !== origin)
  return await change(jar.value, [...others, { provider, origin, key, until }])
}

/** Forgets one remembered key, or all of them. */
export async function forget(input: unknown, visit: Visit): Promise<Result<Change, Failure>> {
  const wanted = forgetSchema.safeParse(input)
  if (!wanted.success) return fail({ kind: 'invalid', message: 'This names no remembered key.' })
  const { jar, keys } = await open(visit)
  if (!jar.ok) return fail({ kind: 'forbidden', message: jar.error })
  const { provider, origin } = wanted.data ?? {}
  const left = keys.filter((one) => one.provider !== provider || one.origin !== origin)
  return await change(jar.value, wanted.data ? left : [])
}

async function change(jar: Jar, keys: SealedKey[]): Promise<Result<Change, Failure>> {
  const value = keys.length > 0 ? await seal(keys, jar.key.bytes) : ''
  const cookie = cookieOf(jar, value)
  return cookie ? ok({ cookie, remembered: described(keys) }) : fail(tooMuch)
}

async function open(visit: Visit): Promise<{ jar: Result<Jar, string>; keys: SealedKey[] }> {
  const jar = jarFor(visit.gate, visit.env, visit.root)
  const value = jar.ok ? valueIn(visit.cookies, jar.value) : ''
  const keys = jar.ok && value ? await unseal(value, jar.value.key.bytes, visit.now) : []
  return { jar, keys }
}

function described(keys: readonly SealedKey[]): Remembered {
  return { keys: keys.map(masked), days: daysRemembered }
}

/** Four characters of a short key would be too much of it. */
const shortestShown = 16

function masked({ provider, origin, key, until }: SealedKey): RememberedKey {
  return { provider, origin, until, ending: key.length < shortestShown ? '' : key.slice(-4) }
}

function notAKey(error: z.ZodError | undefined): Failure {
  const wrongPlace = error?.issues.some(({ path }) => path[0] !== 'key')
  return wrongPlace
    ? { kind: 'invalid', message: 'A key is remembered for one provider at one address.' }
    : {
        kind: 'invalid',
        message: 'The key holds characters that no key can have, or is too long.',
        steps: ['Copy the key again, without line breaks or spaces.'],
      }
}

const tooMuch: Failure = {
  kind: 'invalid',
  message: 'There is no room to remember this key: a browser keeps about 4 kB for all of them.',
  steps: ['Forget another key first, or enter this one when it is needed.'],
}
