import { randomUUID } from 'node:crypto'
import { startNucleus } from '#e2e/fixtures/nucleus.ts'
import { envelope, jsonType, run, send, settings } from '#e2e/fixtures/raw-requests.ts'
import { startUpstream } from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test.describe('the gate', () => {
  test('answers to its own names only, whatever a proxy header says', async ({
    nucleus,
    upstream,
  }) => {
    const body = envelope({ endpoint: upstream.base })
    const evil = `evil.example:${nucleus.port}`
    for (const headers of [
      { host: evil, origin: `http://${evil}` },
      { host: 'evil.example', origin: 'http://evil.example' },
      { host: `127.0.0.1:${nucleus.port + 1}`, origin: `http://127.0.0.1:${nucleus.port + 1}` },
      { host: evil, 'x-forwarded-host': `127.0.0.1:${nucleus.port}`, origin: nucleus.url },
    ]) {
      expect((await send(nucleus, '/api/chat', { ...jsonType, ...headers }, body)).status).toBe(403)
      expect((await send(nucleus, '/v1/models', headers)).status).toBe(403)
    }
    expect(upstream.requests).toEqual([])
  })

  test('wants our own origin, and JSON', async ({ nucleus, upstream }) => {
    const body = envelope({ endpoint: upstream.base })
    const post = async (path: string, headers: Record<string, string>) =>
      (await send(nucleus, path, headers, body)).status
    expect(await post('/api/chat', jsonType)).toBe(403)
    expect(await post('/api/chat', { ...jsonType, origin: 'https://evil.example' })).toBe(403)
    expect(await post('/api/chat', { ...jsonType, origin: 'null' })).toBe(403)
    expect(await post('/api/chat', { 'content-type': 'text/plain', origin: nucleus.url })).toBe(415)
    expect(
      await post('/v1/chat/completions', { ...jsonType, origin: 'https://evil.example' }),
    ).toBe(403)
    expect(await post('/v1/chat/completions', { 'content-type': 'text/plain' })).toBe(415)
    expect((await send(nucleus, '/v1/models', {})).status).toBe(200)
    expect(upstream.requests).toEqual([])
  })

  test('refuses a server action that another page sends', async ({
    page,
    playground,
    nucleus,
    upstream,
  }) => {
    await playground.useServer(upstream.base)
    await playground.reset('stream')
    const sent = page.waitForRequest(
      (one) => one.method() === 'POST' && 'next-action' in one.headers(),
    )
    await playground.run()
    const action = await sent
    await playground.replied()
    const id = action.headers()['next-action'] ?? ''
    const before = upstream.completions().length
    const plain = { 'content-type': 'text/plain;charset=UTF-8', 'next-action': id }
    const body = JSON.stringify([{ runId: randomUUID(), settings, endpoint: upstream.base }])
    for (const headers of [
      { origin: 'https://evil.example' },
      { host: `evil.example:${nucleus.port}`, origin: `http://evil.example:${nucleus.port}` },
      {},
    ]) {
      await send(nucleus, '/', { ...plain, ...headers }, body)
    }
    expect(upstream.completions()).toHaveLength(before)
  })

  test('reads no body without end, and no parameter that it does not know', async ({
    nucleus,
    upstream,
  }) => {
    const headers = { ...jsonType, origin: nucleus.url }
    expect((await send(nucleus, '/api/chat', headers, 'x'.repeat(4_100_000))).status).toBe(413)
    expect((await send(nucleus, '/api/chat', headers, '{oops')).status).toBe(400)
    expect((await run(nucleus, { endpoint: upstream.base }, { mystery: 1 })).text).toContain(
      'mystery',
    )
    expect((await run(nucleus, { endpoint: upstream.base, extra: 1 })).status).toBe(400)
    expect(upstream.requests).toEqual([])
  })
})

test.describe('the address guard', () => {
  for (const address of [
    'http://10.0.0.1/v1',
    'http://169.254.169.254/latest',
    'https://[::ffff:10.0.0.1]/v1',
    'https://192.168.1.1/v1',
    'http://0x0a.1/v1',
    'http://user:pass@127.0.0.1/v1',
    'http://127.0.0.1/v1?x=1',
    'ftp://127.0.0.1/v1',
  ]) {
    test(`refuses ${address} as endpoint and as api_base`, async ({ nucleus }) => {
      for (const reply of [
        await run(nucleus, { endpoint: address }),
        await run(nucleus, {}, { api_base: address }),
      ]) {
        expect(reply.text).toMatch(/"kind":"(blocked|invalid)"/)
        expect(reply.text).not.toContain('event: response')
      }
    })
  }

  test('follows no redirect', async ({ nucleus, upstream }) => {
    const other = await startUpstream()
    upstream.answerNext((response) => {
      response.writeHead(302, { location: `${other.base}/chat/completions` })
      response.end()
    })
    expect((await run(nucleus, { endpoint: upstream.base })).text).toContain('redirect')
    expect(other.requests).toEqual([])
    await other.close()
  })

  test('refuses this machine where the operator says so', async ({ upstream }) => {
    const nucleus = await startNucleus({ NUCLEUS_ALLOW_LOOPBACK: '0' })
    for (const address of [upstream.base, upstream.base.replace('127.0.0.1', 'localhost')]) {
      expect((await run(nucleus, { endpoint: address })).text).toContain('"kind":"blocked"')
    }
    expect(upstream.requests).toEqual([])
    await nucleus.stop()
  })
})

test('headers close the page', async ({ page, nucleus }) => {
  const response = await page.goto(nucleus.url)
  const headers = response?.headers() ?? {}
  for (const part of [
    "frame-ancestors 'none'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
  ]) {
    expect(headers['content-security-policy']).toContain(part)
  }
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('faults of the environment are all named at once, without their values', async () => {
  const nucleus = await startNucleus({
    NUCLEUS_ACCESS_TOKEN: 'short',
    NUCLEUS_TRUST_PROXY: 'maybe',
    OPENAI_BASE_URL: 'nowhere',
  })
  expect((await send(nucleus, '/v1/models', {})).status).toBe(500)
  for (const name of ['NUCLEUS_ACCESS_TOKEN', 'NUCLEUS_TRUST_PROXY', 'OPENAI_BASE_URL']) {
    expect(nucleus.output()).toContain(name)
  }
  expect(nucleus.output()).not.toContain('short')
  await nucleus.stop()
})
