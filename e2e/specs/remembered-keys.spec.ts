import type { Page } from 'playwright/test'
import { startNucleus } from '#e2e/fixtures/nucleus.ts'
import { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { startUpstream } from '#e2e/fixtures/upstream.ts'

const secret = 'sk-test-remembered-0123456789-wxyz'

// Some of these start servers of their own.
test.describe.configure({ timeout: 90_000 })

const keyBox = (page: Page) => page.getByLabel('API key')
const kept = (page: Page) => page.locator('[data-remembered]')

async function rememberKey(page: Page, key = secret): Promise<void> {
  await keyBox(page).fill(key)
  await page.getByRole('switch', { name: 'Remember on this device' }).click()
  await expect(kept(page)).toContainText('is remembered on this device until')
}

test('a key is remembered over a reload, for its origin, in a cookie that no script reads', async ({
  page,
  playground,
  nucleus,
  upstream,
  context,
}) => {
  await playground.useServer(upstream.base)
  await rememberKey(page)
  await expect(keyBox(page)).toHaveValue('')
  await expect(keyBox(page)).toBeFocused()
  await expect(kept(page)).toContainText(`A key for ${upstream.origin} (ends in wxyz)`)
  await page.reload()
  await playground.ready()
  await expect(kept(page)).toContainText(upstream.origin)
  await playground.run()
  await playground.replied()
  await playground.reset('stream')
  await playground.run()
  await playground.replied()
  await playground.field('model').locator('input').click()
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2)
  expect(upstream.completions().map(({ body }) => body.stream)).toEqual([true, undefined])
  expect(upstream.requests.map(({ headers }) => headers.authorization)).toEqual(
    Array.from({ length: 3 }, () => `Bearer ${secret}`),
  )
  const [cookie, ...others] = await context.cookies()
  expect(others).toEqual([])
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', secure: false })
  expect(cookie?.name).toMatch(/^nucleus-keys-[\da-f]{12}$/)
  expect(`${cookie?.name}=${cookie?.value}`.length).toBeLessThanOrEqual(4096)
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400
  expect(Math.round(days)).toBe(90)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const everything = JSON.stringify(await context.storageState({ indexedDB: true }))
  expect(everything + (await page.content()) + nucleus.output()).not.toContain(secret)
})

test('a remembered key is forgotten on request, and nothing is sent any more', async ({
  page,
  playground,
  upstream,
  context,
}) => {
  await playground.useServer(upstream.base)
  await rememberKey(page)
  await page.getByRole('button', { name: /^Forget/ }).click()
  await expect(kept(page)).toHaveCount(0)
  await expect(keyBox(page)).toBeFocused()
  expect(await context.cookies()).toEqual([])
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.headers.authorization).toBeUndefined()
})

test('a key is remembered when it is typed after the switch, and only when it is whole', async ({
  page,
  playground,
  upstream,
  context,
}) => {
  await playground.useServer(upstream.base)
  await page.getByRole('switch', { name: 'Remember on this device' }).click()
  await keyBox(page).pressSequentially(secret)
  expect(await context.cookies()).toEqual([])
  await playground.run()
  await expect(kept(page)).toContainText('ends in wxyz')
  await playground.replied()
  expect(upstream.completions()[0]?.headers.authorization).toBe(`Bearer ${secret}`)
})

test('a typed key goes before the remembered one, and each to its own origin only', async ({
  page,
  playground,
  upstream,
}) => {
  const other = await startUpstream()
  await playground.useServer(upstream.base)
  await rememberKey(page)
  await keyBox(page).fill('sk-typed')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.headers.authorization).toBe('Bearer sk-typed')
  await keyBox(page).fill('')
  await playground.useServer(other.base)
  await expect(kept(page)).toContainText(`it is not sent to ${other.origin}`)
  await playground.run()
  await playground.replied()
  expect(other.completions()).toHaveLength(1)
  expect(JSON.stringify(other.requests)).not.toContain(secret)
  expect(other.completions()[0]?.headers).not.toHaveProperty('authorization')
  expect(JSON.stringify(other.requests)).not.toContain('cookie')
  await keyBox(page).fill('sk-of-the-other-server')
  await page.getByRole('switch', { name: 'Remember on this device' }).click()
  await expect(kept(page)).toHaveCount(2)
  await other.close()
})

test('“Keep nothing on this device” forgets remembered keys and offers no more', async ({
  page,
  playground,
  upstream,
  context,
}) => {
  await playground.useServer(upstream.base)
  await rememberKey(page)
  await playground.switchKeeping()
  await expect(kept(page)).toHaveCount(0)
  expect(await context.cookies()).toEqual([])
  await expect(page.getByText('Keys are not remembered here')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Remember on this device' })).toHaveCount(0)
})

test('two installations on one host keep their secrets and their cookies apart', async ({
  page,
  upstream,
  context,
}) => {
  const first = await startNucleus({ NUCLEUS_COOKIE_SECRET: 'first-secret-of-32-characters-xx' })
  const playground = new Playground(page, first.url)
  await playground.open()
  await playground.useServer(upstream.base)
  await rememberKey(page)
  const [cookie] = await context.cookies()
  await first.stop()
  const second = await startNucleus({ NUCLEUS_COOKIE_SECRET: 'other-secret-of-32-characters-xx' })
  const again = new Playground(page, second.url)
  await again.open()
  await again.useServer(upstream.base)
  await expect(page.getByRole('switch', { name: 'Remember on this device' })).toBeVisible()
  await rememberKey(page, 'sk-second-key-of-another-server')
  const names = (await context.cookies()).map(({ name }) => name)
  // Both installations share the host, and neither has taken the other's cookie away.
  expect(new Set(names).size).toBe(2)
  expect(names).toContain(cookie?.name)
  await second.stop()
})

test('a key is bound to the base that the server sets, and is sent there', async ({
  page,
  upstream,
}) => {
  const nucleus = await startNucleus({ OPENAI_BASE_URL: upstream.base })
  const playground = new Playground(page, nucleus.url)
  await playground.open()
  await playground.choose('openai', 'gpt-4o-mini')
  await expect(keyBox(page)).toBeEditable({ timeout: 30_000 })
  await expect(page.locator('[data-field="api_key"]')).toContainText(`sent to ${upstream.origin}`)
  await keyBox(page).fill(secret)
  await expect(page.locator('[data-field="api_key"]')).toContainText(
    `Sent to ${upstream.origin} only`,
  )
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  await nucleus.stop()
})
