import { packLink } from '#lib/preset/link-codec.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

async function fragmentOf(value: unknown): Promise<string> {
  const packed = await packLink(value)
  return packed.ok ? `#${packed.value}` : ''
}

test('a copied link opens the same preset on a fresh page, and runs nothing', async ({
  page,
  playground,
  upstream,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('1.2')
  await (await playground.set('stop')).locator('input').fill('END,')
  await playground.field('messages').getByRole('textbox').fill('Write a haiku about autumn')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.locator('[data-share-note]')).toHaveText(/Link copied/)
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await (await browser.newContext()).newPage()
  const requests: string[] = []
  other.on('request', (request) => requests.push(request.url()))
  await other.goto(link)
  const sheet = other.getByRole('dialog')
  await expect(sheet).toContainText('temperature')
  await sheet.getByRole('button', { name: 'Use this preset' }).click()
  await expect(other.locator('[data-parameter=temperature] input:not([type=range])')).toHaveValue(
    '1.2',
  )
  await expect(other.locator('[data-parameter=messages]').getByRole('textbox')).toHaveValue(
    'Write a haiku about autumn',
  )
  await expect(other.locator('[data-parameter=stop]')).toContainText('END')
  expect(requests.filter((url) => url.includes('/api/chat'))).toEqual([])
  expect(upstream.requests).toEqual([])
  await other.context().close()
})

test('a link written by hand is understood', async ({ page, playground }) => {
  await playground.open('#temperature=1.2&top_p=0.9')
  const sheet = page.getByRole('dialog', { name: 'Open this preset?' })
  await expect(sheet).toContainText('1.2')
  await sheet.getByRole('button', { name: 'Add to mine' }).click()
  await expect(playground.field('top_p').locator('input:not([type=range])')).toHaveValue('0.9')
  await expect(playground.field('messages').getByRole('textbox')).toHaveValue('Tell me about rain.')
})

test('a link that arrives while the page is open is proposed too', async ({ page, playground }) => {
  await playground.ready()
  await page.evaluate(() => void (location.hash = 'seed=7'))
  await expect(page.getByRole('dialog')).toContainText('seed')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(playground.field('seed')).toHaveAttribute('data-state', 'unset')
  expect(new URL(page.url()).hash).toBe('')
})

test('a hostile link does nothing but say so', async ({ page, playground }) => {
  const hostile = JSON.parse(
    '{"__proto__":{"polluted":1},"api_base":"https://evil.example/v1","api_key":"sk-steal","extra_body":{"a":{"authorization":"Bearer x"}},"temperature":0.4}',
  ) as unknown
  await playground.open(await fragmentOf(hostile))
  const sheet = page.getByRole('dialog')
  for (const name of ['__proto__', 'api_base', 'api_key', 'extra_body'])
    await expect(sheet).toContainText(name)
  await sheet.getByRole('button', { name: 'Use this preset' }).click()
  await expect(playground.field('temperature').locator('input:not([type=range])')).toHaveValue(
    '0.4',
  )
  await expect(playground.field('api_base')).not.toHaveAttribute('data-state', 'set')
  await expect(playground.field('extra_body')).toHaveAttribute('data-state', 'unset')
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
})

test('a bomb and a broken link are refused', async ({ page, playground }) => {
  const stream = new Blob([new Uint8Array(40_000_000)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'))
  const bomb = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')
  await playground.open(`#1${bomb}`)
  await expect(page.getByRole('dialog', { name: 'This link cannot be opened' })).toContainText(
    'more than a preset can hold',
  )
  await page.keyboard.press('Escape')
  await page.evaluate(() => void (location.hash = '1AAAA'))
  await expect(page.getByRole('dialog', { name: 'This link cannot be opened' })).toContainText(
    'damaged',
  )
})

test('api_base and keys stay out of a copied link', async ({ page, playground, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.useServer('https://api.example.com/v1')
  await page.getByLabel('API key').fill('sk-very-secret')
  await (await playground.set('api_base')).getByRole('textbox').fill('https://other.example/v1')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.locator('[data-share-note]')).toHaveText('Link copied. Left out: api_base.')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await playground.open(new URL(link).hash)
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('model')
  await expect(sheet).not.toContainText('secret')
  await expect(sheet).not.toContainText('other.example')
})
