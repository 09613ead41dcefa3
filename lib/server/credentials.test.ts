import { describe, expect, it } from 'vitest'
import { chooseCredential } from './credentials.ts'
import { readEnv, type Env } from './env.ts'
import type { GateContext } from './gate.ts'

const gate: GateContext = {
  host: '127.0.0.1:3000',
  origin: 'http://127.0.0.1:3000',
  loopback: true,
  access: true,
}

function settings(source: Record<string, string> = {}): Env {
  const read = readEnv({ OPENAI_API_KEY: 'sk-server', ...source })
  if (!read.ok) throw new Error(read.error.join('\n'))
  return read.value
}

interface Changes {
  provider?: string
  credential?: { key: string; origin: string }
  env?: Env
  gate?: GateContext
}

function choose(target: string, changes: Changes = {}) {
  const standard = { provider: 'openai', env: settings(), gate }
  return chooseCredential({ ...standard, ...changes, target: new URL(target) })
}

const none = { ok: true, value: undefined }
const server = { ok: true, value: { key: 'sk-server', source: 'server' } }

describe('a server key', () => {
  it.each([
    'https://api.openai.com/v1',
    'https://api.openai.com/v1/',
    'https://API.openai.com:443/v1',
    'https://api.openai.com/v1/chat/completions',
    'https://api.openai.com/x/../v1',
  ])('goes to its own base: %s', (target) => {
    expect(choose(target)).toEqual(server)
  })

  it.each([
    'http://api.openai.com/v1',
    'https://api.openai.com:8443/v1',
    'https://api.openai.com',
    'https://api.openai.com/v2',
    'https://api.openai.com/v10',
    'https://api.openai.com/v1/../v2',
    'https://api.openai.com/v1/%2e%2e/v2',
    'https://api.openai.com/v1/..%2fv2',
    'https://api.openai.com/V1',
    'https://api.openai.com.evil.example/v1',
    'https://api.openai.com./v1',
    'https://evil.example/v1',
    'http://127.0.0.1:4000/v1',
  ])('goes nowhere else: %s', (target) => {
    expect(choose(target)).toEqual(none)
  })

  it('follows the base that the operator set', () => {
    const env = settings({ OPENAI_BASE_URL: 'https://gateway.example/openai/v1' })
    expect(choose('https://gateway.example/openai/v1', { env })).toEqual(server)
    expect(choose('https://gateway.example/anthropic/v1', { env })).toEqual(none)
    expect(choose('https://api.openai.com/v1', { env })).toEqual(none)
  })

  it('belongs to its provider alone', () => {
    expect(choose('https://api.openai.com/v1', { provider: 'openai_compatible' })).toEqual(none)
    expect(choose('https://api.openai.com/v1', { provider: 'litellm' })).toEqual(none)
    expect(choose('https://api.openai.com/v1', { provider: '__proto__' })).toEqual(none)
  })

  it('is refused to those without access, with what they can do', () => {
    const outside = { ...gate, access: false }
    expect(choose('https://api.openai.com/v1', { gate: outside })).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', message: expect.stringContaining('OPENAI_API_KEY') as string },
    })
    const env = settings({ NUCLEUS_ACCESS_TOKEN: 'a-long-access-token' })
    const asked = choose('https://api.openai.com/v1', { gate: outside, env })
    expect(JSON.stringify(asked)).toContain('access token')
    expect(JSON.stringify(asked)).not.toMatch(/sk-server|a-long-access-token/)
  })

  it('leaves a target without a key alone, access or not', () => {
    const outside = { ...gate, access: false }
    expect(choose('https://evil.example/v1', { gate: outside })).toEqual(none)
    const { keys: _, ...rest } = settings()
    expect(choose('https://api.openai.com/v1', { env: { ...rest, keys: {} } })).toEqual(none)
  })
})

describe('a key of the person', () => {
  const credential = { key: 'sk-mine', origin: 'https://api.openai.com' }

  it('goes to the origin it was entered for, and before the server’s', () => {
    const mine = { ok: true, value: { key: 'sk-mine', source: 'user' } }
    expect(choose('https://api.openai.com/v1', { credential })).toEqual(mine)
    expect(choose('https://api.openai.com/other', { credential })).toEqual(mine)
    const outside = { ...gate, access: false }
    expect(choose('https://api.openai.com/v1', { credential, gate: outside })).toEqual(mine)
  })

  it.each([
    'http://api.openai.com/v1',
    'https://api.openai.com:8443/v1',
    'https://api.openai.com.evil.example/v1',
    'https://evil.example/api.openai.com',
    'http://127.0.0.1:8000/v1',
  ])('is refused elsewhere, and no other key stands in for it: %s', (target) => {
    const found = choose(target, { credential })
    expect(found).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
    const text = JSON.stringify(found)
    expect(text).toContain('entered for https://api.openai.com and')
    expect(text).toContain(new URL(target).origin)
    expect(text).not.toContain('sk-')
  })

  it.each(['', 'https://api.openai.com/', 'https://api.openai.com/v1', 'null', '*', '<b>x</b>'])(
    'is refused when it names no exact origin: %j',
    (origin) => {
      const found = choose('https://api.openai.com/v1', { credential: { key: 'sk-mine', origin } })
      expect(found).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
      expect(JSON.stringify(found)).not.toContain('<b>')
    },
  )

  it.each(['sk mine', 'sk-\r\nx-evil: 1', 'sk-\u0000', 'kľúč', 'k'.repeat(4097)])(
    'is refused when it cannot be a key: %j',
    (key) => {
      const found = choose('https://api.openai.com/v1', { credential: { ...credential, key } })
      expect(found).toMatchObject({ ok: false, error: { kind: 'invalid' } })
      expect(JSON.stringify(found)).not.toContain(JSON.stringify(key).slice(1, -1))
    },
  )
})

describe('a remembered key', () => {
  const own = (provider: string, origin: string) =>
    provider === 'openai' && origin === 'https://api.openai.com' ? 'sk-kept' : undefined
  const remembering = { ...gate, remembered: own }

  it('goes to its own origin where none was entered, before the server’s', () => {
    const kept = { ok: true, value: { key: 'sk-kept', source: 'user' } }
    expect(choose('https://api.openai.com/v1', { gate: remembering })).toEqual(kept)
    const outside = { ...remembering, access: false }
    expect(choose('https://api.openai.com/v1', { gate: outside })).toEqual(kept)
  })

  it('gives way to one that was entered, even where that one is refused', () => {
    const credential = { key: 'sk-mine', origin: 'https://api.openai.com' }
    const mine = { ok: true, value: { key: 'sk-mine', source: 'user' } }
    expect(choose('https://api.openai.com/v1', { gate: remembering, credential })).toEqual(mine)
    const elsewhere = { ...credential, origin: 'https://evil.example' }
    const found = choose('https://api.openai.com/v1', { gate: remembering, credential: elsewhere })
    expect(found).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  })

  it.each([
    'https://evil.example/v1',
    'http://api.openai.com/v1',
    'https://api.openai.com:8443/v1',
  ])('goes nowhere else: %s', (target) =>
    expect(choose(target, { gate: remembering })).toEqual(none),
  )

  it('belongs to its provider alone', () => {
    expect(
      choose('https://api.openai.com/v1', { gate: remembering, provider: 'openai_compatible' }),
    ).toEqual(none)
  })
})
