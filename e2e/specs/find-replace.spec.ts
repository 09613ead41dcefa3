import type { Locator, Page } from 'playwright/test'
import type { Preset } from '#lib/preset/preset.ts'
import { starter } from '#lib/preset/starter.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { faults, fragmentOf, overflow } from '#e2e/fixtures/sharing.ts'

const bar = (page: Page): Locator => page.getByRole('search', { name: 'Find and replace' })
const findBox = (page: Page): Locator =>
  bar(page).getByRole('textbox', { name: 'Find in the messages' })
const count = (page: Page): Locator => bar(page).locator('[data-matches]')
const textOf = (page: Page, at: number): Locator =>
  page.locator(`[data-message="${at}"]`).getByRole('textbox', { name: /^Text of/ })

/** Opens a conversation, and waits until it is there. */
async function opened(playground: Playground, preset: Preset): Promise<void> {
  await playground.open(fragmentOf(preset))
  const { messages = [] } = preset.settings
  await expect(playground.page.locator('[data-message]')).toHaveCount(messages.length)
}

/** What is selected in a text box, which shows it only while it has the focus. */
const selectedIn = (box: Locator): Promise<string> =>
  box.evaluate((one: HTMLTextAreaElement) => one.value.slice(one.selectionStart, one.selectionEnd))

const talk: Preset = {
  settings: {
    ...starter,
    messages: [
      { role: 'system', content: 'Talk about rain.' },
      { role: 'user', content: [{ type: 'text', text: 'Rain or "rain"?' }] },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'c1', type: 'function', function: { name: 'look', arguments: '{"for": "rain"}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'c1', content: 'no rain' },
      { role: 'user', content: 'So?' },
    ],
  },
}

test('by the keyboard alone: texts, parts, arguments and results are found and replaced', async ({
  page,
  playground,
  upstream,
}) => {
  await opened(playground, talk)
  await playground.useServer(upstream.base)
  await page.keyboard.press('Control+Shift+f')
  await expect(findBox(page)).toBeFocused()
  await page.keyboard.type('RAIN')
  await expect(count(page)).toHaveText('1 of 5')
  await expect.poll(() => selectedIn(textOf(page, 0))).toBe('rain')
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText('5 of 5')
  await expect.poll(() => selectedIn(textOf(page, 3))).toBe('rain')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('1 of 5')
  const replace = bar(page).getByRole('textbox', { name: 'Replace with' })
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('Tab')
  await expect(replace).toBeFocused()
  await page.keyboard.type('snow "$&"')
  await page.keyboard.press('Enter')
  await expect(textOf(page, 0)).toHaveValue('Talk about snow "$&".')
  await expect(count(page)).toHaveText('1 of 4')
  await bar(page).getByRole('button', { name: 'Replace all' }).press('Enter')
  await expect(count(page)).toHaveText('No match')
  await playground.runByKeyboard()
  await playground.replied()
  expect(upstream.completions()[0]?.body.messages).toEqual([
    { role: 'system', content: 'Talk about snow "$&".' },
    { role: 'user', content: [{ type: 'text', text: 'snow "$&" or "snow "$&""?' }] },
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        {
          id: 'c1',
          type: 'function',
          function: { name: 'look', arguments: '{"for": "snow "$&""}' },
        },
      ],
    },
    { role: 'tool', tool_call_id: 'c1', content: 'no snow "$&"' },
    { role: 'user', content: 'So?' },
  ])
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await expect(count(page)).toHaveText(/of 4$/)
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await expect(count(page)).toHaveText(/of 5$/)
})

test('case and patterns count when they are asked for; what is broken or endless says so', async ({
  page,
  playground,
}) => {
  await opened(playground, talk)
  await playground.field('messages').getByRole('button', { name: 'Find and replace' }).click()
  await findBox(page).fill('rain')
  await bar(page).getByRole('button', { name: 'Match case' }).click()
  await expect(count(page)).toHaveText('1 of 4')
  await bar(page).getByRole('button', { name: 'Regular expression' }).click()
  await findBox(page).fill(String.raw`(\w+) rain`)
  await expect(count(page)).toHaveText('1 of 2')
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('$1 snow')
  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(textOf(page, 0)).toHaveValue('Talk about snow.')
  await expect(textOf(page, 3)).toHaveValue('no snow')
  await findBox(page).fill('(')
  await expect(bar(page)).toContainText('This is no regular expression')
  await textOf(page, 0).fill('a'.repeat(40))
  await findBox(page).fill('(a+)+$|(a|aa)+b')
  await findBox(page).fill('^(a|aa)+b')
  await expect(bar(page)).toContainText('This pattern takes too long. Make it simpler.')
  await findBox(page).fill('a{40}')
  await expect(count(page)).toHaveText('1 of 1')
})

test('a match far down is scrolled into view, marked, and Escape goes on from there', async ({
  page,
  playground,
}) => {
  const lines = Array.from({ length: 300 }, (_, at) => `line ${at}`).join('\n')
  const messages = Array.from({ length: 12 }, () => ({ role: 'user' as const, content: lines }))
  messages.push({ role: 'user', content: `${lines}\nhere is the needle in all this` })
  await opened(playground, { settings: { ...starter, messages } })
  await textOf(page, 0).click()
  await page.keyboard.press('Control+Shift+f')
  await expect(findBox(page)).toBeFocused()
  await page.keyboard.type('needle')
  await expect(count(page)).toHaveText('1 of 1')
  const mark = page.locator('[data-match-mark]')
  await expect(mark).toBeInViewport()
  const over = await mark.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    const below = document.elementsFromPoint(left + width / 2, top + height / 2)
    return below.some((element) => element instanceof HTMLTextAreaElement)
  })
  expect(over).toBe(true)
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(textOf(page, 12)).toBeFocused()
  await page.keyboard.type('pin')
  await expect(textOf(page, 12)).toHaveValue(/here is the pin in all this$/)
})

test('a conversation in JSON is searched in its texts, and keeps its layout', async ({
  page,
  playground,
}) => {
  await opened(playground, talk)
  const messages = playground.field('messages')
  await messages.getByRole('button', { name: 'Edit as JSON' }).click()
  await messages.getByRole('textbox', { name: 'Messages as JSON' }).click()
  await expect(messages.locator('.cm-content')).toBeVisible()
  await page.keyboard.press('Control+Shift+f')
  await expect(findBox(page)).toBeFocused()
  await page.keyboard.type('role')
  await expect(count(page)).toHaveText('No match')
  await findBox(page).fill('rain')
  await expect(count(page)).toHaveText('1 of 5')
  await expect(messages.locator('.cm-selectionBackground').first()).toBeVisible()
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('snow')
  await bar(page).getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(messages.locator('.cm-content')).toContainText('Talk about snow.')
  await expect(count(page)).toHaveText('1 of 4')
})

for (const theme of ['light', 'dark'] as const) {
  for (const size of ['desk', 'phone'] as const) {
    test(`axe finds nothing in the bar: ${theme}, ${size}`, async ({ page, playground }) => {
      await page.emulateMedia({ colorScheme: theme })
      if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 })
      await opened(playground, talk)
      await playground.field('messages').getByRole('button', { name: 'Find and replace' }).click()
      await findBox(page).fill('rain')
      await expect(count(page)).toHaveText('1 of 5')
      expect(await faults(page)).toEqual([])
      await bar(page).getByRole('button', { name: 'Regular expression' }).click()
      await findBox(page).fill('[')
      await expect(bar(page)).toContainText('This is no regular expression')
      expect(await faults(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
    })
  }
}
