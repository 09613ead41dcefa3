import { describe, expect, it } from 'vitest'
import type { FailureKind } from '#lib/result.ts'
import { readEnv, type Env } from './env.ts'
import { checkGate, statusOf, type GateKind } from './gate.ts'

function settings(source: Record<string, string> = {}): Env {
  const read = readEnv({ NUCLEUS_LISTENS_ON: '127.0.0.1', ...source })
  if (!read.ok) throw new Error(read.error.join('\n'))
  return read.value
}

type Headerlist = Record<string, string | undefined>

/** What a browser sends from our own page, with changes; `undefined` leaves a header out. */
function enter(kind: GateKind, changes: Headerlist = {}, env = settings(), method = 'POST') {
  const own: Headerlist = {
    host: '127.0.0.1:3000',
    origin: 'http://127.0.0.1:3000',
    'sec-fetch-site': 'same-origin',
    ...(kind === 'page-action'
      ? { 'content-type': 'text/plain;charset=UTF-8', 'next-action': 'abc' }
      : { 'content-type': 'application/json' }),
    ...changes,
  }
  const sent = Object.entries(own).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return checkGate({ method, headers: new Headers(sent) }, kind, env)
}

const refused = { ok: false, error: { kind: 'forbidden' } }
const kinds = ['page-action', 'api', 'v1'] as const

describe('the gate', () => {
  it.each(kinds)('lets our own page in (%s)', (kind) => {
    expect(enter(kind)).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1:3000',
        origin: 'http://127.0.0.1:3000',
        loopback: true,
        access: true,
      },
    })
  })

  describe('by the Host', () => {
    it.each(['localhost:3000', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'])(
      'lets %s in',
      (host) => {
        expect(enter('api', { host, origin: `http://${host.toLowerCase()}` }).ok).toBe(true)
      },
    )

    it.each([
      undefined,
      '',
      'evil.example:3000',
      'evil.example',
      'localhost',
      'localhost:3001',
      '127.0.0.1',
      '127.0.0.2:3000',
      '[::2]:3000',
      '0.0.0.0:3000',
      'localhost.:3000',
      'localhost.evil.example:3000',
      'evil.localhost:3000',
      '127.0.0.1.nip.io:3000',
      'user@localhost:3000',
      'localhost:3000/path',
      'localhost:3000, evil.example',
      'localhost:03000000',
      '169.254.169.254:3000',
    ])('refuses %s, at every door', (host) => {
      for (const kind of kinds) {
        const origin = host ? `http://${host}` : undefined
        expect(enter(kind, { host, origin })).toMatchObject(refused)
      }
    })

    it('knows that port 80 goes without saying', () => {
      const env = settings({ PORT: '80' })
      expect(enter('api', { host: 'localhost', origin: 'http://localhost' }, env)).toMatchObject({
        value: { host: 'localhost', origin: 'http://localhost' },
      })
      expect(enter('api', { host: 'localhost:80', origin: 'http://localhost' }, env).ok).toBe(true)
    })

    it.each([
      ['box.example', 'box.example', true],
      ['box.example', 'box.example:3000', true],
      ['box.example', 'BOX.example:80', true],
      ['box.example', 'box.example:8080', false],
      ['box.example:8080', 'box.example:8080', true],
      ['box.example:8080', 'box.example', false],
      ['box.example:80', 'box.example', true],
      ['box.example', 'a.box.example', false],
      ['box.example', 'box.example.evil.example', false],
      ['localhost:8080', 'localhost:8080', true],
    ])('with %s allowed, %s is let in: %s', (allowed, host, expected) => {
      const env = settings({ NUCLEUS_ALLOWED_HOSTS: allowed })
      expect(enter('v1', { host, origin: undefined }, env).ok).toBe(expected)
    })

    it('says how to allow a name', () => {
      const found = enter('v1', { host: 'box.example', origin: undefined })
      expect(JSON.stringify(found)).toContain('add box.example to NUCLEUS_ALLOWED_HOSTS')
    })
  })

  describe('by the Origin', () => {
    it.each([
      'http://evil.example',
      'https://127.0.0.1:3000',
      'http://127.0.0.1:3001',
      'http://127.0.0.1',
      'http://localhost:3000',
      'http://127.0.0.1:3000/',
      'http://127.0.0.1:3000.evil.example',
      'null',
      '',
    ])('refuses %j at every door', (origin) => {
      for (const kind of kinds) expect(enter(kind, { origin })).toMatchObject(refused)
    })

    it('lets only programs at /v1 do without one', () => {
      const program = { origin: undefined, 'sec-fetch-site': undefined }
      expect(enter('v1', program).ok).toBe(true)
      expect(enter('api', program)).toMatchObject(refused)
      expect(enter('page-action', program)).toMatchObject(refused)
    })

    it.each(['cross-site', 'same-site', 'something-new'])('refuses Sec-Fetch-Site %s', (site) => {
      for (const kind of kinds) {
        expect(enter(kind, { 'sec-fetch-site': site })).toMatchObject(refused)
        expect(enter(kind, { 'sec-fetch-site': site }, settings(), 'GET')).toMatchObject(refused)
      }
    })

    it('lets an address typed by hand in at /v1', () => {
      const typed = { origin: undefined, 'sec-fetch-site': 'none', 'content-type': undefined }
      expect(enter('v1', typed, settings(), 'GET').ok).toBe(true)
    })
  })

  describe('by the content type', () => {
    it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
      'takes %s',
      (type) => {
        expect(enter('api', { 'content-type': type }).ok).toBe(true)
        expect(enter('v1', { 'content-type': type }).ok).toBe(true)
      },
    )

    it.each([
      undefined,
      '',
      'text/plain',
      'text/plain;charset=UTF-8',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'text/plain; application/json',
      'application/jsonp',
    ])('refuses %s as 415', (type) => {
      for (const kind of ['api', 'v1'] as const) {
        const error = { kind: 'forbidden', status: 415 }
        expect(enter(kind, { 'content-type': type })).toMatchObject({ ok: false, error })
      }
    })

    it.each(['text/plain;charset=UTF-8', 'multipart/form-data; boundary=x'])(
      'takes %s for an action',
      (type) => {
        expect(enter('page-action', { 'content-type': type }).ok).toBe(true)
        expect(
          enter('page-action', { 'content-type': type, 'next-action': undefined }),
        ).toMatchObject(refused)
      },
    )

    it('refuses other bodies for an action', () => {
      for (const type of [undefined, 'application/json', 'application/x-www-form-urlencoded']) {
        expect(enter('page-action', { 'content-type': type })).toMatchObject(refused)
      }
    })
  })
})

describe('statusOf', () => {
  it.each<[FailureKind, number]>([
    ['invalid', 400],
    ['forbidden', 403],
    ['blocked', 403],
    ['unreachable', 502],
    ['timeout', 504],
    ['upstream', 502],
    ['interrupted', 502],
    ['stopped', 499],
    ['internal', 500],
  ])('answers %s with %i', (kind, status) => {
    expect(statusOf({ kind, message: 'x' })).toBe(status)
  })

  it('takes a status of our own, but never the provider’s', () => {
    expect(statusOf({ kind: 'invalid', message: 'x', status: 413 })).toBe(413)
    expect(statusOf({ kind: 'forbidden', message: 'x', status: 429 })).toBe(429)
    expect(statusOf({ kind: 'upstream', message: 'x', status: 401 })).toBe(502)
    expect(statusOf({ kind: 'blocked', message: 'x', status: 302 })).toBe(403)
  })
})
