import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright/test'
import { linkFor } from '#lib/preset/link.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

/** Presses Ctrl V on the page itself, with this text in the clipboard. */
async function pasteOnPage(page: Page, text: string): Promise<void> {
  await page.evaluate((one) => navigator.clipboard.writeText(one), text)
  await page.locator('body').press('ControlOrMeta+v')
}

const panel = (page: Page): Locator => page.getByRole('dialog', { name: 'Import' })
const box = (page: Page): Locator => panel(page).getByRole('textbox', { name: 'Text to import' })
const status = (page: Page): Locator => panel(page).getByRole('status')

/** A curl command with a key, a cookie and a header. */
function curlTo(base: string, body: unknown): string {
  const quoted = JSON.stringify(body, null, 2).replaceAll("'", String.raw`'\''`)
  return `$ curl -sS "${base}/chat/completions" \\
  -H 'Content-Type: application/json' \\
  -H "Authorization: Bearer sk-very-secret" \\
  -H 'X-Title: Mine' -b 'session=sk-very-secret' \\
  -d '${quoted}'`
}

const sent = {
  model: 'test-b',
  messages: [
    { role: 'system', content: 'It\'s "short".\n' },
    { role: 'user', content: 'What is rain? \\ $HOME 😀' },
  ],
  temperature: 0.4,
  stop: ['END'],
  logit_bias: { '50256': -100 },
  mirostat: 2,
}

test('a curl command is understood, proposed, applied and sent as it stands, without its key', async ({
  page,
  playground,
  upstream,
}) => {
  const traffic: string[] = []
  page.on('request', (request) => traffic.push(request.url() + (request.postData() ?? '')))
  await pasteOnPage(page, curlTo(upstream.base, sent))
  await expect(status(page)).toHaveText(
    'Understood: a curl command for OpenAI-compatible, 6 parameters, 2 messages. Left out: the key in --cookie, the key in Authorization, X-Title.',
  )
  await expect(panel(page)).toContainText('“mirostat” went to Additional parameters.')
  await panel(page).getByRole('button', { name: 'See the changes' }).click()
  const sheet = page.getByRole('dialog', { name: /^This text proposes/ })
  for (const name of [
    'provider',
    'model',
    'messages',
    'temperature',
    'stop',
    'logit_bias',
    'extra_body',
    'api_base',
  ])
    await expect(sheet.getByRole('row').filter({ hasText: name }).first()).toBeVisible()
  const address = sheet.getByRole('row').filter({ hasText: 'api_base' }).getByRole('checkbox')
  await expect(address).not.toBeChecked()
  await address.check()
  await sheet.getByRole('button', { name: /^Apply/ }).click()
  expect(upstream.completions()).toEqual([])
  await playground.run()
  await playground.replied()
  expect(upstream.completions()).toHaveLength(1)
  expect(upstream.completions()[0]?.body).toEqual(sent)
  expect(upstream.completions()[0]?.headers.authorization).toBeUndefined()
  expect(traffic.join()).not.toContain('very-secret')
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const stores = await Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise<unknown>((resolve) => {
            const open = indexedDB.open(name)
            open.onsuccess = () => {
              const { result } = open
              const names = [...result.objectStoreNames]
              if (names.length === 0) return resolve([])
              const all = names.map((store) =>
                result.transaction(store).objectStore(store).getAll(),
              )
              const last = all.at(-1)
              if (last)
                last.onsuccess = () =>
                  resolve(all.map((one) => (one.readyState === 'done' ? one.result : [])))
            }
          }),
      ),
    )
    const values = [...document.querySelectorAll('input, textarea')].map(
      (one) => (one as HTMLInputElement).value,
    )
    return JSON.stringify([
      stores,
      { ...localStorage },
      { ...sessionStorage },
      values,
      document.documentElement.outerHTML,
    ])
  })
  expect(kept).toContain('What is rain?')
  expect(kept).not.toContain('very-secret')
})

test('Python in the box is read as it is typed, and what it leaves out is said', async ({
  page,
  playground,
}) => {
  await playground.ready()
  await pasteOnPage(page, '{"temperature": 0.3}')
  await expect(status(page)).toContainText('Understood: JSON, 1 parameter.')
  await box(page).fill(
    'client = OpenAI(api_key="sk-very-secret")\nclient.chat.completions.create(model="gpt-4o-mini", temperature=heat,\n  messages=[{"role": "user", "content": "Hi"}])',
  )
  await expect(status(page)).toContainText(
    'Understood: Python for OpenAI, 1 parameter, 1 message. Left out: the key in api_key.',
  )
  await expect(panel(page)).toContainText('temperature cannot be read: heat is not in the text')
  await box(page).fill('Tell me about rain.')
  await expect(status(page)).toContainText('Nothing here can be read as a request.')
  await panel(page).getByRole('button', { name: 'See the changes' }).press('Enter')
  await expect(box(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  expect(await page.locator('html').innerHTML()).not.toContain('very-secret')
})

test('a file is read in the box and a link is proposed as a link', async ({ page, playground }) => {
  await pasteOnPage(page, '{"temperature": 0.3}')
  const name = 'warm.nucleus.json'
  const text = JSON.stringify({
    nucleus: 'preset',
    version: 1,
    name: 'Warm',
    settings: { temperature: 1.4 },
  })
  await panel(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(status(page)).toContainText('Understood: a preset file, 1 parameter.')
  const made = linkFor({ settings: { seed: 7 } })
  await box(page).fill(`https://nucleus.example/#${made.ok ? made.value : ''}`)
  await expect(status(page)).toContainText('Understood: a link, 1 parameter.')
  await page.keyboard.press('Tab')
  await panel(page).getByRole('button', { name: 'See the changes' }).press('Enter')
  const sheet = page.getByRole('dialog', { name: /^This link proposes/ })
  await sheet.getByRole('button', { name: /^Apply/ }).click()
  await expect(playground.field('seed').locator('input').first()).toHaveValue('7')
})

test('a transcript is understood on paste, added to what is there, and sent so', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await page.getByRole('button', { name: /^Run/ }).focus()
  await pasteOnPage(page, '**User:** What is fog?\n\n**Assistant:** A cloud\non the ground.\n')
  await expect(status(page)).toHaveText('Understood: a conversation, 2 messages.')
  const place = panel(page).getByRole('radiogroup')
  await place.getByRole('radio', { name: 'Replace the conversation' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(place.getByRole('radio', { name: 'Add to it' })).toBeChecked()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await panel(page).getByRole('button', { name: 'See the changes' }).press('Enter')
  const sheet = page.getByRole('dialog', { name: /^This text proposes one change/ })
  await expect(sheet.locator('[data-proposal=messages]')).toContainText('3 messages')
  await sheet.getByRole('button', { name: /^Apply/ }).press('Enter')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.messages).toEqual([
    { role: 'user', content: 'Tell me about rain.' },
    { role: 'user', content: 'What is fog?' },
    { role: 'assistant', content: 'A cloud\non the ground.' },
  ])
})

test('one of the lines of a data set is chosen, and takes the place of what is there', async ({
  page,
  playground,
}) => {
  const line = (content: string) =>
    JSON.stringify({ conversations: [{ from: 'human', value: content }] })
  await pasteOnPage(page, ['one', 'two', 'three'].map(line).join('\n'))
  await expect(panel(page)).toContainText('Of 3 lines the first was read.')
  const number = panel(page).getByRole('textbox', { name: 'Read number' })
  await number.fill('4')
  await expect(panel(page)).toContainText('Type a number from 1 to 3.')
  await number.press('ArrowUp')
  await expect(number).toHaveValue('2')
  await expect(panel(page)).toContainText('Of 3 lines number 2 was read.')
  await panel(page).getByRole('button', { name: 'See the changes' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Apply/ })
    .click()
  await expect(playground.field('messages').getByRole('textbox')).toHaveValue('two')
})

test('a plain text and a paste into a field open nothing', async ({ page, playground }) => {
  await pasteOnPage(page, 'Tell me about rain, please.')
  await pasteOnPage(page, 'Note: ask the\nUser: about rain.')
  await pasteOnPage(page, 'Answer: 42')
  const message = playground.field('messages').getByRole('textbox')
  await page.evaluate(() => navigator.clipboard.writeText('curl x/y -d \'{"temperature": 1}\''))
  await message.fill('')
  await message.press('ControlOrMeta+v')
  await expect(message).toHaveValue(/^curl/)
  await page.evaluate(() => navigator.clipboard.writeText('User: a\nAssistant: b'))
  await message.press('ControlOrMeta+a')
  await message.press('ControlOrMeta+v')
  await expect(message).toHaveValue('User: a\nAssistant: b')
  await expect(panel(page)).toBeHidden()
})

test('a megabyte is read whole though only its beginning is shown', async ({
  page,
  playground,
}) => {
  await playground.ready()
  const content = 'Rain "falls" on the café.\n'.repeat(40_000)
  await pasteOnPage(
    page,
    curlTo('https://api.openai.com/v1', { messages: [{ role: 'user', content }], top_p: 0.5 }),
  )
  await expect(status(page)).toContainText(
    'Understood: a curl command for OpenAI, 1 parameter, 1 message.',
  )
  await expect(panel(page)).toContainText('The beginning is shown; all')
  expect((await box(page).inputValue()).length).toBeLessThan(20_000)
  await panel(page).getByRole('button', { name: 'Clear' }).click()
  await expect(box(page)).toHaveValue('')
  await expect(status(page)).toContainText('Nothing is applied before you say so')
})

for (const theme of ['light', 'dark'] as const) {
  for (const size of ['desk', 'phone'] as const) {
    test(`axe finds nothing in the panel: ${theme}, ${size}`, async ({ page, playground }) => {
      await page.emulateMedia({ colorScheme: theme })
      if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 })
      await playground.ready()
      await pasteOnPage(page, curlTo('https://llm.example.org/v1', { ...sent, temperature: 9 }))
      await expect(status(page)).toContainText('Understood')
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations).toEqual([])
      const width = await panel(page).evaluate((one) => one.scrollWidth - one.clientWidth)
      expect(width).toBe(0)
    })
  }
}
