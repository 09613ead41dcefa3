import type { Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'
import { writeText } from '#e2e/fixtures/values.ts'

test('drafts and the last run outlive a reload, even when they are broken', async ({
  page,
  playground,
}) => {
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('2.5')
  await writeText(await playground.set('logit_bias'), '{"2683": ')
  await playground.field('temperature').locator('input:not([type=range])').fill('0.5')
  await playground.reset('logit_bias')
  await playground.run()
  await playground.replied()
  const reply = await playground.reply.textContent()
  await writeText(await playground.set('logit_bias'), '{"2683": ')
  await saved(page, '{\\"2683\\": ')
  await page.reload()
  await playground.ready()
  await expect(playground.field('temperature').locator('input:not([type=range])')).toHaveValue(
    '0.5',
  )
  await expect(playground.field('logit_bias')).toContainText('{"2683":')
  await expect(playground.field('logit_bias')).toHaveAttribute('data-state', 'problem')
  await expect(playground.reply).toHaveText(reply ?? '')
})

test('"keep nothing" forgets what was kept and keeps no more', async ({ page, playground }) => {
  await playground.field('messages').getByRole('textbox').fill('A private question')
  await saved(page, 'A private question')
  await playground.switchKeeping()
  await expect.poll(() => kept(page)).not.toContain('A private question')
  await playground.field('messages').getByRole('textbox').fill('Another one')
  await page.reload()
  await playground.ready()
  await expect(playground.field('messages').getByRole('textbox')).toHaveValue('Tell me about rain.')
  expect(await kept(page)).not.toContain('Another one')
})

async function saved(page: Page, part: string): Promise<void> {
  await expect.poll(() => kept(page)).toContain(part)
}

/** Everything that the page has stored, as text. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = (request: IDBRequest) =>
      new Promise((resolve) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => resolve(undefined))
      })
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('nucleus')) return ''
    const database = (await settled(indexedDB.open('nucleus'))) as IDBDatabase
    const all = await settled(database.transaction('playground').objectStore('playground').getAll())
    database.close()
    return JSON.stringify([all, { ...localStorage }])
  })
}

test('a browser without room says once that nothing more is kept', async ({ page, playground }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('It is full.', 'QuotaExceededError')
    }
  })
  await page.reload()
  await playground.ready()
  const message = playground.field('messages').getByRole('textbox')
  await message.fill('A question')
  const notice = page.locator('[data-notice]')
  await expect(notice).toContainText('There is no room left in this browser')
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await message.fill('Another question')
  await playground.run()
  await playground.replied()
  await expect(page.getByText('what is on this page is not kept')).toHaveCount(0)
})
