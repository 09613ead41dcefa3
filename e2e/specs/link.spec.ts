import { expect, test } from '#e2e/fixtures/test.ts'
import { Playground } from '#e2e/fixtures/playground.ts'
import { fragmentOf, numberIn, openShare, sharedIn } from '#e2e/fixtures/sharing.ts'

test('a link opens at once on a fresh page, runs nothing, and can be undone', async ({
  page,
  playground,
  browser,
}) => {
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('1.2')
  await playground.field('messages').getByRole('textbox').fill('Write a haiku about autumn')
  const { url } = await sharedIn(await openShare(page))
  const other = await (await browser.newContext()).newPage()
  const asked: string[] = []
  other.on('request', (request) => asked.push(request.url()))
  await other.goto(url)
  await expect(other.locator('[data-notice]')).toContainText('Opened the preset of the link')
  await expect(numberIn(other, 'temperature')).toHaveValue('1.2')
  const message = other.locator('[data-parameter=messages]').getByRole('textbox')
  await expect(message).toHaveValue('Write a haiku about autumn')
  expect(new URL(other.url()).hash).toBe('')
  await other.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await expect(message).toHaveValue('Tell me about rain.')
  expect(asked.filter((one) => one.includes('/api/chat') || one.includes('#'))).toEqual([])
  await other.context().close()
})

test('a link written by hand is understood, and leaves the rest as it is', async ({
  page,
  playground,
}) => {
  await playground.set('seed')
  await playground.open('#temperature=1.2&top_p=0.9')
  const sheet = page.getByRole('dialog', { name: 'This link proposes 2 changes' })
  await expect(sheet.locator('[data-proposal]')).toHaveCount(2)
  await sheet.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(numberIn(page, 'top_p')).toHaveValue('0.9')
  await expect(numberIn(page, 'seed')).toHaveValue('42')
})

test('provider and model are asked for even on a fresh page; all else is there', async ({
  page,
  nucleus,
}) => {
  const playground = new Playground(page, nucleus.url)
  await playground.open('#temperature=1.2&provider=openai&model=gpt-4o-mini')
  const sheet = page.getByRole('dialog', { name: 'This link proposes 2 changes' })
  await expect(sheet).toContainText('One value is in the form already')
  await expect(sheet).toContainText('decides who reads and who is paid')
  await expect(numberIn(page, 'temperature')).toHaveValue('1.2')
  await expect(playground.field('provider').getByRole('combobox')).toHaveValue('teaching')
  await sheet.getByRole('button', { name: 'Ignore link' }).click()
  await expect(playground.field('model').locator('input')).toHaveValue('nucleus-teaching-1')
})

test('a link that arrives while the page is open is proposed, over whatever is open', async ({
  page,
  playground,
}) => {
  await playground.set('temperature')
  await openShare(page)
  await page.evaluate(() => void (location.hash = 'seed=7'))
  const sheet = page.getByRole('dialog', { name: 'This link proposes one change' })
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await sheet.getByRole('button', { name: 'Ignore link' }).click()
  await expect(playground.field('seed')).toHaveAttribute('data-state', 'unset')
  expect(new URL(page.url()).hash).toBe('')
})

test('a recorded run opens offline, with no key, and says that it is recorded', async ({
  page,
  playground,
  browser,
}) => {
  await playground.run()
  await playground.replied()
  const text = await playground.text.root.innerText()
  const panel = await openShare(page)
  await panel.getByRole('checkbox', { name: 'Recorded run' }).check()
  const { url } = await sharedIn(panel)
  const context = await browser.newContext()
  const other = await context.newPage()
  const asked: string[] = []
  other.on('request', (request) => asked.push(request.url()))
  await other.goto(url)
  await expect(other.locator('[data-recorded=link]')).toContainText('Recorded, from a link')
  await other.waitForLoadState('networkidle')
  await context.setOffline(true)
  const shown = new Playground(other, url)
  await expect(shown.text.root).toHaveText(text, { useInnerText: true })
  await shown.text.walkTo(1)
  await expect(other.locator('[data-token-panel]')).toBeVisible()
  await other.getByRole('slider', { name: 'Temperature' }).last().press('End')
  await expect(other.getByText('what-if').first()).toBeVisible()
  expect(asked.filter((one) => one.includes('/api/'))).toEqual([])
  await context.close()
})

test('a broken link says so and changes nothing', async ({ page, playground }) => {
  await playground.open('#2AAAA')
  const sheet = page.getByRole('dialog', { name: 'This cannot be opened' })
  await expect(sheet).toContainText('damaged')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.evaluate(() => void (location.hash = '9AAAA'))
  await expect(sheet).toContainText('newer version')
})

test('the anchor of a heading is no link', async ({ page, playground }) => {
  await playground.open('#some-heading')
  await playground.set('seed')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(new URL(page.url()).hash).toBe('#some-heading')
})

test('a link of the first version opens still', async ({ page, playground }) => {
  await playground.set('temperature')
  const old = await page.evaluate(async () => {
    const stream = new Blob(['{"seed":11}']).stream()
    const packed = stream.pipeThrough(new CompressionStream('deflate-raw'))
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
    const text = btoa(String.fromCodePoint(...bytes))
    return `1${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
  })
  await page.evaluate((hash) => void (location.hash = hash), old)
  const sheet = page.getByRole('dialog')
  await expect(sheet.locator('[data-proposal=seed]')).toContainText('11')
  // It is a whole preset, so what it does not name would go.
  await expect(sheet.locator('[data-proposal=temperature]')).toContainText('not sent')
})

test('two visits of one link are alike', async ({ page, playground }) => {
  const fragment = fragmentOf({ settings: { seed: 3 }, name: 'Three' })
  await playground.set('temperature')
  for (let visit = 0; visit < 2; visit += 1) {
    await page.evaluate((hash) => void (location.hash = hash), fragment)
    const sheet = page.getByRole('dialog')
    await expect(sheet).toContainText('“Three”')
    await sheet.getByRole('button', { name: 'Ignore link' }).click()
  }
})
