import { beforeEach, describe, expect, it, vi } from 'vitest'
import keyVariables from '#lib/providers/key-variables.json'
import { isKey, isLocalOnly, publicEnv, readEnv, type Env } from './env.ts'

function settings(source: Record<string, string | undefined> = {}): Env {
  const read = readEnv({ NUCLEUS_LISTENS_ON: '127.0.0.1', ...source })
  if (!read.ok) throw new Error(read.error.join('\n'))
  return read.value
}

function faults(source: Record<string, string>): string[] {
  const read = readEnv({ NUCLEUS_LISTENS_ON: '127.0.0.1', ...source })
  return read.ok ? [] : read.error
}

const token = 'a-long-access-token'

describe('readEnv', () => {
  it('needs nothing', () => {
    expect(settings()).toEqual({
      host: '127.0.0.1',
      port: 3000,
      allowedHosts: [],
      trustProxy: false,
      allowLoopback: true,
      keys: Object.fromEntries(keyVariables.map(({ provider }) => [provider, {}])),
    })
  })

  it('reads every variable', () => {
    const read = settings({
      PORT: '8080',
      NUCLEUS_LISTENS_ON: '0.0.0.0',
      NUCLEUS_ALLOWED_HOSTS: 'Nucleus.Example.com, 10.0.0.5:8443,[::1]:9000,',
      NUCLEUS_TRUST_PROXY: '1',
      NUCLEUS_ACCESS_TOKEN: token,
      NUCLEUS_ALLOW_LOOPBACK: '0',
      OPENAI_API_KEY: ' sk-one ',
      OPENAI_BASE_URL: 'https://gateway.example/openai/v1/',
      LITELLM_API_KEY: 'sk-two',
      LITELLM_API_BASE: 'http://litellm.internal:4000',
      NUCLEUS_ALLOWED_TARGETS: 'vllm.internal:8000, 10.20.0.0/16',
      NUCLEUS_COOKIE_SECRET: 'thirty-two characters, at the least',
    })
    expect(read).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
      allowedHosts: ['nucleus.example.com', '10.0.0.5:8443', '[::1]:9000'],
      trustProxy: true,
      accessToken: token,
      allowLoopback: false,
      allowedTargets: [{ name: 'vllm.internal', port: 8000 }, { network: '10.20.0.0/16' }],
      cookieSecret: 'thirty-two characters, at the least',
      keys: {
        openai: { key: 'sk-one', base: 'https://gateway.example/openai/v1' },
        litellm: { key: 'sk-two', base: 'http://litellm.internal:4000' },
      },
    })
  })

  it('takes empty variables for unset ones', () => {
    const names = [
      'PORT',
      'NUCLEUS_ALLOWED_TARGETS',
      'NUCLEUS_COOKIE_SECRET',
      'NUCLEUS_ALLOWED_HOSTS',
      'NUCLEUS_ACCESS_TOKEN',
      'OPENAI_API_KEY',
    ]
    expect(settings(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(settings())
  })

  it('binds a key without a base to the usual address of its provider', () => {
    const { keys } = settings({ OPENAI_API_KEY: 'sk-one', LITELLM_API_KEY: 'sk-two' })
    expect(keys.openai).toEqual({ key: 'sk-one', base: 'https://api.openai.com/v1' })
    expect(keys.litellm).toEqual({ key: 'sk-two', base: 'http://127.0.0.1:4000/v1' })
  })

  it('takes a base without a key', () => {
    const { keys } = settings({ LITELLM_API_BASE: 'http://10.0.0.7:4000/' })
    expect(keys.litellm).toEqual({ base: 'http://10.0.0.7:4000' })
  })

  it.each([
    ['NUCLEUS_LISTENS_ON', '::1', '::1'],
    ['NUCLEUS_LISTENS_ON', '[::1]', '::1'],
    ['NUCLEUS_LISTENS_ON', 'Box.Local', 'box.local'],
  ])('reads %s %s', (name, text, host) => {
    expect(settings({ [name]: text }).host).toBe(host)
  })

  it('lists all faults at once, each with its variable', () => {
    const found = faults({
      PORT: '70000',
      NUCLEUS_LISTENS_ON: 'http://box',
      NUCLEUS_ALLOWED_HOSTS: '*.example.com',
      NUCLEUS_TRUST_PROXY: 'yes',
      NUCLEUS_ACCESS_TOKEN: 'short',
      NUCLEUS_ALLOW_LOOPBACK: 'true',
      NUCLEUS_ALLOWED_TARGETS: 'http://10.0.0.1',
      NUCLEUS_COOKIE_SECRET: 'too short by far',
      OPENAI_API_KEY: 'two words',
      OPENAI_BASE_URL: 'api.openai.com',
      LITELLM_API_KEY: 'ключ',
      LITELLM_API_BASE: 'http://user:secret@box/?a',
    })
    expect(found.map((fault) => fault.split(' ')[0]).toSorted()).toEqual(
      [
        'PORT',
        'NUCLEUS_LISTENS_ON',
        'NUCLEUS_ALLOWED_TARGETS',
        'NUCLEUS_COOKIE_SECRET',
        'NUCLEUS_ALLOWED_HOSTS',
        'NUCLEUS_TRUST_PROXY',
        'NUCLEUS_ACCESS_TOKEN',
        'NUCLEUS_ALLOW_LOOPBACK',
        'OPENAI_API_KEY',
        'OPENAI_BASE_URL',
        'LITELLM_API_KEY',
        'LITELLM_API_BASE',
      ].toSorted(),
    )
    for (const fault of found) expect(fault).toMatch(/ must be .+\.$/)
  })

  it('never repeats a key, a token or a password', () => {
    const text = faults({
      NUCLEUS_ACCESS_TOKEN: 'tiny-token',
      NUCLEUS_COOKIE_SECRET: 'tiny-secret',
      OPENAI_API_KEY: 'broken key',
      LITELLM_API_BASE: 'http://user:hunter2@box',
    }).join('\n')
    expect(text).not.toMatch(/tiny-token|tiny-secret|broken key|hunter2/)
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['NUCLEUS_LISTENS_ON', 'localhost:3000'],
    ['NUCLEUS_LISTENS_ON', '::1]'],
    ['NUCLEUS_LISTENS_ON', 'a b'],
    ['NUCLEUS_ALLOWED_HOSTS', 'https://nucleus.example.com'],
    ['NUCLEUS_ALLOWED_HOSTS', 'nucleus.example.com/path'],
    ['NUCLEUS_ALLOWED_HOSTS', 'a.example,b.example:99999'],
    ['NUCLEUS_ALLOWED_HOSTS', 'user@nucleus.example.com'],
    ['NUCLEUS_ACCESS_TOKEN', 'fifteen-chars-x'],
    ['NUCLEUS_ACCESS_TOKEN', 'sixteen chars and spaces'],
    ['OPENAI_API_KEY', 'sk-a\u0000b'],
    ['OPENAI_API_KEY', 'k'.repeat(4097)],
    ['OPENAI_BASE_URL', 'ftp://api.openai.com'],
    ['OPENAI_BASE_URL', 'https://api.openai.com/v1#x'],
    ['LITELLM_API_BASE', 'https://box/v1?key=1'],
  ])('refuses %s=%j', (name, text) => {
    const found = faults({ [name]: text })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(name)
  })
})

describe('env', () => {
  beforeEach(() => vi.resetModules())

  it('reads the environment of the process once', async () => {
    vi.stubEnv('PORT', '4567')
    const { env } = await import('./env.ts')
    const first = env()
    expect(first.port).toBe(4567)
    vi.stubEnv('PORT', '4568')
    expect(env()).toBe(first)
  })

  it('throws every fault in one error', async () => {
    vi.stubEnv('PORT', 'none')
    vi.stubEnv('NUCLEUS_TRUST_PROXY', 'maybe')
    const { env } = await import('./env.ts')
    expect(() => env()).toThrow(/PORT must be[\s\S]*NUCLEUS_TRUST_PROXY must be/)
  })
})

describe('isLocalOnly', () => {
  it.each([
    [{}, true],
    [{ NUCLEUS_LISTENS_ON: 'localhost' }, true],
    [
      {
        NUCLEUS_LISTENS_ON: '::1',
        NUCLEUS_ALLOWED_HOSTS: 'localhost:8080,[::1],app.localhost,127.0.0.2',
      },
      true,
    ],
    [{ NUCLEUS_LISTENS_ON: '0.0.0.0' }, false],
    [{ NUCLEUS_LISTENS_ON: '', HOST: '127.0.0.1' }, false],
    [{ NUCLEUS_LISTENS_ON: '::' }, false],
    [{ NUCLEUS_LISTENS_ON: '192.168.1.5' }, false],
    [{ NUCLEUS_ALLOWED_HOSTS: 'nucleus.example.com' }, false],
    [{ NUCLEUS_ALLOWED_HOSTS: 'localhost,127.0.0.1.example.com' }, false],
    [{ NUCLEUS_TRUST_PROXY: '1' }, false],
  ])('of %j is %s', (source, expected) => {
    expect(isLocalOnly(settings(source))).toBe(expected)
  })
})

describe('publicEnv', () => {
  const keys = { OPENAI_API_KEY: 'sk-one', LITELLM_API_BASE: 'http://10.0.0.7:4000' }

  it('tells names on this machine, where no token is needed', () => {
    expect(publicEnv(settings({ ...keys, NUCLEUS_ACCESS_TOKEN: token }))).toEqual({
      providersWithKey: ['openai'],
      bases: { openai: 'https://api.openai.com', litellm: 'http://10.0.0.7:4000' },
      addresses: { openai: 'https://api.openai.com/v1', litellm: 'http://10.0.0.7:4000' },
      needsAccessToken: false,
    })
  })

  it('asks for the token elsewhere', () => {
    const exposed = settings({
      ...keys,
      NUCLEUS_LISTENS_ON: '0.0.0.0',
      NUCLEUS_ACCESS_TOKEN: token,
    })
    expect(publicEnv(exposed)).toMatchObject({
      providersWithKey: ['openai'],
      needsAccessToken: true,
    })
  })

  it('promises no key that nobody can use', () => {
    const exposed = settings({ ...keys, NUCLEUS_LISTENS_ON: '0.0.0.0' })
    expect(publicEnv(exposed)).toMatchObject({ providersWithKey: [], needsAccessToken: false })
  })

  it('holds no key', () => {
    const values = keyVariables.flatMap(({ key, base }) => [
      [key, `value-of-${key}`],
      [base, `https://${base.toLowerCase().replaceAll('_', '-')}.example/a-path/v1`],
    ])
    const shown = JSON.stringify(
      publicEnv(settings(Object.fromEntries(values) as Record<string, string>)),
    )
    expect(shown).not.toMatch(/value-of/)
  })
})

describe('isKey', () => {
  it.each(['sk-abc_DEF.123', 'x', '!~'])('takes %j', (text) => expect(isKey(text)).toBe(true))
  it.each(['', 'a b', 'a\nb', 'a\r\nx: y', 'kľúč', '\u007f', 'k'.repeat(4097)])(
    'refuses %j',
    (text) => expect(isKey(text)).toBe(false),
  )
})
