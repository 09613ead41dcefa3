import { describe, expect, it } from 'vitest'
import { readEnv, type Env } from './env.ts'
import { accessGranted, checkGate, type GateContext, type GateKind } from './gate.ts'

const token = 'a-long-access-token'
const refused = { ok: false, error: { kind: 'forbidden' } }

function settings(source: Record<string, string> = {}): Env {
  const read = readEnv({ NUCLEUS_LISTENS_ON: '127.0.0.1', ...source })
  if (!read.ok) throw new Error(read.error.join('\n'))
  return read.value
}

/** A post from a page at `http://127.0.0.1:3000`, in a form that every door takes, with changes. */
function enter(kind: GateKind, changes: Record<string, string>, env: Env) {
  const action = kind === 'page-action'
  const headers = new Headers({
    host: '127.0.0.1:3000',
    origin: 'http://127.0.0.1:3000',
    'content-type': action ? 'text/plain;charset=UTF-8' : 'application/json',
    ...(action ? { 'next-action': 'abc' } : {}),
    ...changes,
  })
  return checkGate({ method: 'POST', headers }, kind, env)
}

function contextOf(kind: GateKind, changes: Record<string, string>, env: Env): GateContext {
  const found = enter(kind, changes, env)
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

describe('the gate behind a proxy', () => {
  const boxed = { NUCLEUS_ALLOWED_HOSTS: 'box.example' }
  const trusting = settings({ ...boxed, NUCLEUS_TRUST_PROXY: '1' })
  const forwarded = {
    'x-forwarded-host': 'box.example',
    'x-forwarded-proto': 'https',
    origin: 'https://box.example',
  }

  it('believes what a trusted one says', () => {
    expect(contextOf('api', forwarded, trusting)).toEqual({
      host: 'box.example',
      origin: 'https://box.example',
      loopback: false,
      access: false,
    })
  })

  it('ignores what any other says', () => {
    expect(enter('api', forwarded, settings(boxed))).toMatchObject(refused)
    const lies = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    expect(contextOf('api', lies, settings())).toMatchObject({ host: '127.0.0.1:3000' })
  })

  it('still answers to allowed names only', () => {
    const evil = { 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' }
    expect(enter('api', { ...forwarded, ...evil }, trusting)).toMatchObject(refused)
  })

  it('takes values that are repeated along a chain of proxies', () => {
    const chain = {
      'x-forwarded-host': 'box.example, box.example',
      'x-forwarded-proto': 'https,https',
    }
    expect(enter('api', { ...forwarded, ...chain }, trusting).ok).toBe(true)
  })

  it.each([
    { 'x-forwarded-host': 'box.example, evil.example' },
    { 'x-forwarded-host': 'evil.example, box.example' },
    { 'x-forwarded-proto': 'https, http' },
    { 'x-forwarded-proto': 'ftp' },
  ])('refuses what is not one clear answer: %j', (changes) => {
    expect(enter('api', { ...forwarded, ...changes }, trusting)).toMatchObject(refused)
  })
})

describe('access to the server keys', () => {
  const boxed = { host: 'box.example', origin: 'http://box.example' }
  const guarded = settings({ NUCLEUS_ALLOWED_HOSTS: 'box.example', NUCLEUS_ACCESS_TOKEN: token })
  const bearer = { authorization: `Bearer ${token}` }
  const header = { 'x-nucleus-access': token }

  it('is never given off loopback where no token is set', () => {
    const tokenless = settings({ NUCLEUS_ALLOWED_HOSTS: 'box.example' })
    const context = contextOf('api', { ...boxed, ...header }, tokenless)
    expect(context).toMatchObject({ loopback: false, access: false })
    expect(accessGranted(token, context, tokenless)).toBe(false)
  })

  it.each<[GateKind, Record<string, string>, boolean]>([
    ['api', {}, false],
    ['api', header, true],
    ['api', bearer, false],
    ['v1', {}, false],
    ['v1', bearer, true],
    ['v1', header, false],
    ['page-action', header, false],
    ['page-action', bearer, false],
  ])('at %s with %j is given: %s', (kind, sent, access) => {
    expect(contextOf(kind, { ...boxed, ...sent }, guarded).access).toBe(access)
  })

  it.each(['', 'wrong', `${token}x`, token.slice(1), token.toUpperCase()])(
    'is refused for %j',
    (wrong) => {
      const sent = { 'x-nucleus-access': wrong, authorization: `Bearer ${wrong}` }
      expect(contextOf('api', { ...boxed, ...sent }, guarded).access).toBe(false)
      expect(contextOf('v1', { ...boxed, ...sent }, guarded).access).toBe(false)
    },
  )

  it.each([
    { NUCLEUS_ALLOWED_HOSTS: 'box.example' },
    { NUCLEUS_LISTENS_ON: '0.0.0.0' },
    { NUCLEUS_TRUST_PROXY: '1' },
  ])('is not given for a Host that anybody can write, with %j', (source) => {
    const env = settings({ ...source, NUCLEUS_ACCESS_TOKEN: token })
    expect(contextOf('api', {}, env)).toMatchObject({ loopback: true, access: false })
    expect(contextOf('api', header, env)).toMatchObject({ access: true })
  })

  it('is given to an action that passes the token', () => {
    const context = contextOf('page-action', boxed, guarded)
    expect(accessGranted(token, context, guarded)).toBe(true)
    expect(accessGranted('wrong', context, guarded)).toBe(false)
    expect(accessGranted(undefined, context, guarded)).toBe(false)
  })

  it('needs no token on this machine', () => {
    const own = settings({ NUCLEUS_ACCESS_TOKEN: token })
    for (const kind of ['api', 'v1', 'page-action'] as const) {
      const context = contextOf(kind, {}, own)
      expect(context.access).toBe(true)
      expect(accessGranted(undefined, context, own)).toBe(true)
      expect(accessGranted('anything', context, own)).toBe(true)
    }
  })
})
