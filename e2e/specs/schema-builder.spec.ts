import type { Locator, Page } from 'playwright/test'
import { faults } from '#e2e/fixtures/sharing.ts'
import { choose, press, retype, toggle, valueIn } from '#e2e/fixtures/by-keyboard.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const tool = (parameters: object, more: object = {}) => [
  { type: 'function', function: { name: 'my_tool', ...more, parameters } },
]

/** The parameters of the one tool in the field. */
async function schemaIn(page: Page): Promise<unknown> {
  const value = (await valueIn(page, 'tools')) as { function: { parameters: unknown } }[]
  return value[0]?.function.parameters
}

/** The names of the outermost properties, from above. */
async function names(dialog: Locator): Promise<string[]> {
  const boxes = dialog.getByRole('textbox', { name: /^Name of property \d+$/ })
  return boxes.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
}

test('a schema is built, nested, moved, pruned and undone by keyboard alone', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.writeJson('tools', JSON.stringify(tool({ type: 'object', 'x-own': [1] })))
  await press(playground.field('tools').getByRole('button', { name: 'Edit my_tool' }))
  const dialog = page.getByRole('dialog', { name: 'my_tool' })
  const add = dialog.getByRole('button', { name: 'Add property', exact: true }).last()

  await press(add)
  await page.keyboard.type('town')
  await retype(dialog.getByRole('textbox', { name: 'Name of property 1', exact: true }), 'city')
  await retype(dialog.getByRole('textbox', { name: 'Description of city' }), 'Where "it" is')
  await toggle(dialog.getByRole('checkbox', { name: 'city is required' }))
  await retype(dialog.getByRole('textbox', { name: 'Name of property 1', exact: true }), 'place')

  await press(add)
  await page.keyboard.type('level')
  await choose(dialog.getByRole('combobox', { name: 'Type of level' }), 'enum')
  await dialog.getByRole('textbox', { name: 'Values of level' }).focus()
  for (const value of ['1', '2']) {
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  }
  await toggle(dialog.getByRole('checkbox', { name: 'level may be null' }))

  await press(add)
  await page.keyboard.type('lines')
  await choose(dialog.getByRole('combobox', { name: 'Type of lines', exact: true }), 'array')
  await choose(dialog.getByRole('combobox', { name: 'Type of lines[]', exact: true }), 'object')
  await press(dialog.getByRole('button', { name: 'Add property in lines[]' }))
  await page.keyboard.type('sku')
  await toggle(dialog.getByRole('checkbox', { name: 'lines[].sku is required' }))
  await toggle(dialog.getByRole('checkbox', { name: 'No other properties in lines[]' }))

  const built = {
    type: 'object',
    'x-own': [1],
    properties: {
      place: { type: 'string', description: 'Where "it" is' },
      level: { type: ['string', 'null'], enum: ['1', '2', null] },
      lines: {
        type: 'array',
        items: {
          type: 'object',
          properties: { sku: { type: 'string' } },
          required: ['sku'],
          additionalProperties: false,
        },
      },
    },
    required: ['place'],
  }
  expect(await schemaIn(page)).toEqual(built)

  await dialog.getByRole('textbox', { name: 'Name of property 3', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => names(dialog)).toEqual(['lines', 'place', 'level'])
  await expect(
    dialog.getByRole('textbox', { name: 'Name of property 1', exact: true }),
  ).toBeFocused()
  await press(dialog.getByRole('button', { name: /^Move lines down/ }))
  await expect.poll(() => names(dialog)).toEqual(['place', 'lines', 'level'])

  await press(dialog.getByRole('button', { name: 'Delete place', exact: true }))
  await expect.poll(() => names(dialog)).toEqual(['lines', 'level'])
  expect(await schemaIn(page)).not.toHaveProperty('required')
  const undo = dialog.getByRole('button', { name: 'Undo' })
  await press(undo)
  await expect.poll(() => names(dialog)).toEqual(['place', 'lines', 'level'])
  expect(await schemaIn(page)).toMatchObject({ required: ['place'] })
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Enter')
  await expect.poll(() => names(dialog)).toEqual(['place', 'level', 'lines'])
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => names(dialog)).toEqual(['place', 'lines', 'level'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => names(dialog)).toEqual(['place', 'level', 'lines'])

  await page.keyboard.press('Escape')
  await playground.runByKeyboard()
  await playground.replied()
  expect(upstream.completions()[0]?.body.tools).toEqual(tool(built))
})

test('the table and the JSON are in step, and what the table cannot draw stays', async ({
  page,
  playground,
}) => {
  const odd = { anyOf: [{ type: 'string' }, { type: 'null' }] }
  await playground.writeJson(
    'tools',
    JSON.stringify(tool({ properties: { odd, low: { type: 'integer', minimum: 2 } } })),
  )
  await playground.field('tools').getByRole('button', { name: 'Edit my_tool' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('[data-property="odd"]')).toContainText('written in JSON')
  await expect(dialog.locator('[data-property="low"]')).toContainText('also in JSON: minimum')

  await dialog.locator('.cm-content, textarea[id]').last().click()
  await dialog
    .locator('.cm-content')
    .fill(
      JSON.stringify(tool({ type: 'object', properties: { odd, high: { type: 'boolean' } } })[0]),
    )
  await expect.poll(() => names(dialog)).toEqual(['odd', 'high'])
  await expect(dialog.getByRole('combobox', { name: 'Type of high' })).toHaveValue('boolean')
  await dialog.getByRole('textbox', { name: 'Name of property 2', exact: true }).fill('odd')
  await expect(dialog).toContainText('“odd” is there already.')
  expect(await schemaIn(page)).toEqual({
    type: 'object',
    properties: { odd, high: { type: 'boolean' } },
  })
  await dialog.getByRole('combobox', { name: 'Type of high' }).selectOption('enum')
  await dialog.getByRole('combobox', { name: 'Type of high' }).selectOption('boolean')
  await dialog.getByRole('button', { name: 'Delete high', exact: true }).click()
  await expect(dialog.locator('.cm-content')).toContainText('"anyOf"')
  expect(await schemaIn(page)).toEqual({ type: 'object', properties: { odd } })
})

test('a strict function names what strict mode does not take, and fixes it', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const open = { type: 'object', properties: { city: { type: 'string' } } }
  await playground.writeJson('tools', JSON.stringify(tool(open)))
  await playground.field('tools').getByRole('button', { name: 'Edit my_tool' }).click()
  const dialog = page.getByRole('dialog')
  const problems = dialog.getByRole('region', { name: 'Strict mode' })
  await expect(problems).toHaveCount(0)
  await toggle(dialog.getByRole('switch', { name: 'Strict' }))
  await expect(problems).toContainText('2 problems for strict mode')
  await press(problems.getByRole('button', { name: /^Close the object/ }))
  await expect(problems).toContainText('1 problem for strict mode')
  await press(problems.getByRole('button', { name: /^Require, allow null/ }))
  await expect(problems).toHaveCount(0)
  await press(dialog.getByRole('button', { name: 'Undo' }))
  await expect(problems).toContainText('1 problem for strict mode')
  await press(dialog.getByRole('button', { name: 'Redo' }))
  await expect(problems).toHaveCount(0)
  await page.keyboard.press('Escape')
  await playground.run()
  await playground.replied()
  const strict = {
    type: 'object',
    properties: { city: { type: ['string', 'null'] } },
    additionalProperties: false,
    required: ['city'],
  }
  expect(upstream.completions()[0]?.body.tools).toEqual(tool(strict, { strict: true }))
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a nested table: ${theme}`, async ({ page, playground }) => {
    await page.emulateMedia({ colorScheme: theme })
    const inner = { type: 'object', properties: { sku: { enum: ['a', 'b'] } } }
    const outer = {
      type: 'object',
      properties: {
        lines: { type: 'array', items: inner },
        odd: { $ref: '#' },
        none: { enum: [] },
      },
    }
    await playground.writeJson('tools', JSON.stringify(tool(outer, { strict: true })))
    await playground.field('tools').getByRole('button', { name: 'Edit my_tool' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('region', { name: 'Strict mode' }).waitFor()
    await dialog.getByRole('textbox', { name: 'Name of property 1', exact: true }).fill('')
    await expect(dialog).toContainText('Type a name.')
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Parameters' }).click()
    await playground.field('tools').getByRole('button', { name: 'Edit my_tool' }).click()
    await dialog.getByRole('region', { name: 'Strict mode' }).waitFor()
    expect(await faults(page)).toEqual([])
    expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  })
}
