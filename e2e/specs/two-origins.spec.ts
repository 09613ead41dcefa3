import type { BrowserContext, Page } from 'playwright/test'
import { startNucleus, type Nucleus } from '#e2e/fixtures/nucleus.ts'
import { Playground } from '#e2e/fixtures/playground.ts'
import { envelope, jsonType, send } from '#e2e/fixtures/raw-requests.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { startUpstream, type Upstream } from '#e2e/fixtures/upstream.ts'

const typed = 'sk-typed-1111111111111111'
const kept = 'sk-kept-2222222222222222'
const ofServer = 'sk-server-3333333333333333'
const secrets = [typed, kept, ofServer]

const providers = ['openai', 'litellm', 'openai_compatible'] as const

/** Ways in which a link, a preset or a form can name the attacker's base. */
function carriers(
  evil: Upstream,
): Readonly<Record<string, { endpoint?: string; settings: object }>> {
  const { base, origin } = evil
  const header = { 'x-forwarded-host': new URL(origin).host }
  return {
    api_base: { settings: { api_base: base } },
    'api_base with a slash': { settings: { api_base: `${base}/` } },
    'api_base by another name of this machine': {
      settings: { api_base: base.replace('127.0.0.1', 'localhost') },
    },
    endpoint: { endpoint: base, settings: {} },
    'endpoint and api_base': { endpoint: base, settings: { api_base: base } },
    fallbacks: { settings: { fallbacks: [{ model: 'b', api_base: base }] } },
    'fallbacks in a mapping': {
      settings: { fallbacks: [{ a: [{ model: 'b', base_url: base }] }] },
    },
    'fallbacks to another provider': {
      settings: { api_base: base, fallbacks: ['litellm_proxy/b', 'openai/b'], num_retries: 1 },
    },
    extra_body: { settings: { extra_body: { api_base: base } } },
    'extra_body, deep': {
      settings: { extra_body: { a: [{ litellm_params: { baseUrl: base } }] } },
    },
    'extra_body with a target': { settings: { api_base: base, extra_body: { model: 'b' } } },
    'extra_body with headers': { settings: { extra_body: { extra_headers: header } } },
    metadata: { settings: { metadata: { endpoint: base } } },
    'a tool': { settings: { tools: [{ type: 'mcp', server_url: base }] } },
    api_version: { settings: { api_base: base, api_version: `1@${new URL(origin).host}` } },
    model: { settings: { model: `../../@${new URL(origin).host}/x` } },
  }
}

// Hundreds of requests, one after the other; a busy machine takes its time.
test.describe.configure({ timeout: 180_000 })

interface Ground {
  nucleus: Nucleus
  home: Upstream
  evil: Upstream
  /** The Cookie header of a browser that has a key remembered for each provider. */
  cookie: string
}

/** A Nucleus with server keys for `home`, and a browser with keys remembered for `home`. */
async function withGround(
  page: Page,
  context: BrowserContext,
  use: (ground: Ground) => Promise<void>,
): Promise<void> {
  const [home, evil] = await Promise.all([startUpstream(), startUpstream()])
  const nucleus = await startNucleus({
    OPENAI_API_KEY: ofServer,
    OPENAI_BASE_URL: home.base,
    LITELLM_API_KEY: ofServer,
    LITELLM_API_BASE: home.base,
  })
  const playground = new Playground(page, nucleus.url)
  await playground.open()
  await playground.useServer(home.base)
  for (const provider of providers) {
    await playground.choose(provider, 'a')
    await page.getByLabel('API key').fill(kept)
    await page.getByRole('switch', { name: 'Remember on this device' }).click()
    await expect(page.locator('[data-remembered]')).toContainText(home.origin)
  }
  const cookies = await context.cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  await use({ nucleus, home, evil, cookie })
  await Promise.all([nucleus.stop(), home.close(), evil.close()])
}

test('a foreign base never gets a stored key, whoever names it and however', async ({
  page,
  context,
}) => {
  await withGround(page, context, async ({ nucleus, home, evil, cookie }) => {
    const plain = { ...jsonType, origin: nucleus.url }
    const credential = { key: typed, origin: home.origin }
    const stores = {
      typed: { headers: plain, rest: { credential }, key: typed },
      remembered: { headers: { ...plain, cookie }, rest: {}, key: kept },
      'of the server': { headers: plain, rest: {}, key: ofServer },
      'all of them': { headers: { ...plain, cookie }, rest: { credential }, key: typed },
    }
    const ask = (headers: Record<string, string>, rest: object, settings: object) =>
      send(nucleus, '/api/chat', headers, envelope(rest, settings))
    let reached = 0
    for (const { headers, rest, key } of Object.values(stores)) {
      for (const provider of providers) {
        const atHome = provider === 'openai_compatible' ? { endpoint: home.base } : {}
        const own =
          provider === 'openai_compatible' && key === ofServer ? undefined : `Bearer ${key}`
        await ask(headers, { ...rest, ...atHome }, { provider })
        // Each of the keys does go to where it belongs.
        expect(home.completions().at(-1)?.headers.authorization).toBe(own)
        for (const [name, { endpoint, settings }] of Object.entries(carriers(evil))) {
          const reply = await ask(
            headers,
            { ...rest, ...atHome, ...(endpoint ? { endpoint } : {}) },
            { provider, ...settings },
          )
          const seen = evil.requests.splice(0)
          reached += seen.length
          const text = JSON.stringify(seen)
          expect([provider, name, secrets.filter((one) => text.includes(one))]).toEqual([
            provider,
            name,
            [],
          ])
          expect(text).not.toMatch(/authorization|cookie|nucleus-keys/i)
          expect(secrets.filter((one) => reply.text.includes(one))).toEqual([])
        }
      }
    }
    // Without a key the foreign base may be called: that is what typing an address is for.
    expect(reached).toBeGreaterThan(10)
  })
})

test('a page that names a foreign base carries no remembered or typed key there', async ({
  page,
  context,
}) => {
  await withGround(page, context, async ({ nucleus, evil }) => {
    const playground = new Playground(page, nucleus.url)
    await playground.choose('openai', 'a')
    await page.getByLabel('API key').fill(typed)
    const own = { provider: 'openai', model: 'b', messages: 'Hi', stream: 'true' }
    const link = new URLSearchParams({ ...own, api_base: evil.base })
    await page.goto(`${nucleus.url}/#${link.toString()}`)
    // A link may propose an address, but nobody takes it by accident.
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Apply/ })
      .click()
    await expect(playground.field('model').locator('input')).toHaveValue('b')
    await expect(playground.field('api_base')).not.toHaveAttribute('data-state', 'set')
    const field = await playground.set('api_base')
    await field.locator('input').fill(evil.base)
    await expect(page.locator('[data-field="api_key"]')).toContainText(
      `it is not sent to ${evil.origin}`,
    )
    await playground.run()
    await playground.replied()
    await playground.reset('stream')
    await playground.run()
    await expect.poll(() => evil.completions().length).toBe(2)
    await playground
      .field('model')
      .getByRole('button', { name: /^Refresh/ })
      .click()
    await expect.poll(() => evil.requests.length).toBe(3)
    const text = JSON.stringify(evil.requests)
    expect(secrets.filter((one) => text.includes(one))).toEqual([])
    expect(text).not.toMatch(/authorization|cookie/i)
  })
})
