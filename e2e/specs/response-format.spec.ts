import type { Page } from 'playwright/test'
import { strictProblems } from '#lib/structured/strict-schema.ts'
import { faults } from '#e2e/fixtures/sharing.ts'
import { choose, press, retype, toggle, valueIn } from '#e2e/fixtures/by-keyboard.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const open = { type: 'object', properties: { city: { type: 'string' } } }
const schemaFormat = (schema: object, more: object = { strict: true }) => ({
  type: 'json_schema',
  json_schema: { name: 'weather', ...more, schema },
})

function undoOf(page: Page) {
  return page.getByRole('button', { name: 'Undo' }).first()
}

test('JSON mode warns until a message asks for JSON, which one press adds', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const field = await playground.set('response_format')
  await field.getByRole('radio', { name: 'JSON object' }).click()
  await expect(field).toContainText('JSON mode also needs a system or user message')
  const add = field.getByRole('button', { name: 'Add the instruction' })
  await press(add)
  await expect(add).toHaveCount(0)
  await expect(field).not.toContainText('JSON mode also needs')
  await undoOf(page).click()
  await expect(add).toBeVisible()
  await expect(field).toContainText('JSON mode also needs')
  await press(add)
  await playground.run()
  await playground.replied()
  const body = upstream.completions()[0]?.body
  expect(body?.response_format).toEqual({ type: 'json_object' })
  expect(body?.messages).toEqual([
    { role: 'system', content: 'Answer with one JSON object and nothing else.' },
    { role: 'user', content: expect.any(String) },
  ])
})

test('every kind comes back as it was left, and each turn is one step of Undo', async ({
  page,
  playground,
}) => {
  await playground.writeJson('response_format', JSON.stringify(schemaFormat(open)))
  const field = playground.field('response_format')
  for (const kind of ['Text', 'JSON object', 'JSON Schema', 'Text', 'JSON Schema'])
    await field.getByRole('radio', { name: kind, exact: true }).click()
  expect(await valueIn(page, 'response_format')).toEqual(schemaFormat(open))
  for (const type of ['text', 'json_schema', 'json_object', 'text', 'json_schema']) {
    await undoOf(page).click()
    await expect.poll(() => valueIn(page, 'response_format')).toMatchObject({ type })
  }
  expect(await valueIn(page, 'response_format')).toEqual(schemaFormat(open))
})

test('looking writes nothing', async ({ page, playground, upstream }) => {
  await playground.useServer(upstream.base)
  const text = `{"type": "json_schema", /* kept */ "json_schema": {"name": "a", "schema": {"type":"object"}}}`
  await playground.writeJson('response_format', text)
  const field = playground.field('response_format')
  await field.getByRole('button', { name: 'Edit schema…' }).click()
  await page.getByRole('dialog').locator('[data-schema-builder]').waitFor()
  await page.getByRole('button', { name: 'From a sample…' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await field.getByRole('radio', { name: 'JSON Schema' }).click()
  await expect(field.locator('.cm-content')).toHaveText(text)
  await playground.reset('response_format')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body).not.toHaveProperty('response_format')
})

test('strict problems are fixed one by one or all at once, a step of Undo each', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const nested = {
    type: 'object',
    properties: { city: { type: 'string' }, at: { ...open, required: ['city'] } },
  }
  await playground.writeJson('response_format', JSON.stringify(schemaFormat(nested)))
  const field = playground.field('response_format')
  const problems = field.getByRole('region', { name: 'Strict mode' })
  await expect(problems).toContainText('3 problems for strict mode')
  for (const { message } of strictProblems(nested)) await expect(problems).toContainText(message)
  await press(problems.getByRole('button', { name: 'Close the object (at)' }))
  await expect(problems).toContainText('2 problems for strict mode')
  await press(problems.getByRole('button', { name: 'Fix all' }))
  await expect(problems).toHaveCount(0)
  await undoOf(page).click()
  await expect(problems).toContainText('2 problems for strict mode')
  await undoOf(page).click()
  await expect(problems).toContainText('3 problems for strict mode')
  await press(problems.getByRole('button', { name: 'Fix all' }))
  await playground.run()
  await playground.replied()
  const sent = upstream.completions()[0]?.body.response_format
  expect(sent).toEqual(await valueIn(page, 'response_format'))
  expect(sent).toEqual(
    schemaFormat({
      type: 'object',
      properties: {
        city: { type: ['string', 'null'] },
        at: {
          type: ['object', 'null'],
          properties: { city: { type: 'string' } },
          required: ['city'],
          additionalProperties: false,
        },
      },
      additionalProperties: false,
      required: ['city', 'at'],
    }),
  )
})

test('a schema is made by keyboard alone, and the teaching model keeps to it', async ({
  page,
  playground,
}) => {
  const field = await playground.set('response_format')
  await field.getByRole('radio', { name: 'JSON object' }).focus()
  await page.keyboard.press('ArrowRight')
  await retype(field.getByRole('textbox', { name: 'Name', exact: true }), 'my answer')
  await expect(field).toContainText('A name has 1 to 64 letters')
  await retype(field.getByRole('textbox', { name: 'Name', exact: true }), 'my_answer')
  await retype(field.getByRole('textbox', { name: 'Description', exact: true }), 'For a test')
  await press(field.getByRole('button', { name: 'Edit schema…' }))
  const dialog = page.getByRole('dialog', { name: 'Schema of the reply' })
  await choose(dialog.getByRole('combobox', { name: 'Template' }), 'Classification')
  await expect(dialog.getByRole('textbox', { name: 'Name of property 1' })).toHaveValue('label')
  await press(dialog.getByRole('button', { name: 'Delete reason' }))
  await press(dialog.getByRole('button', { name: 'Undo' }))
  await expect(dialog.getByRole('textbox', { name: 'Name of property 2' })).toHaveValue('reason')
  await press(dialog.getByRole('button', { name: 'Delete reason' }))
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await playground.runByKeyboard()
  await playground.replied()
  expect(await valueIn(page, 'response_format')).toEqual({
    type: 'json_schema',
    json_schema: {
      name: 'my_answer',
      description: 'For a test',
      strict: true,
      schema: {
        type: 'object',
        properties: { label: { type: 'string', enum: ['positive', 'neutral', 'negative'] } },
        required: ['label'],
        additionalProperties: false,
      },
    },
  })
  await expect(playground.reply).toContainText(/\{"label": ?"(positive|neutral|negative)"\}/)
})

test('a sample becomes a schema for strict mode, and names what it has', async ({
  page,
  playground,
}) => {
  const field = await playground.set('response_format')
  await field.getByRole('radio', { name: 'JSON Schema' }).click()
  await field.getByRole('button', { name: 'Edit schema…' }).click()
  const dialog = page.getByRole('dialog')
  await press(dialog.getByRole('button', { name: 'From a sample…' }))
  const sample = dialog.getByRole('region', { name: 'Schema from a sample' })
  await sample.locator('.cm-content, textarea').first().click()
  await sample
    .locator('.cm-content')
    .fill('[{"city": "Oslo", "days": [{"high": 7}]}, {"city": "Rome", "wind": null}]')
  await toggle(sample.getByRole('switch', { name: 'Repeated texts become enums' }))
  await press(sample.getByRole('button', { name: 'Make the schema' }))
  await expect(sample).toHaveCount(0)
  await expect(dialog.getByRole('region', { name: 'Strict mode' })).toHaveCount(0)
  await expect
    .poll(() => valueIn(page, 'response_format'))
    .toMatchObject({ json_schema: { schema: { properties: { wind: {} } } } })
  const value = (await valueIn(page, 'response_format')) as ReturnType<typeof schemaFormat>
  const { schema } = value.json_schema
  expect(strictProblems({ ...schema })).toEqual([])
  expect(schema).toMatchObject({ required: ['city', 'days', 'wind'] })
  await press(dialog.getByRole('button', { name: 'Undo' }))
  await expect
    .poll(() => valueIn(page, 'response_format'))
    .toMatchObject({ json_schema: { schema: { required: ['answer'] } } })
})

test('broken JSON of the dialog goes into the field, where it can be mended', async ({
  page,
  playground,
}) => {
  await playground.writeJson('response_format', JSON.stringify(schemaFormat(open), null, 2))
  const field = playground.field('response_format')
  await field.getByRole('button', { name: 'Edit schema…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.cm-content, textarea[id]').last().click()
  await dialog.locator('.cm-content').fill('{"type": "object", "properties": ')
  await expect(dialog).toContainText('The table is here once the JSON is an object.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(field.locator('.cm-content')).toContainText(
    '"schema": {"type": "object", "properties": ',
  )
  await expect(field).toContainText('The choice of formats is here once the JSON can be read.')
  await undoOf(page).click()
  await expect(field.getByRole('button', { name: 'Edit schema…' })).toBeVisible()
  expect(await valueIn(page, 'response_format')).toEqual(schemaFormat(open))
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the control and its dialog: ${theme}`, async ({
    page,
    playground,
  }) => {
    await page.emulateMedia({ colorScheme: theme })
    await playground.writeJson('response_format', '{"type": "json_object"}')
    const field = playground.field('response_format')
    await expect(field.getByRole('button', { name: 'Add the instruction' })).toBeVisible()
    expect(await faults(page)).toEqual([])
    await playground.writeJson(
      'response_format',
      JSON.stringify({
        type: 'json_schema',
        json_schema: { name: 'a b', strict: true, schema: open },
      }),
    )
    await field.getByRole('region', { name: 'Strict mode' }).waitFor()
    expect(await faults(page)).toEqual([])
    await field.getByRole('button', { name: 'Edit schema…' }).click()
    await page.getByRole('button', { name: 'From a sample…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('region', { name: 'Schema from a sample' }).waitFor()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Parameters' }).click()
    expect(await faults(page)).toEqual([])
    await field.getByRole('button', { name: 'Edit schema…' }).click()
    await dialog.locator('[data-schema-builder]').waitFor()
    expect(await faults(page)).toEqual([])
    expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  })
}
