import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskHeaders, maskKey, scrubSecrets } from './scrub.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const inJson = (text: string) => JSON.stringify(text).slice(1, -1)

/** Ways in which an upstream may repeat a key. */
const writings: Record<string, (secret: string) => string> = {
  plain: (secret) => secret,
  percent: encodeURIComponent,
  'percent, twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'percent, lower case': (secret) =>
    encodeURIComponent(secret).replaceAll(/%../g, (hex) => hex.toLowerCase()),
  json: inJson,
  'json, twice': (secret) => inJson(inJson(secret)),
  'json, slashes escaped': (secret) => inJson(secret).replaceAll('/', String.raw`\/`),
  base64,
  'base64, for addresses': (secret) => Buffer.from(secret).toString('base64url'),
  'base64, slashes escaped': (secret) => base64(secret).replaceAll('/', String.raw`\/`),
  'base64, in an address': (secret) => encodeURIComponent(base64(secret)),
}

/** Printable ASCII, as keys are; long enough to be one. */
const key = fc.stringMatching(/^[\x21-\x7e]{4,60}$/)

describe('scrubSecrets', () => {
  it.each(Object.entries(writings))('leaves no secret behind: %s', (_, write) => {
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
        const written = write(secret)
        const scrubbed = scrubSecrets(`${before} ${written} ${after} ${written}`, [secret])
        expect(scrubbed).not.toContain(written)
        expect(scrubbed).not.toContain(secret)
      }),
    )
  })

  it('leaves no secret of several, also where one holds another', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.string(), (keys, between) => {
        const nested = [...keys, keys.join('')]
        const scrubbed = scrubSecrets(nested.join(between), nested)
        for (const one of nested) expect(scrubbed).not.toContain(one)
      }),
    )
  })

  it('leaves no rest of a secret that begins with another', () => {
    const secrets = ['key-abcd1234', 'key-abcd1234-and-more']
    expect(scrubSecrets('got key-abcd1234-and-more.', secrets)).toBe('got ••••.')
  })

  it('finds a secret inside a longer base64 text, at each of its three places', () => {
    const secret = 'k3y-0f-s0me-length'
    for (const user of ['', 'a', 'ab', 'abc', 'user:', 'someone:']) {
      const scrubbed = scrubSecrets(`x ${base64(`${user}${secret}!`)} y`, [secret])
      expect(Buffer.from(scrubbed, 'base64').toString()).not.toContain(secret.slice(0, 8))
      expect(scrubbed).toContain('••••')
    }
  })

  it.each([
    ['sk-proj-abcDEF123456', 'Incorrect API key provided: sk-proj-abcDEF123456.'],
    ['sk-proj-', 'Incorrect API key provided: sk-proj-********wxyz.'],
    ['gsk_0123456789abcdef', 'key gsk_0123456789abcdef refused'],
    ['AIzaSyA0123456789abcdefghijk', 'API key not valid: AIzaSyA0123456789abcdefghijk'],
    ['AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE is not authorized'],
    ['abcd1234efgh', 'got authorization: Bearer abcd1234efgh'],
    ['dXNlcjpwYXNzMTIz', 'got Basic dXNlcjpwYXNzMTIz'],
    ['eyJhbGciOi', 'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_ expired'],
  ])('masks what looks like a key: %s', (secret, text) => {
    const scrubbed = scrubSecrets(text, [])
    expect(scrubbed).not.toContain(secret)
    expect(scrubbed).toContain('••••')
  })

  it.each([
    'Unknown model: gpt-4o-mini. Run again with max_tokens=5.',
    'Bearer authentication is required.',
    'task-force-one asked for risk-assessment-tables',
    '',
  ])('leaves ordinary text as it is: %j', (text) => {
    expect(scrubSecrets(text, ['not-in-it', '', 'a'])).toBe(text)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(key, fc.string(), (secret, text) => {
        const once = scrubSecrets(`${text}${secret}Bearer ${secret}`, [secret])
        expect(scrubSecrets(once, [secret])).toBe(once)
      }),
    )
  })

  it('takes the longest key that can be entered, and long texts', () => {
    const long = `${'ab+/='.repeat(819)}x`
    expect(scrubSecrets(`${'z+/'.repeat(20_000)}${long}`, [long])).not.toContain(long)
  })

  it.each([
    ['backslashes', `a${'\\'.repeat(60)}b`, `a${'\\'.repeat(64_000)}`],
    ['slashes', `a${'/'.repeat(60)}b`, `a${'\\/'.repeat(32_000)}`],
    ['schemes', 'abcd', `${'Bearer '.repeat(9000)}${'a'.repeat(9000)}`],
    ['web tokens', 'abcd', 'eyJaaaaaa.'.repeat(6000)],
    ['prefixes', 'abcd', 'sk-'.repeat(20_000)],
  ])('is not slowed down by a text made for it: %s', (_, secret, text) => {
    const started = performance.now()
    scrubSecrets(text, [secret])
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('maskKey', () => {
  it.each([
    ['sk-proj-0123456789', 'sk-••••'],
    ['gsk_0123456789', 'gsk_••••'],
    ['my-own-key', '••••'],
    ['', '••••'],
  ])('shows the kind of a key and nothing else: %s', (secret, shown) => {
    expect(maskKey(secret)).toBe(shown)
  })
})

describe('maskHeaders', () => {
  it('masks credentials, whatever the case of their names', () => {
    const masked = maskHeaders({
      Authorization: 'Bearer sk-0123456789',
      'proxy-authorization': 'Basic dXNlcg==',
      'api-key': '0123456789',
      'X-API-Key': 'abc',
      'x-goog-api-key': 'abc',
      'x-nucleus-access': 'abc',
      cookie: 'a=b',
      'set-cookie': 'a=b',
    })
    expect(masked).toEqual({
      Authorization: 'Bearer sk-••••',
      'proxy-authorization': 'Basic ••••',
      'api-key': '••••',
      'X-API-Key': '••••',
      'x-goog-api-key': '••••',
      'x-nucleus-access': '••••',
      cookie: '••••',
      'set-cookie': '••••',
    })
  })

  it('leaves the others as they are', () => {
    const headers = {
      'content-type': 'application/json',
      'x-request-id': 'r1',
      'x-ratelimit-remaining-tokens': '9',
    }
    expect(maskHeaders(headers)).toEqual(headers)
  })
})
