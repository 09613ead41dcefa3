import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Keys' })
const switchOf = (page: Page) => page.getByRole('switch', { name: /^Single keys/ })
const metricOf = (page: Page) =>
  page.getByRole('radiogroup', { name: 'Tint by' }).getByRole('radio', { checked: true })

test('a question mark opens the list of keys, and Escape closes it', async ({
  page,
  playground,
}) => {
  await playground.ready()
  await page.keyboard.press('?')
  await expect(dialogOf(page)).toBeVisible()
  for (const meaning of ['Run', 'Branch from the token', 'Next metric of the tints', 'This list'])
    await expect(dialogOf(page).getByRole('definition').getByText(meaning)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()
})

test('a question mark in a text is a question mark', async ({ page, playground }) => {
  const message = playground.field('messages').getByRole('textbox').first()
  await message.fill('Why')
  await message.press('End')
  await page.keyboard.press('?')
  await expect(message).toHaveValue('Why?')
  await expect(dialogOf(page)).toBeHidden()
})

test('single keys are switched off and on, over a reload too; the button stays a way in', async ({
  page,
  playground,
}) => {
  await playground.run()
  await playground.replied()
  // What draws a reply is loaded when there is one, and a key means nothing before that.
  await expect(page.getByRole('list', { name: 'Legend' })).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('m')
  await expect(metricOf(page)).toHaveText('Surprisal')
  await page.keyboard.press('?')
  await expect(switchOf(page)).toHaveAttribute('aria-checked', 'true')
  await switchOf(page).click()
  await expect(switchOf(page)).toHaveAttribute('aria-checked', 'false')
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await page.keyboard.press('?')
  // What a key did would be seen by the time that another control has answered.
  await page.getByRole('radio', { name: 'Rank' }).click()
  await expect(metricOf(page)).toHaveText('Rank')
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'Edges of tokens' }).click()
  await expect(page.getByRole('button', { name: 'Edges of tokens', pressed: true })).toBeVisible()
  await expect(metricOf(page)).toHaveText('Rank')
  await expect(dialogOf(page)).toBeHidden()

  await page.reload()
  await playground.ready()
  await page.keyboard.press('?')
  const button = page.getByRole('button', { name: 'Keys', exact: true })
  await button.focus()
  await expect(dialogOf(page)).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(switchOf(page)).toHaveAttribute('aria-checked', 'false')
  await switchOf(page).click()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await page.keyboard.press('?')
  await expect(dialogOf(page)).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the list of keys', async ({ page, playground }) => {
      test.slow()
      await playground.ready()
      await page.keyboard.press('?')
      await expect(dialogOf(page)).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
    })
  })
}
