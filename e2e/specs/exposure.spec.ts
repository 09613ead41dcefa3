import { startNucleus } from '#e2e/fixtures/nucleus.ts'
import { run, send, jsonType, envelope } from '#e2e/fixtures/raw-requests.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const secret = 'sk-test-4242424242424242'

test('a server that was not told where it listens trusts nobody with its keys or its machine', async ({
  upstream,
}) => {
  // As by `next start` with HOST in an .env file: Next reads neither HOST nor the marker.
  const nucleus = await startNucleus({
    NUCLEUS_LISTENS_ON: '',
    HOST: '127.0.0.1',
    OPENAI_API_KEY: secret,
    OPENAI_BASE_URL: upstream.base,
  })
  expect((await run(nucleus, {}, { provider: 'openai' })).text).toContain('"kind":"forbidden"')
  const local = await run(nucleus, { endpoint: upstream.base })
  expect(local.text).toContain('"kind":"blocked"')
  expect(local.text).toContain('npm start')
  expect(upstream.requests).toEqual([])
  await nucleus.stop()
})

test('an operator’s list opens targets of this machine to people elsewhere, and no others', async ({
  upstream,
}) => {
  const { host, port } = new URL(upstream.origin)
  const nucleus = await startNucleus({
    NUCLEUS_ALLOWED_HOSTS: 'nucleus.example',
    NUCLEUS_ALLOWED_TARGETS: `${host}, 127.0.0.2:${port}`,
  })
  const from = { ...jsonType, host: 'nucleus.example', origin: 'http://nucleus.example' }
  const ask = (endpoint: string) => send(nucleus, '/api/chat', from, envelope({ endpoint }))
  expect((await ask(upstream.base)).text).toContain('event: end')
  expect(upstream.completions()).toHaveLength(1)
  for (const other of [
    upstream.base.replace('127.0.0.1', 'localhost'),
    upstream.base.replace('127.0.0.1', '127.0.0.3'),
    `http://127.0.0.1:${nucleus.port}/v1`,
  ]) {
    const refused = await ask(other)
    expect(refused.text).toContain('"kind":"blocked"')
    expect(refused.text).toContain(`NUCLEUS_ALLOWED_TARGETS=${new URL(other).host}`)
  }
  expect(upstream.completions()).toHaveLength(1)
  await nucleus.stop()
})
