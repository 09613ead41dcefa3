import type { Locator, Page } from 'playwright/test'
import { faults } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { clock, weather } from '#e2e/fixtures/tools.ts'

/** Presses a button in a row that is focused by keyboard. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.focus()
  await page.keyboard.press('Enter')
}

test('a tool with nested arguments is built by keyboard alone, and is sent as it was built', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.set('tools')
  const field = playground.field('tools')
  await press(page, field.getByRole('button', { name: 'Edit my_tool' }))
  const dialog = page.getByRole('dialog', { name: 'my_tool' })
  const name = dialog.getByRole('textbox', { name: 'Name', exact: true })
  await name.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('book table')
  await expect(page.getByText('A name has 1 to 64 letters').first()).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('book_table')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Books a table.')
  const opened = page.getByRole('dialog', { name: 'book_table' })
  await press(page, opened.getByRole('button', { name: 'Add property', exact: true }))
  await page.keyboard.type('guest')
  await opened.getByRole('combobox', { name: 'Type of guest' }).focus()
  await page.keyboard.type('object')
  await opened.getByRole('checkbox', { name: 'guest is required' }).focus()
  await page.keyboard.press('Space')
  await press(page, opened.getByRole('button', { name: 'Add property in guest' }))
  await page.keyboard.type('name')
  await press(page, opened.getByRole('button', { name: 'Add property', exact: true }).last())
  await page.keyboard.type('meal')
  await opened.getByRole('combobox', { name: 'Type of meal' }).focus()
  await page.keyboard.type('enum')
  await opened.getByRole('textbox', { name: 'Values of meal' }).focus()
  await page.keyboard.type('lunch')
  await page.keyboard.press('Enter')
  await page.keyboard.type('dinner')
  await page.keyboard.press('Enter')
  await opened.getByRole('switch', { name: 'Strict' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(opened).toHaveCount(0)
  await playground.runByKeyboard()
  await playground.replied()
  expect(upstream.completions()[0]?.body.tools).toEqual([
    {
      type: 'function',
      function: {
        name: 'book_table',
        description: 'Books a table.',
        strict: true,
        parameters: {
          type: 'object',
          properties: {
            guest: { type: 'object', properties: { name: { type: 'string' } } },
            meal: { type: 'string', enum: ['lunch', 'dinner'] },
          },
          required: ['guest'],
        },
      },
    },
  ])
})

test('form and JSON of a tool are in step both ways, and broken JSON is not lost', async ({
  page,
  playground,
}) => {
  await playground.writeJson('tools', `[${JSON.stringify(weather)}, ${JSON.stringify(clock)}]`)
  const field = playground.field('tools')
  await field.getByRole('button', { name: 'Edit get_weather' }).click()
  const dialog = page.getByRole('dialog')
  const json = dialog.locator('.cm-content, textarea[id]').last()
  await dialog.getByRole('textbox', { name: 'Description', exact: true }).fill('Says if it rains')
  await expect(json).toContainText('"Says if it rains"')
  await json.click()
  await dialog.locator('.cm-content').fill(JSON.stringify({ ...weather, x_own: 1 }))
  await expect(dialog.getByRole('textbox', { name: 'Description', exact: true })).toHaveValue(
    'Get the current weather in a city',
  )
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('get_time')
  await expect(dialog).toContainText('Another tool is called “get_time”.')
  await expect(json).toContainText('x_own')

  await dialog.locator('.cm-content').fill('{"type": "function", ')
  await expect(dialog).toContainText('The form is here once the JSON is that of')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toContainText('This JSON cannot be read.')
  await expect(dialog.locator('.cm-content')).toContainText('{"type": "function",')
  await dialog.getByRole('button', { name: 'Give the change up' }).click()
  await expect(field.getByRole('list', { name: 'Tools' })).toContainText('is defined twice')
})

test('custom tools are edited, copied and deleted, and Undo brings them back', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.writeJson('tools', JSON.stringify([clock]))
  const field = playground.field('tools')
  await field.getByRole('button', { name: 'Add tools…' }).click()
  await page.getByRole('button', { name: /^Custom tool/ }).click()
  const dialog = page.getByRole('dialog', { name: 'run_query' })
  await dialog.getByRole('radio', { name: 'Regular expression' }).click()
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('^SELECT')
  await page.keyboard.press('Escape')
  await field.getByRole('button', { name: 'Duplicate get_time' }).click()
  await page.keyboard.press('Escape')
  await expect(field).toContainText('“get_time” is defined twice.')
  await field.getByRole('button', { name: 'Delete get_time' }).first().click()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.tools).toEqual([
    {
      type: 'custom',
      custom: {
        name: 'run_query',
        description: 'Runs a query that the model writes.',
        format: { type: 'grammar', grammar: { syntax: 'regex', definition: '^SELECT' } },
      },
    },
    clock,
  ])
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(field.getByRole('list', { name: 'Tools' }).getByRole('listitem')).toHaveCount(3)
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the builder: ${theme}`, async ({ page, playground }) => {
    await page.emulateMedia({ colorScheme: theme })
    await playground.writeJson('tools', `[${JSON.stringify(weather)}, ${JSON.stringify(clock)}]`)
    expect(await faults(page)).toEqual([])
    await playground.field('tools').getByRole('button', { name: 'Edit get_weather' }).click()
    await page.getByRole('dialog').locator('[data-schema-builder]').waitFor()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Parameters' }).click()
    await playground.field('tools').getByRole('button', { name: 'Edit get_weather' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('[data-schema-builder]').waitFor()
    expect(await faults(page)).toEqual([])
    const width = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)
    expect(width).toBe(0)
  })
}
