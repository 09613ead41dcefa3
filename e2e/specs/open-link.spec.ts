import type { Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'
import { faults, fragmentOf, numberIn } from '#e2e/fixtures/sharing.ts'

/** Brings a fragment into the address of the open page. */
async function visit(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), fragment)
  await page.getByRole('dialog').waitFor()
}

const lab = fragmentOf({
  name: 'Temperature lab, group 3',
  description: 'Hot and cold',
  authorNote: 'Look at the first token.',
  settings: {
    provider: 'teaching',
    model: 'nucleus-teaching-1',
    messages: [{ role: 'user', content: 'Tell me about rain.' }],
    temperature: 1.4,
    seed: 7,
    api_base: 'https://llm.lab7.example/v1',
  },
})

test('each change is a row with what is now; what is equal is only counted', async ({
  page,
  playground,
}) => {
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('0.8')
  await (await playground.set('top_p')).locator('input:not([type=range])').fill('0.95')
  await visit(page, lab)
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('“Temperature lab, group 3”')
  await expect(sheet).toContainText('Hot and cold')
  await expect(sheet).toContainText('Look at the first token.')
  await expect(sheet.locator('[data-proposal=temperature]')).toHaveText(/Temperature.*0\.8.*1\.4/)
  await expect(sheet.locator('[data-proposal=top_p]')).toHaveText(/Top P.*0\.95.*not sent/)
  await expect(sheet.locator('[data-proposal=provider]')).toHaveCount(0)
  await expect(sheet).toContainText('3 more are as they are now')

  const base = sheet.locator('[data-proposal=api_base]').getByRole('checkbox')
  await expect(base).not.toBeChecked()
  await expect(sheet).toContainText('Prompts would go to llm.lab7.example')
  const rows = await sheet.locator('[data-proposal]').count()
  await sheet.locator('[data-proposal=seed]').getByRole('checkbox').uncheck()
  await expect(sheet.getByRole('button', { name: `Apply ${rows - 2} changes` })).toBeVisible()
  await sheet.getByRole('button', { name: /^Apply/ }).click()
  await expect(numberIn(page, 'temperature')).toHaveValue('1.4')
  await expect(playground.field('top_p')).toHaveAttribute('data-state', 'unset')
  await expect(playground.field('seed')).toHaveAttribute('data-state', 'unset')
  await expect(playground.field('api_base')).not.toHaveAttribute('data-state', 'set')
  expect(new URL(page.url()).hash).toBe('')
})

test('Enter applies, and one Undo brings everything back', async ({ page, playground }) => {
  await playground.set('top_p')
  await visit(page, lab)
  await expect(page.getByRole('button', { name: /^Apply/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(numberIn(page, 'temperature')).toHaveValue('1.4')
  await page.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await expect(playground.field('temperature')).toHaveAttribute('data-state', 'unset')
  await expect(numberIn(page, 'top_p')).toHaveValue('1')
  await expect(page.getByRole('button', { name: 'Redo' })).toBeVisible()
})

test('a row is unticked and the sheet left by keyboard', async ({ page, playground }) => {
  await playground.set('top_p')
  await visit(page, '#temperature=1.1&seed=5')
  const row = page.locator('[data-proposal=seed]').getByRole('checkbox')
  for (let press = 0; press < 20; press += 1) {
    if (await row.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Shift+Tab')
  }
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Apply 1 change' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(playground.field('temperature')).toHaveAttribute('data-state', 'unset')
})

test('with nothing ticked, Enter does nothing', async ({ page, playground }) => {
  await playground.set('top_p')
  await visit(page, '#seed=5')
  await page.locator('[data-proposal=seed]').getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: 'Nothing is ticked' }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a copy holds what the link names and nothing else', async ({ page, playground }) => {
  await playground.set('top_p')
  await visit(page, '#temperature=1.3&model=nucleus-teaching-1&provider=teaching')
  await page.getByRole('button', { name: 'Open as copy' }).click()
  await expect(numberIn(page, 'temperature')).toHaveValue('1.3')
  await expect(playground.field('top_p')).toHaveAttribute('data-state', 'unset')
  await expect(playground.field('logprobs')).toHaveAttribute('data-state', 'unset')
  await page.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await expect(playground.field('top_p')).toHaveAttribute('data-state', 'set')
})

test('keys are refused, strangers listed, and nothing can hide in a text', async ({
  page,
  playground,
}) => {
  await playground.set('top_p')
  const note = encodeURIComponent('a\u202Eb\u200Bc')
  await visit(page, `#seed=1&mystery=1&api_key=sk-1234567890&author_note=${note}`)
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('mystery: Nucleus knows no such parameter')
  await expect(sheet).toContainText('api_key: A credential does not travel')
  await expect(sheet).toContainText('a⟨U+202E⟩b⟨U+200B⟩c')
  await expect(sheet).not.toContainText('sk-1234567890')
})

test('a long value is cut, says its length, and can be read whole', async ({
  page,
  playground,
}) => {
  await playground.set('top_p')
  const content = `${'All work and no play. '.repeat(60)}The end.`
  await visit(page, fragmentOf({ settings: { messages: [{ role: 'user', content }] } }))
  const row = page.locator('[data-proposal=messages]')
  await expect(row).toContainText('1,334 characters')
  await expect(row).not.toContainText('The end.')
  await row.getByRole('button', { name: 'Show all' }).click()
  await expect(row).toContainText('The end.')
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the sheet', async ({ page, playground }) => {
      await playground.set('top_p')
      await visit(page, lab)
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await visit(page, '#provider=openai&model=gpt-4o-mini&mystery=1')
      expect(await faults(page)).toEqual([])
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the sheet fits and can be used', async ({ page, playground }) => {
    await playground.run()
    await playground.replied()
    await visit(page, lab)
    const sheet = page.getByRole('dialog')
    const width = await sheet.evaluate((one) => {
      const inner = [one, ...one.querySelectorAll('div')]
      return Math.max(...inner.map((part) => part.scrollWidth - part.clientWidth))
    })
    expect(width).toBeLessThanOrEqual(0)
    expect(await faults(page)).toEqual([])
    await sheet.getByRole('button', { name: /^Apply/ }).tap()
    await page.getByRole('button', { name: 'Parameters' }).tap()
    await expect(numberIn(page, 'temperature')).toHaveValue('1.4')
  })
})
