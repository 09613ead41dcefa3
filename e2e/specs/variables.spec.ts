import type { Locator, Page } from 'playwright/test'
import { parameterNames } from '#lib/parameters/index.ts'
import type { Preset } from '#lib/preset/preset.ts'
import { starter } from '#lib/preset/starter.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { faults, fragmentOf, openShare, overflow, sharedIn } from '#e2e/fixtures/sharing.ts'
import { writeText } from '#e2e/fixtures/values.ts'

const panel = (page: Page): Locator => page.locator('[data-field=variables]')
const line = (page: Page, name: string): Locator => panel(page).locator(`[data-variable="${name}"]`)
const valueOf = (page: Page, name: string): Locator =>
  panel(page).getByRole('textbox', { name: `Value of ${name}`, exact: true })
const nameOf = (page: Page, name: string): Locator =>
  panel(page).getByRole('textbox', { name: `Name of variable ${name}`, exact: true })
const textOf = (page: Page, at: number): Locator =>
  page.locator(`[data-message="${at}"]`).getByRole('textbox', { name: /^Text of/ })

const requestTab = (page: Page): Locator =>
  page.getByRole('tabpanel').filter({ hasText: '"messages"' })
const trip: Preset = {
  settings: {
    ...starter,
    messages: [{ role: 'user', content: 'Tell me about {{topic}} on {{day}}.' }],
    variables: { topic: 'rain', mood: 'warm' },
  },
}

test('braces are sent as written until variables are used, then filled in', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await expect(panel(page)).toHaveCount(0)
  await textOf(page, 0).fill('Rain in {{city}} on {{ day }}, {{city}}?')
  await expect(panel(page)).toContainText('{{city}}, {{day}} can be variables')
  await playground.run()
  await playground.replied()
  await panel(page).getByRole('button', { name: 'Use variables' }).click()
  await expect(valueOf(page, 'city')).toBeFocused()
  await expect(line(page, 'city')).toContainText('no value: sent as written')
  await page.keyboard.type('Oslo {{day}}')
  await expect(line(page, 'city')).not.toContainText('no value')
  await expect(line(page, 'day')).toContainText('no value: sent as written')
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(2)
  await line(page, 'day').getByRole('button', { name: 'Send nothing in its place' }).click()
  await expect(line(page, 'day')).toContainText('empty')
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(3)
  await panel(page)
    .getByRole('button', { name: /^Reset Variables/ })
    .click()
  await expect(panel(page)).toContainText('sent as written now')
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(4)
  const sent = upstream.completions().map(({ body }) => {
    expect(body).not.toHaveProperty('variables')
    return (body.messages as { content: string }[])[0]?.content
  })
  expect(sent).toEqual([
    'Rain in {{city}} on {{ day }}, {{city}}?',
    'Rain in Oslo {{day}} on {{ day }}, Oslo {{day}}?',
    'Rain in Oslo {{day}} on , Oslo {{day}}?',
    'Rain in {{city}} on {{ day }}, {{city}}?',
  ])
})

test('the teaching model answers the filled-in message', async ({ page, playground }) => {
  await textOf(page, 0).fill('Tell me about {{topic}}.')
  await panel(page).getByRole('button', { name: 'Use variables' }).click()
  await page.keyboard.type('rain')
  await playground.runByKeyboard()
  await playground.replied()
  await expect(playground.reply).toContainText(/rain/i)
  await page.getByRole('tab', { name: 'Request', exact: true }).click()
  await expect(requestTab(page)).toContainText('Tell me about rain.')
})

test('by the keyboard alone: a name is changed everywhere, as one step', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.field('messages').getByRole('button', { name: 'Edit as JSON' }).click()
  const wire = [
    { role: 'system', content: 'Know {{city}}.' },
    { role: 'user', content: [{ type: 'text', text: 'And {{ city }}? "{{city}}"' }] },
  ]
  await writeText(playground.field('messages'), JSON.stringify(wire, null, 1))
  await panel(page).getByRole('button', { name: 'Use variables' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Oslo')
  await page.keyboard.press('Shift+Tab')
  await expect(nameOf(page, 'city')).toBeFocused()
  await page.keyboard.type('city hall')
  await expect(line(page, 'city')).toContainText('letters, digits, _ or -')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('town')
  await page.keyboard.press('Enter')
  await expect(nameOf(page, 'town')).toBeFocused()
  await expect(valueOf(page, 'town')).toHaveValue('Oslo')
  await playground.runByKeyboard()
  await playground.replied()
  expect(upstream.completions()[0]?.body.messages).toEqual([
    { role: 'system', content: 'Know Oslo.' },
    { role: 'user', content: [{ type: 'text', text: 'And Oslo? "Oslo"' }] },
  ])
  await expect(playground.field('messages')).toContainText('Know {{town}}.')
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await expect(valueOf(page, 'city')).toHaveValue('Oslo')
  await expect(playground.field('messages')).toContainText('And {{ city }}?')
})

test('a link brings names and values to another page, and a hand-written one too', async ({
  page,
  playground,
  context,
  upstream,
}) => {
  await playground.open(fragmentOf(trip))
  await expect(valueOf(page, 'topic')).toHaveValue('rain')
  await expect(line(page, 'mood')).toContainText('not used')
  await line(page, 'mood').getByRole('button', { name: 'Remove variable mood' }).click()
  await valueOf(page, 'day').fill('Monday')
  const { url } = await sharedIn(await openShare(page))
  await page.keyboard.press('Escape')

  const other = await context.newPage()
  await other.goto(url)
  await expect(valueOf(other, 'topic')).toHaveValue('rain')
  await expect(valueOf(other, 'day')).toHaveValue('Monday')
  await expect(line(other, 'mood')).toHaveCount(0)

  await playground.useServer(upstream.base)
  await page.evaluate(() => void (location.hash = 'variables={"topic":"snow","day":"Friday"}'))
  const sheet = page.getByRole('dialog', { name: /^This link proposes/ })
  await expect(sheet.locator('[data-proposal=variables]')).toContainText('snow')
  await sheet.getByRole('button', { name: /^Apply/ }).click()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.messages).toEqual([
    { role: 'user', content: 'Tell me about snow on Friday.' },
  ])
})

test('values are shown filled in, pasted as JSON, written into code, and kept with a run', async ({
  page,
  playground,
}) => {
  await playground.open(fragmentOf(trip))
  await panel(page).getByRole('button', { name: 'Values as JSON' }).click()
  const json = page.getByRole('dialog', { name: 'Values as JSON' })
  await json.getByRole('button', { name: 'Use these values' }).click()
  await expect(line(page, 'day')).toContainText('no value: sent as written')
  await panel(page).getByRole('button', { name: 'Values as JSON' }).click()
  await writeText(json, '{"topic": 7, "day": ["x"]}')
  await expect(json.getByRole('status')).toHaveText('The value of “day” is no text.')
  await writeText(json, '{"topic": 7, "day": "Sunday"}')
  await json.getByRole('button', { name: 'Use these values' }).click()
  await panel(page).getByRole('button', { name: 'Show filled in' }).click()
  const view = page.getByRole('dialog', { name: 'Messages, filled in' })
  await expect(view.locator('[data-filled="0"]')).toContainText('Tell me about 7 on Sunday.')
  await expect(view.locator('mark')).toHaveText(['7', 'Sunday'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Code' })).toContainText(
    'Tell me about 7 on Sunday.',
  )
  await page.keyboard.press('Escape')

  await playground.run()
  await playground.replied()
  await valueOf(page, 'topic').fill('snow')
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const history = page.getByRole('dialog', { name: 'History' })
  await history
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click()
  await page.keyboard.press('Escape')
  await expect(valueOf(page, 'topic')).toHaveValue('7')
})

test('a name that cannot be used says so and stops the run, and nothing typed is lost', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await textOf(page, 0).fill('{{api_key}} {{ok}}')
  await panel(page).getByRole('button', { name: 'Use variables' }).click()
  await valueOf(page, 'api_key').fill('abc')
  await expect(valueOf(page, 'api_key')).toHaveAttribute('aria-invalid', 'true')
  await playground.run()
  await expect(valueOf(page, 'api_key')).toBeFocused()
  expect(upstream.completions()).toEqual([])
  await page.reload()
  await playground.ready()
  await expect(valueOf(page, 'api_key')).toHaveValue('abc')
  await line(page, 'api_key')
    .getByRole('button', { name: /^Reset value of api_key/ })
    .click()
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(1)
})

test('a teacher locks the messages and leaves the values free, or locks both', async ({
  page,
  playground,
}) => {
  await playground.open(fragmentOf({ ...trip, unlocked: ['variables'] }))
  await expect(textOf(page, 0)).toHaveCount(0)
  await expect(panel(page).getByRole('textbox', { name: /^Name/ })).toHaveCount(0)
  await valueOf(page, 'topic').fill('snow')
  await valueOf(page, 'day').fill('Friday')
  await playground.runByKeyboard()
  await playground.replied()
  await page.getByRole('tab', { name: 'Request', exact: true }).click()
  await expect(requestTab(page)).toContainText('Tell me about snow on Friday.')
  expect(await faults(page)).toEqual([])

  const others = parameterNames.filter((name) => name !== 'variables')
  const locked = fragmentOf({ ...trip, unlocked: others })
  await page.evaluate((hash) => void (location.hash = hash), locked)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Apply/ })
    .click()
  await expect(valueOf(page, 'topic')).toHaveValue('rain')
  await expect(valueOf(page, 'topic')).not.toBeEditable()
  await expect(panel(page).getByRole('button')).toHaveText(['Show filled in'])
  await expect(textOf(page, 0)).toBeEditable()
})

for (const theme of ['light', 'dark'] as const) {
  for (const size of ['desk', 'phone'] as const) {
    test(`axe finds nothing in table, offer and dialogs: ${theme}, ${size}`, async ({
      page,
      playground,
    }) => {
      test.slow()
      await page.emulateMedia({ colorScheme: theme })
      if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 })
      await playground.open(fragmentOf(trip))
      await valueOf(page, 'mood').fill('a long value that goes on and on '.repeat(8))
      expect(await faults(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      for (const name of ['Show filled in', 'Values as JSON']) {
        await panel(page).getByRole('button', { name }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await faults(page)).toEqual([])
        await page.keyboard.press('Escape')
      }
      await panel(page)
        .getByRole('button', { name: /^Reset Variables/ })
        .click()
      await expect(panel(page)).toContainText('sent as written now')
      expect(await faults(page)).toEqual([])
    })
  }
}
