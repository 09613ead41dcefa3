import type { Locator, Page } from 'playwright/test'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const tools = JSON.stringify(
  Array.from({ length: 120 }, (_, index) => ({
    type: 'function',
    function: { name: `tool_${index}`, description: 'Fetches what there is to know. '.repeat(135) },
  })),
  null,
  2,
)

/** Pastes 500 kB into the tools. */
async function begin(page: Page, playground: Playground): Promise<Locator> {
  expect(tools.length).toBeGreaterThan(500_000)
  const field = await playground.set('tools')
  await field.locator('textarea, .cm-content').first().click()
  const editor = field.locator('.cm-content')
  await editor.waitFor()
  await page.evaluate((words) => navigator.clipboard.writeText(words), tools)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(field.getByText('120 entries, valid')).toBeVisible()
  return field
}

/** Puts the caret to the end of the first name. */
async function goToFirstName(page: Page, field: Locator, added = ''): Promise<void> {
  await field.locator('.cm-content').focus()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 0; line < 4; line += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft')
  await expect(nameLine(field, added)).toBeVisible()
}

function nameLine(field: Locator, added: string): Locator {
  return field.locator('.cm-line', { hasText: `"name": "tool_0${added}",` })
}

test('a run sends the last character that was typed, by keyboard and by button', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const field = await begin(page, playground)
  await goToFirstName(page, field)
  await page.keyboard.type('abc')
  await playground.runByKeyboard()
  await playground.replied()
  expect(upstream.completions()[0]?.body).toMatchObject({
    tools: expect.arrayContaining([
      { type: 'function', function: expect.objectContaining({ name: 'tool_0abc' }) },
    ]),
  })
  await field.locator('.cm-content').focus()
  await page.keyboard.type('d')
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(2)
  expect(JSON.stringify(upstream.completions()[1]?.body)).toContain('"name":"tool_0abcd"')
})

test('Undo right after typing takes back the typing alone', async ({ page, playground }) => {
  const field = await begin(page, playground)
  await playground.set('seed')
  await goToFirstName(page, field)
  await page.keyboard.type('abc')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(nameLine(field, '')).toBeVisible()
  await expect(field.getByText('120 entries, valid')).toBeVisible()
  await expect(playground.field('seed').getByRole('textbox')).toBeVisible()
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await expect(nameLine(field, 'abc')).toBeVisible()
})

test('what was typed is there after another page and after a reload at once', async ({
  page,
  playground,
}) => {
  const field = await begin(page, playground)
  await goToFirstName(page, field)
  await page.keyboard.type('abc')
  await page.getByRole('link', { name: 'Lessons' }).first().click()
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible()
  await page.getByRole('link', { name: 'Playground' }).first().click()
  await playground.ready()
  await expect(field.locator('textarea')).toHaveValue(tools.replace('"tool_0"', '"tool_0abc"'))

  await field.locator('textarea').click()
  await goToFirstName(page, field, 'abc')
  await page.keyboard.type('def')
  await page.reload()
  await playground.ready()
  await expect(field.locator('textarea')).toHaveValue(tools.replace('"tool_0"', '"tool_0abcdef"'))
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('tool_0abc')
})

test('nothing is kept in haste where nothing is to be kept', async ({ page, playground }) => {
  await playground.switchKeeping()
  const field = await begin(page, playground)
  await goToFirstName(page, field)
  await page.keyboard.type('abc')
  await page.reload()
  await playground.ready()
  await expect(playground.field('tools').locator('textarea, .cm-content')).toHaveCount(0)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('tool_0')
})

test('problems appear when the typing pauses, and go again', async ({ page, playground }) => {
  const field = await begin(page, playground)
  await goToFirstName(page, field)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('x')
  await expect(field.getByText(/^Line 5: /).first()).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(field.getByText('120 entries, valid')).toBeVisible()
})
