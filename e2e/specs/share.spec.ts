import { readFile } from 'node:fs/promises'
import { expect, test } from '#e2e/fixtures/test.ts'
import { dragFile, faults, numberIn, openShare, sharedIn } from '#e2e/fixtures/sharing.ts'

test('the link is copied, and the count is its length', async ({ page, playground, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.set('temperature')
  const panel = await openShare(page)
  await panel.getByRole('button', { name: 'Copy link' }).click()
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible()
  const { url, opened } = await sharedIn(panel)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url)
  await expect(panel.locator('[data-link-length]')).toHaveText(String(url.length))
  expect(opened.preset.settings).toMatchObject({ provider: 'teaching', temperature: 1 })
  await panel.getByRole('checkbox', { name: 'Messages' }).uncheck()
  await expect(panel.getByRole('button', { name: 'Copy link' })).toBeVisible()
  expect((await sharedIn(panel)).opened.preset.settings).not.toHaveProperty('messages')
})

test('where the clipboard is closed, the link stands selected', async ({ page, playground }) => {
  await playground.ready()
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))
  })
  const panel = await openShare(page)
  await panel.getByRole('button', { name: 'Copy link' }).click()
  const { url } = await sharedIn(panel)
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(url)
})

test('what may identify a person is left out until it is ticked, and each part says its cost', async ({
  page,
  playground,
}) => {
  await playground.useServer('http://127.0.0.1:9/v1')
  await page.getByLabel('API key').fill('sk-very-secret')
  await playground.writeJson('metadata', '{"tenant": "acme"}')
  await (await playground.set('user')).getByRole('textbox').fill('user-1234')
  await (await playground.set('api_base')).getByRole('textbox').fill('https://llm.lab.example/v1')
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('9')
  const panel = await openShare(page)
  const before = await sharedIn(panel)
  const { settings } = before.opened.preset
  expect(Object.keys(settings).toSorted()).toEqual(
    ['logprobs', 'messages', 'model', 'provider', 'stream', 'top_logprobs'].toSorted(),
  )
  const out = panel.getByRole('region', { name: 'Left out' })
  await expect(out).toContainText('Temperature has a problem')
  await expect(out).toContainText('API key never in a link')
  for (const [name, key] of [
    ['Metadata', 'metadata'],
    ['User, safety identifier', 'user'],
    ['API base', 'api_base'],
  ] as const) {
    const row = panel.getByRole('listitem').filter({ hasText: name }).first()
    await expect(row).toContainText(key === 'api_base' ? 'tells your server' : 'may identify you')
    const promised = Number(await row.locator('.font-mono').innerText())
    await row.getByRole('checkbox').check()
    const after = await sharedIn(panel)
    expect(after.opened.preset.settings).toHaveProperty(key)
    expect(after.url.length).toBe(before.url.length + promised)
    expect(JSON.stringify(after)).not.toContain('secret')
    await row.getByRole('checkbox').uncheck()
  }
})

test('a private API base never travels, and the panel says so', async ({ page, playground }) => {
  await playground.useServer('http://127.0.0.1:9/v1')
  await (await playground.set('api_base')).getByRole('textbox').fill('http://10.1.2.3:8000/v1')
  const panel = await openShare(page)
  await expect(panel.getByRole('checkbox', { name: 'API base' })).toHaveCount(0)
  await expect(panel.getByRole('region', { name: 'Left out' })).toContainText(
    'API base a private address',
  )
  expect((await sharedIn(panel)).opened.preset.settings).not.toHaveProperty('api_base')
})

test('name, description and note are part of the link as they are typed', async ({
  page,
  playground,
}) => {
  await playground.ready()
  const panel = await openShare(page)
  await panel.getByText('Name, description and note').click()
  await panel.getByRole('textbox', { name: 'Name' }).fill('Rain in three ways')
  await panel.getByRole('textbox', { name: 'Note to whoever opens it' }).fill('Look at token 2.')
  await expect
    .poll(async () => (await sharedIn(panel)).opened.preset)
    .toMatchObject({ name: 'Rain in three ways', authorNote: 'Look at token 2.' })
  await panel.getByRole('textbox', { name: 'Name' }).fill('')
  await expect(panel.getByRole('textbox', { name: 'Name' })).toBeFocused()
})

test('a recorded run travels when it is ticked, and says what the link is without it', async ({
  page,
  playground,
}) => {
  let panel = await openShare(page)
  await expect(panel.getByRole('checkbox', { name: 'Recorded run' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await playground.run()
  await playground.replied()
  panel = await openShare(page)
  const plain = await sharedIn(panel)
  await panel.getByRole('checkbox', { name: 'Recorded run' }).check()
  await expect(panel).toContainText(
    `Without the recorded run: ${plain.url.length.toLocaleString('en')} characters`,
  )
  const { opened } = await sharedIn(panel)
  expect(opened.run?.completion).toContain('chat.completion')
  await page.keyboard.press('Escape')
  await playground.set('seed')
  panel = await openShare(page)
  await expect(panel).toContainText('made with other settings than the form has')
})

test('the code is black on white, or says that the link is too long', async ({
  page,
  playground,
}) => {
  let panel = await openShare(page)
  await panel.getByRole('button', { name: 'QR code' }).click()
  const code = page.getByRole('img', { name: 'QR code of the link' })
  await expect(code.locator('rect')).toHaveAttribute('fill', '#fff')
  await expect(code.locator('path')).toHaveAttribute('fill', '#000')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByRole('button', { name: 'QR code' })).toBeFocused()
  await page.keyboard.press('Escape')
  await playground.field('messages').getByRole('textbox').fill(noise(5000))
  panel = await openShare(page)
  await panel.getByRole('button', { name: 'QR code' }).click()
  await expect(page.getByRole('dialog')).toContainText('a QR code holds at most')
})

test('what does not fit into a link goes into a file, which can be dropped on the page', async ({
  page,
  playground,
}) => {
  const long = noise(150_000)
  await playground.field('messages').getByRole('textbox').fill(long)
  const panel = await openShare(page)
  await expect(panel.getByRole('alert')).toContainText('too large for a link')
  const downloading = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Save as file' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('preset.nucleus.json')
  const text = await readFile(await download.path(), 'utf8')
  await page.keyboard.press('Escape')
  await playground.field('messages').getByRole('textbox').fill('Something else')
  await dragFile(page, text, ['dragover'])
  await expect(page.getByText('Drop the file to open it')).toBeVisible()
  await dragFile(page, text, ['drop'])
  const sheet = page.getByRole('dialog', { name: 'This file proposes one change' })
  await expect(sheet).toContainText('150,006 characters')
  await expect(page.getByText('Drop the file to open it')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(playground.field('messages').getByRole('textbox')).toHaveValue(long)
})

test('a file that is no preset is refused in words', async ({ page, playground }) => {
  await playground.ready()
  await dragFile(page, '{"model": "gpt-4o"}', ['dragover', 'drop'])
  await expect(page.getByRole('dialog', { name: 'This cannot be opened' })).toContainText(
    'not saved by Nucleus',
  )
})

test('all of it works by keyboard', async ({ page, playground }) => {
  await playground.set('temperature')
  const box = numberIn(page, 'temperature')
  await box.focus()
  await page.keyboard.press('Control+Shift+c')
  const panel = page.getByRole('dialog', { name: 'Share this preset' })
  await expect(panel).toBeVisible()
  const messages = panel.getByRole('checkbox', { name: 'Messages' })
  for (let press = 0; press < 30; press += 1) {
    if (await messages.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(messages).toBeFocused()
  await page.keyboard.press('Space')
  expect((await sharedIn(panel)).opened.preset.settings).not.toHaveProperty('messages')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(box).toBeFocused()
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the panel, its lists and its code', async ({ page, playground }) => {
      await playground.run()
      await playground.replied()
      const panel = await openShare(page)
      await panel.getByText('Name, description and note').click()
      await panel.getByRole('checkbox', { name: 'Recorded run' }).check()
      await panel.getByRole('checkbox', { name: 'Lock all but' }).check()
      await panel.getByRole('checkbox', { name: /^Temperature/ }).check()
      expect(await faults(page)).toEqual([])
      await panel.getByRole('button', { name: 'QR code' }).click()
      await expect(page.getByRole('dialog', { name: 'QR code of this link' })).toBeVisible()
      expect(await faults(page)).toEqual([])
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the panel fits and can be used', async ({ page, playground }) => {
    await playground.run()
    await playground.replied()
    const panel = await openShare(page)
    await panel.getByRole('checkbox', { name: 'Lock all but' }).check()
    await panel.getByRole('searchbox', { name: 'Find a control' }).fill('temper')
    await panel.getByRole('checkbox', { name: /^Temperature/ }).check()
    expect((await sharedIn(panel)).opened.preset.unlocked).toEqual(['temperature'])
    const width = await panel.evaluate((one) => {
      const inner = [one, ...one.querySelectorAll('div')]
      return Math.max(...inner.map((part) => part.scrollWidth - part.clientWidth))
    })
    expect(width).toBeLessThanOrEqual(0)
    expect(await faults(page)).toEqual([])
  })
})

/** Text that cannot be compressed much, and is the same in every run. */
function noise(length: number): string {
  let state = 7
  const letters = Array.from({ length }, () => {
    state = (state * 48271) % 2147483647
    return String.fromCodePoint(33 + (state % 90))
  })
  return letters.join('')
}
