import { faults, fragmentOf } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { starter } from '#lib/preset/starter.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const long = 'A long message that takes several lines on a phone. '.repeat(5)

test.beforeEach(async ({ page, playground }) => {
  const texts = [long, 'Two', 'Three']
  const messages = texts.map((content) => ({ role: 'user' as const, content }))
  await page.goto('about:blank')
  await playground.open(fragmentOf({ settings: { ...starter, messages } }))
  await page.locator('[data-notice]').getByRole('button', { name: 'Dismiss' }).click()
})

test('messages are one line on a phone until one writes in them or opens them', async ({
  page,
}) => {
  const card = page.locator('[data-message="0"]')
  const height = async () => (await card.boundingBox())?.height ?? 0
  expect(await height()).toBeLessThan(48)
  await page.getByRole('textbox', { name: 'Text of user message 1' }).focus()
  expect(await height()).toBeGreaterThan(80)
  await page.getByRole('button', { name: 'Run' }).focus()
  expect(await height()).toBeLessThan(48)
  await page.getByRole('button', { name: 'More for user message 1' }).tap()
  await expect(page.getByRole('menuitem', { name: 'Move up' })).toHaveAccessibleDescription(
    'It is the first message.',
  )
  expect(await faults(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Expand' }).tap()
  expect(await height()).toBeGreaterThan(80)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(390)
})

test('what a wide page has buttons for is in the menu', async ({ page }) => {
  await page.getByRole('button', { name: 'More for user message 1' }).tap()
  await page.getByRole('menuitem', { name: 'Move down' }).tap()
  await expect(page.locator('[data-message="0"] textarea')).toHaveValue('Two')
  await page.getByRole('button', { name: 'More for user message 1' }).tap()
  await page.getByRole('menuitem', { name: 'Add a part' }).tap()
  await page.getByRole('menuitem', { name: 'Image by its address' }).tap()
  const line = page.getByRole('button', { name: 'Expand user message 1' })
  await expect(line).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Address of part 2 of user' })).toBeFocused()
  await page.getByRole('button', { name: 'More for user message 1' }).tap()
  await page.getByRole('menuitem', { name: 'Delete' }).tap()
  await expect(page.locator('[data-message]')).toHaveCount(2)
})

test('a finger drags a message by its grip', async ({ page }) => {
  const box = async (index: number) => {
    const found = await page.locator(`[data-message="${index}"] [data-grip]`).boundingBox()
    return { x: (found?.x ?? 0) + 6, y: (found?.y ?? 0) + 16 }
  }
  const [from, to] = [await box(0), await box(2)]
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  await touch('touchStart', from)
  await expect(page.getByRole('status')).toContainText('Moving user message 1')
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await touch('touchMove', { x: from.x, y: from.y + (to.y + 16 - from.y) * part })
  }
  await expect(page.locator('[data-drop-line]')).toBeVisible()
  await touch('touchEnd')
  await expect(page.locator('[data-message="2"] textarea')).toHaveValue(long)
})
