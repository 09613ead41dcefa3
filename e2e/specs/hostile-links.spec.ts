import type { Page } from 'playwright/test'
import { hostileLinks } from '#e2e/fixtures/hostile-links.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** Requests of a page to anything but the files of Nucleus itself. */
function watchRequests(page: Page, own: string): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    const isFile = url.startsWith(`${own}/_next/static/`) || url.startsWith('blob:')
    if (!isFile) seen.push(`${request.method()} ${url.slice(0, 200)}`)
  })
  return seen
}

const links = hostileLinks('http://127.0.0.1:9')

test('there are at least thirty hostile links, each of another kind', () => {
  expect(links.length).toBeGreaterThanOrEqual(30)
  expect(links.filter(({ fragment }) => fragment === '')).toEqual([])
  expect(new Set(links.map(({ fragment }) => fragment)).size).toBe(links.length)
})

test('hostile links change nothing that is there, send nothing, and leave the page usable', async ({
  page,
  playground,
  nucleus,
  upstream,
}) => {
  test.setTimeout(240_000)
  await playground.useServer(upstream.base)
  await page.getByLabel('API key').fill('sk-of-the-victim')
  await playground.set('seed')
  const before = await formOf(page)
  const asked = watchRequests(page, nucleus.url)
  for (const { tries, fragment } of hostileLinks(upstream.origin)) {
    await test.step(tries, async () => {
      await page.evaluate((hash) => void (location.hash = hash), fragment)
      await answered(page)
      expect(await formOf(page)).toEqual(before)
      await dismiss(page)
      expect(await page.evaluate(() => 'stolen' in window || 'polluted' in {})).toBe(false)
    })
  }
  expect(asked.filter((one) => !one.startsWith('GET ') || one.includes('/api/'))).toEqual([])
  expect(upstream.requests.filter(({ url }) => url !== '/v1/models')).toEqual([])
  await playground.run()
  await playground.replied()
  expect(upstream.completions()).toHaveLength(1)
  expect(upstream.completions()[0]?.body).toMatchObject({ model: 'test-a', seed: 42 })
})

test('a hostile link opened on a fresh page never changes who is asked, and runs nothing', async ({
  page,
  playground,
  nucleus,
  upstream,
}) => {
  test.setTimeout(240_000)
  const asked = watchRequests(page, nucleus.url)
  for (const { tries, fragment } of hostileLinks(upstream.origin)) {
    await test.step(tries, async () => {
      // Two addresses that differ in the fragment alone are one page.
      await page.goto('about:blank')
      await playground.open(`#${fragment}`)
      await answered(page)
      await expect(playground.field('provider').getByRole('combobox')).toHaveValue('teaching')
      await expect(playground.field('api_base')).not.toHaveAttribute('data-state', 'set')
      expect(await page.evaluate(() => 'stolen' in window || 'polluted' in {})).toBe(false)
      await dismiss(page)
    })
  }
  expect(asked.filter((one) => one.includes('/api/chat'))).toEqual([])
  expect(upstream.requests).toEqual([])
  await playground.run()
  await playground.replied()
})

/** Until the link has been answered: by a sheet, or by a line that says what was opened. */
async function answered(page: Page): Promise<void> {
  await page.locator('dialog[open], [data-notice]').first().waitFor()
}

async function dismiss(page: Page): Promise<void> {
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape')
  const line = page.locator('[data-notice]')
  if ((await line.count()) > 0) await line.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.locator('dialog[open], [data-notice]')).toHaveCount(0)
}

/** What is set in the form, by parameter. */
function formOf(page: Page): Promise<(string | undefined)[][]> {
  return page
    .locator('[data-parameter]')
    .evaluateAll((fields) =>
      fields.map((field) => [
        field.getAttribute('data-parameter') ?? undefined,
        field.getAttribute('data-state') ?? undefined,
        ...[...field.querySelectorAll('input, select, textarea')].map((input) =>
          'value' in input ? String(input.value) : undefined,
        ),
      ]),
    )
}
