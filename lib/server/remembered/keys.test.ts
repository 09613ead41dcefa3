import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeRemembered, forget, remember, rememberedKeys, type Visit } from './keys.ts'

const now = 1_900_000_000
const env = { cookieSecret: 'a secret that has more than 32 characters' }
const local = { origin: 'http://127.0.0.1:3000', loopback: true }
const openai = { provider: 'openai', origin: 'https://api.openai.com' }
const box = { provider: 'openai_compatible', origin: 'http://127.0.0.1:8000' }
const key = 'sk-test-0123456789abcdef'

const visit = (cookies: string | null = null, changes: Partial<Visit> = {}): Visit => ({
  cookies,
  gate: local,
  env,
  now,
  ...changes,
})

/** The Cookie header of a browser after it had something remembered or forgotten. */
async function after(change: ReturnType<typeof remember>): Promise<string> {
  const done = await change
  if (!done.ok) throw new Error(done.error.message)
  const { name, value } = done.value.cookie
  return `theme=dark; ${name}=${value}; other=1`
}

describe('a remembered key', () => {
  it('is found for its own provider at its own origin, and nowhere else', async () => {
    const find = await rememberedKeys(visit(await after(remember({ ...openai, key }, visit()))))
    expect(find('openai', 'https://api.openai.com')).toBe(key)
    for (const [provider, origin] of [
      ['openai', 'https://evil.example'],
      ['openai', 'http://api.openai.com'],
      ['openai', 'https://api.openai.com:8443'],
      ['openai', 'https://api.openai.com.'],
      ['openai', 'https://api.openai.com.evil.example'],
      ['openai_compatible', 'https://api.openai.com'],
      ['litellm', 'https://api.openai.com'],
      ['__proto__', 'https://api.openai.com'],
    ] as const) {
      expect(find(provider, origin)).toBeUndefined()
    }
  })

  it('lies beside others, and takes the place of the one before', async () => {
    const one = await after(remember({ ...openai, key }, visit()))
    const two = await after(remember({ ...box, key: 'sk-of-the-box' }, visit(one)))
    const three = await after(remember({ ...openai, key: 'sk-new' }, visit(two)))
    const find = await rememberedKeys(visit(three))
    expect(find(openai.provider, openai.origin)).toBe('sk-new')
    expect(find(box.provider, box.origin)).toBe('sk-of-the-box')
    expect((await describeRemembered(visit(three))).keys).toHaveLength(2)
  })

  it('is told to the page by its last four characters, a short one by none', async () => {
    const one = await after(remember({ ...openai, key }, visit()))
    const two = await after(remember({ ...box, key: 'short-key' }, visit(one)))
    const told = await describeRemembered(visit(two))
    expect(told).toEqual({
      days: 90,
      keys: [
        { ...openai, ending: 'cdef', until: now + 90 * 86_400 },
        { ...box, ending: '', until: now + 90 * 86_400 },
      ],
    })
  })

  it('can be forgotten by itself, and all can at once', async () => {
    const one = await after(remember({ ...openai, key }, visit()))
    const two = await after(remember({ ...box, key }, visit(one)))
    const left = await forget(openai, visit(two))
    expect(left.ok && left.value.remembered.keys).toMatchObject([box])
    const none = await forget(undefined, visit(two))
    expect(none.ok && none.value.cookie).toMatchObject({ value: '', maxAge: 0 })
    expect(none.ok && none.value.remembered.keys).toEqual([])
  })

  it('is forgotten after 90 days', async () => {
    const cookies = await after(remember({ ...openai, key }, visit()))
    const last = await rememberedKeys(visit(cookies, { now: now + 90 * 86_400 - 1 }))
    expect(last(openai.provider, openai.origin)).toBe(key)
    const late = await rememberedKeys(visit(cookies, { now: now + 90 * 86_400 }))
    expect(late(openai.provider, openai.origin)).toBeUndefined()
  })

  it.each([
    ['no provider', { ...openai, provider: 'nobody', key }],
    ['an address for an origin', { ...openai, origin: 'https://api.openai.com/v1', key }],
    ['an origin of another scheme', { ...openai, origin: 'ftp://api.openai.com', key }],
    ['an opaque origin', { ...openai, origin: 'null', key }],
    ['an origin with a user', { ...openai, origin: 'https://a@api.openai.com', key }],
    ['no key', openai],
    ['an empty key', { ...openai, key: '' }],
    ['a key with a line break', { ...openai, key: 'sk-\r\nx: y' }],
    ['something beside', { ...openai, key, base: 'https://evil.example' }],
    ['no object', 'sk-test'],
  ])('is refused with %s', async (_, input) => {
    expect(await remember(input, visit())).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  })
})

describe('the cookie', () => {
  it('by http is this installation’s own, and no script or other site gets at it', async () => {
    const done = await remember({ ...openai, key }, visit())
    expect(done.ok && done.value.cookie).toMatchObject({
      name: expect.stringMatching(/^nucleus-keys-[\da-f]{12}$/) as string,
      httpOnly: true,
      sameSite: 'strict',
      secure: false,
      path: '/',
      maxAge: 90 * 86_400,
    })
  })

  it('by https has the prefix that binds it to this host', async () => {
    const gate = { origin: 'https://nucleus.example', loopback: false }
    const done = await remember({ ...openai, key }, visit(null, { gate }))
    expect(done.ok && done.value.cookie).toMatchObject({
      name: '__Host-nucleus-keys',
      httpOnly: true,
      sameSite: 'strict',
      secure: true,
      path: '/',
    })
  })

  it('is not offered by plain http from elsewhere', async () => {
    const gate = { origin: 'http://nucleus.example', loopback: false }
    expect((await describeRemembered(visit(null, { gate }))).refusal).toContain('https')
    const done = await remember({ ...openai, key }, visit(null, { gate }))
    expect(done).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  })

  it('shows neither the key nor where it is for', async () => {
    const cookies = await after(remember({ ...openai, key }, visit()))
    const value = /nucleus-keys-\w+=([^;]*)/.exec(cookies)?.[1] ?? ''
    const decoded = value
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    expect([value, ...decoded].join('\n')).not.toMatch(/sk-test|openai/)
    expect(value).toMatch(/^[\w.-]+$/)
  })

  it('fits what browsers keep, and a key for which there is no room is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4096 }), async (length) => {
        const done = await remember({ ...openai, key: 'k'.repeat(length) }, visit())
        const said = done.ok ? `${done.value.cookie.name}=${done.value.cookie.value}` : done.error
        expect(typeof said === 'string' ? said.length <= 4096 : /no room/.test(said.message)).toBe(
          true,
        )
        expect(done.ok || length > 2700).toBe(true)
      }),
      { numRuns: 30 },
    )
    expect((await remember({ ...openai, key: 'k'.repeat(4096) }, visit())).ok).toBe(false)
  })

  it('of another secret, or with any character changed, holds nothing', async () => {
    const cookies = await after(remember({ ...openai, key }, visit()))
    const other = { cookieSecret: 'another secret, also of 32 characters' }
    const [name = '', value = ''] = (/(nucleus-keys-\w+)=([^;]*)/.exec(cookies) ?? []).slice(1)
    const gate = { origin: 'https://nucleus.example', loopback: false }
    const foreign = await rememberedKeys(
      visit(`__Host-nucleus-keys=${value}`, { gate, env: other }),
    )
    expect(foreign(openai.provider, openai.origin)).toBeUndefined()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(value.length - 1),
        fc.constantFrom(...'AZaz09-_.'),
        async (at, by) => {
          // The last character of a base64url part may hold bits that decode to nothing.
          const isLoose = value[at + 1] === undefined || value[at + 1] === '.'
          fc.pre(value[at] !== by && !isLoose)
          const changed = value.slice(0, at) + by + value.slice(at + 1)
          const find = await rememberedKeys(visit(`${name}=${changed}`))
          expect(find(openai.provider, openai.origin)).toBeUndefined()
        },
      ),
    )
  })

  it.each(['', 'x', '....', 'eyJhbGciOiJub25lIn0....', 'a.b.c.d.e'])('may be %j', async (value) => {
    const cookies = await after(remember({ ...openai, key }, visit()))
    const name = /nucleus-keys-\w+/.exec(cookies)?.[0]
    const find = await rememberedKeys(visit(`${name}=${value}`))
    expect(find(openai.provider, openai.origin)).toBeUndefined()
  })
})
