import type { Preset } from '#lib/preset/preset.ts'
import { parameterNames } from '#lib/parameters/index.ts'
import { starter } from '#lib/preset/starter.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { faults, fragmentOf, numberIn } from '#e2e/fixtures/sharing.ts'

const lesson: Preset = {
  name: 'Heat',
  settings: { ...starter, temperature: 1, seed: 7, stop: ['END'] },
  unlocked: ['temperature'],
}

test('a student moves the one free slider and runs; all else is readable and still', async ({
  page,
  playground,
}) => {
  await playground.open(fragmentOf(lesson))
  const line = page.getByText('controls are locked by the author of this preset')
  await expect(line).toContainText(`${parameterNames.length - 1} controls`)
  const seed = playground.field('seed')
  await expect(seed).toHaveAttribute('data-state', 'set')
  await expect(seed.getByRole('textbox', { name: 'Seed' })).toHaveValue('7')
  await expect(seed.getByRole('textbox', { name: 'Seed' })).not.toBeEditable()
  await expect(seed.getByRole('textbox', { name: 'Seed' })).toHaveAccessibleDescription(
    'Locked by the author of this preset',
  )
  await expect(seed.getByRole('button')).toHaveCount(0)
  const top = playground.field('top_p')
  await expect(top).toHaveAttribute('data-state', 'unset')
  await top.hover()
  await expect(top.getByRole('button')).toHaveCount(0)
  await expect(playground.field('messages').getByRole('textbox')).toHaveCount(0)
  await expect(playground.field('messages')).toContainText('Tell me about rain.')
  await expect(playground.field('messages').getByRole('button', { name: /Add/ })).toHaveCount(0)

  await playground.field('temperature').getByRole('slider').focus()
  await page.keyboard.press('End')
  await expect(numberIn(page, 'temperature')).toHaveValue('2')
  await playground.runByKeyboard()
  await playground.replied()
  await page.getByRole('tab', { name: 'Request', exact: true }).click()
  const request = page.getByRole('tabpanel').filter({ hasText: '"seed"' })
  await expect(request).toContainText('"temperature": 2')
  await expect(request).toContainText('"seed": 7')
})

test('whoever opens it can lift the locks, and Undo of the opening lifts them too', async ({
  page,
  playground,
}) => {
  await playground.open(fragmentOf(lesson))
  await page.getByRole('button', { name: 'Unlock all' }).click()
  await expect(page.locator('[data-locked]')).toHaveCount(0)
  await numberIn(page, 'seed').fill('8')
  await expect(playground.field('messages').getByRole('textbox')).toBeEditable()

  await page.evaluate((hash) => void (location.hash = hash), fragmentOf(lesson))
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText(`locks ${parameterNames.length - 1} of`)
  await sheet.getByRole('button', { name: /^Apply/ }).click()
  await expect(page.locator('[data-locked]').first()).toBeVisible()
  await page.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-locked]')).toHaveCount(0)
})

test('a lock is shared on, and locks nothing for its author', async ({ page, playground }) => {
  await playground.ready()
  await page.keyboard.press('Control+Shift+c')
  const panel = page.getByRole('dialog', { name: 'Share this preset' })
  await panel.getByRole('checkbox', { name: 'Lock all but' }).check()
  await panel.getByRole('checkbox', { name: /^Seed/ }).check()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-locked]')).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in a locked page', async ({ page, playground }) => {
      await playground.open(fragmentOf(lesson))
      await expect(page.locator('[data-locked]').first()).toBeVisible()
      expect(await faults(page)).toEqual([])
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the locked page fits, and the free control moves', async ({ page, playground }) => {
    await playground.open(fragmentOf(lesson))
    await page.getByRole('button', { name: 'Parameters' }).tap()
    await numberIn(page, 'temperature').fill('0.5')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await faults(page)).toEqual([])
  })
})
