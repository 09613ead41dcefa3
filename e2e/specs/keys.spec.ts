import { readLink } from '#lib/preset/link.ts'
import { startNucleus } from '#e2e/fixtures/nucleus.ts'
import { envelope, jsonType, run, send } from '#e2e/fixtures/raw-requests.ts'
import { json, startUpstream } from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const secret = 'sk-test-4242424242424242'

for (const [name, value] of [
  ['extra_body', { deep: [{ api_key: secret }] }],
  ['metadata', { authorization: `Bearer ${secret}` }],
  ['fallbacks', [{ model: 'b', api_base: 'https://evil.example' }]],
  ['messages', [{ role: 'user', content: 'Hi', api_base: 'https://evil.example' }]],
  ['messages', [{ role: 'user', content: [{ type: 'text', text: 'Hi', api_key: secret }] }]],
] as const) {
  test(`no key and no address may hide in ${name}: ${JSON.stringify(value).slice(0, 60)}`, async ({
    nucleus,
    upstream,
  }) => {
    const reply = await run(nucleus, { endpoint: upstream.base }, { [name]: value })
    expect(reply.status).toBe(400)
    expect(reply.text).toContain(name)
    expect(upstream.requests).toEqual([])
  })
}

test('a person’s keys go to the origin they were entered for, and nowhere else', async ({
  nucleus,
  upstream,
}) => {
  const other = await startUpstream()
  const credential = { key: secret, origin: upstream.origin }
  await run(nucleus, { endpoint: upstream.base, credential })
  expect(upstream.completions()[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  const refused = await run(nucleus, { endpoint: other.base, credential })
  expect(refused.text).toContain('"kind":"forbidden"')
  await run(nucleus, { endpoint: upstream.base, credential }, { api_base: other.base })
  expect(JSON.stringify(other.requests)).not.toContain(secret)
  await other.close()
})

test('server keys go to their own base only', async ({ upstream }) => {
  const other = await startUpstream()
  const nucleus = await startNucleus({ OPENAI_API_KEY: secret, OPENAI_BASE_URL: upstream.base })
  await run(nucleus, {}, { provider: 'openai' })
  expect(upstream.completions()[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  await run(nucleus, {}, { provider: 'openai', api_base: other.base })
  await run(nucleus, { endpoint: other.base }, { provider: 'openai_compatible' })
  await run(nucleus, { endpoint: other.base }, { provider: 'litellm' })
  expect(JSON.stringify(other.requests)).not.toContain(secret)
  expect(nucleus.output()).not.toContain(secret)
  await nucleus.stop()
  await other.close()
})

test('server keys wait for the access token when others can reach Nucleus', async ({
  upstream,
}) => {
  const token = 'a-long-enough-access-token'
  const nucleus = await startNucleus({
    LITELLM_API_KEY: secret,
    LITELLM_API_BASE: upstream.base,
    NUCLEUS_ALLOWED_HOSTS: 'nucleus.example',
    NUCLEUS_ACCESS_TOKEN: token,
  })
  const from = { ...jsonType, host: 'nucleus.example', origin: 'http://nucleus.example' }
  const ask = (rest: object) =>
    send(nucleus, '/api/chat', from, envelope(rest, { provider: 'litellm' }))
  expect((await ask({})).text).toContain('"kind":"forbidden"')
  expect((await ask({ access: 'a-wrong-access-token!' })).text).toContain('"kind":"forbidden"')
  expect(upstream.completions()).toEqual([])
  await ask({ access: token })
  expect(upstream.completions()[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  await nucleus.stop()
})

test('keys appear in no event, page, store, link or log', async ({
  page,
  playground,
  nucleus,
  upstream,
  context,
  complaints,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  upstream.answerWith((response, request) =>
    json({ error: { message: `Bad key ${request.headers.authorization}` } }, 401)(
      response,
      request,
    ),
  )
  await playground.useServer(upstream.base)
  await page.getByLabel('API key').fill(secret)
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  for (const tab of ['Run', 'Request', 'Response']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    expect(await page.locator('body').innerText()).not.toContain(secret)
  }
  await page.getByRole('tab', { name: 'Request', exact: true }).click()
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('curl ')
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain(secret)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('/#2')
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
  expect(JSON.stringify(readLink(link.hash.slice(1)))).not.toContain(secret)
  expect(link.href).not.toContain(secret)
  await page.keyboard.press('Escape')
  expect(JSON.stringify(await context.storageState({ indexedDB: true }))).not.toContain(secret)
  expect(nucleus.output()).not.toContain(secret)
  await page.reload()
  await playground.ready()
  await expect(page.getByLabel('API key')).toHaveValue('')
  expect(complaints).toEqual([])
})
