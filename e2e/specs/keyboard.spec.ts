import { expect, test } from '#e2e/fixtures/test.ts'

test('the whole job can be done with the keyboard alone', async ({ page, playground }) => {
  await playground.ready()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Filter parameters' })).toBeFocused()
  await page.keyboard.type('temperature')
  const set = page.getByRole('button', { name: 'Set Temperature' })
  while (!(await set.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const box = playground.field('temperature').locator('input:not([type=range])')
  await expect(box).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('0.2')
  await playground.runByKeyboard()
  await playground.replied()
  const reply = page.getByRole('group', { name: 'Reply, token by token' })
  while (!(await reply.evaluate((group) => group === document.activeElement)))
    await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await playground.text.hasChosen(1)
  await expect(page.getByRole('status')).toContainText('token 2 of')
  await page.keyboard.press('End')
  await expect(page.locator('[data-token-panel]')).toContainText('position')
  await page.keyboard.press('ArrowLeft')
  await playground.text.hasChosen((await playground.text.tokenCount()) - 2)
})

test('Run with a problem moves the focus to the first one, even behind a filter', async ({
  page,
  playground,
}) => {
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('3')
  await page.getByRole('searchbox', { name: 'Filter parameters' }).fill('metadata')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(playground.field('temperature').locator('input:not([type=range])')).toBeFocused()
  await expect(page.getByRole('status')).toContainText('Nothing was sent.')
})

test('messages move with Alt and the arrows, and Ctrl Z takes it back', async ({
  page,
  playground,
}) => {
  const messages = playground.field('messages')
  await messages.getByRole('button', { name: 'Add message' }).click()
  await messages.getByRole('textbox').nth(1).fill('Second')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(messages.getByRole('textbox').first()).toHaveValue('Second')
  await expect(messages.getByRole('textbox').first()).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(messages.getByRole('textbox').nth(1)).toHaveValue('Second')
})

test('Escape stops a run', async ({ page, playground, upstream }) => {
  upstream.answerNext(() => {})
  await playground.useServer(upstream.base)
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(1)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-reply-status=stopped]')).toBeVisible()
  await expect.poll(() => upstream.completions()[0]?.abortedAt).toBeGreaterThan(0)
})
