import { chromium } from 'playwright/test'
import { launchOptions } from '#e2e/browser.ts'
import { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test, watchConsole } from '#e2e/fixtures/test.ts'

test('what one browser shares, another opens and runs to the same bytes', async ({
  page,
  playground,
  nucleus,
}) => {
  await (await playground.set('seed')).locator('input').fill('20261126')
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('1.3')
  await playground
    .field('messages')
    .getByRole('textbox')
    .fill('Tell me a story about a “lighthouse” — 灯台, маяк.')
  await playground.run()
  await playground.replied()
  const mine = await replyOf(playground)
  expect(mine.text.length).toBeGreaterThan(20)

  await page.getByRole('button', { name: 'Share' }).click()
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue()
  expect(link).toContain('#2')

  const second = await chromium.launch(launchOptions())
  try {
    const other = await second.newPage()
    const complaints = watchConsole(other)
    const theirs = new Playground(other, nucleus.url)
    await other.goto(link)
    await theirs.ready()
    await expect(other.locator('[data-notice]')).toContainText('Opened')
    await expect(theirs.field('seed').locator('input')).toHaveValue('20261126')
    await theirs.run()
    await theirs.replied()
    expect(await replyOf(theirs)).toEqual(mine)
    expect(complaints).toEqual([])
  } finally {
    await second.close()
  }
})

/** The bytes of the reply and what is said of its first tokens. */
async function replyOf({ page }: Playground): Promise<{ text: string; figures: string }> {
  const text = (await page.locator('[data-reply-text]').textContent()) ?? ''
  await page.getByRole('tab', { name: 'Token' }).click()
  const figures = await page.locator('#inspector-panel dl').first().textContent()
  return { text, figures: figures ?? '' }
}
