import type { Locator, Page } from 'playwright/test'
import { seedExamples } from '#lib/json/seed-examples.fixture.ts'
import { isParameterName, type ParameterName } from '#lib/parameters/index.ts'
import { write, writeText } from '#e2e/fixtures/values.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Puts a text on the clipboard and pastes it over whatever the editor holds. */
async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await field.locator('textarea, .cm-content').first().click()
  await field.locator('.cm-content').waitFor()
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
}

const tool = { type: 'function', function: { name: 'get_weather' } }

for (const { name, text, value } of seedExamples.filter((one) => isParameterName(one.name))) {
  test(`the seed’s example for ${name} pastes as it stands there`, async ({
    page,
    playground,
    upstream,
  }) => {
    // Every example names a parameter of the registry, as the filter above makes sure.
    const parameter = name as ParameterName
    await playground.useServer(upstream.base, 'openai/gpt-4o')
    const field = playground.field(parameter)
    if (parameter === 'messages') await field.getByRole('button', { name: 'Edit as JSON' }).click()
    else {
      if (parameter === 'tool_choice') await write([tool])(await playground.set('tools'))
      await playground.set(parameter)
    }
    if (parameter === 'tool_choice') await field.getByRole('combobox').selectOption('json')
    await paste(page, field, text)
    await expect(field.locator('.cm-content')).not.toContainText('“')
    await playground.run()
    await playground.replied()
    const body = upstream.completions()[0]?.body ?? {}
    if (parameter === 'extra_body') expect(body).toMatchObject(value as Record<string, unknown>)
    else if (parameter !== 'fallbacks') expect(body[parameter]).toEqual(value)
    await expect(field).toHaveAttribute('data-state', 'set')
  })
}

test('the seed’s example for stop pastes as it stands there', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const field = await playground.set('stop')
  await field.locator('input').click()
  await page.evaluate(() => navigator.clipboard.writeText(String.raw`\n, END, ---`))
  await page.keyboard.press('ControlOrMeta+v')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.stop).toEqual(['\n', 'END', '---'])
})

test('a fault is marked at its place, with a message that says what to do', async ({
  playground,
}) => {
  const field = await playground.set('logit_bias')
  await writeText(field, '{\n  "43010": -100,\n  "1627": 250\n}')
  await expect(field).toContainText('Line 3')
  await expect(field).toContainText('A bias must be between −100 and 100.')
  await expect(field.locator('.cm-content')).toHaveAttribute('aria-invalid', 'true')
})

test('Format lays the text out, Undo takes it back', async ({ page, playground }) => {
  const field = await playground.set('extra_body')
  await writeText(field, '{"a":1,"b":[1,2]}')
  await field.getByRole('button', { name: 'Format' }).click()
  await expect(field.locator('.cm-line')).toHaveCount(7)
  await field.locator('.cm-content').click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(field.locator('.cm-line')).toHaveCount(1)
})

test('"Open large" edits the same text, and Tab leaves the editor', async ({
  page,
  playground,
}) => {
  const field = await playground.set('extra_body')
  await writeText(field, '{"a": 1}')
  await field.getByRole('button', { name: /large/i }).click()
  const large = page.getByRole('dialog').locator('.cm-content')
  await large.fill('{"a": 2}')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(field.locator('.cm-content')).toHaveText('{"a": 2}')
  await field.locator('.cm-content').click()
  await page.keyboard.press('Tab')
  await expect(field.locator('.cm-content')).not.toBeFocused()
})

test('broken JSON is not lost by unsetting other fields, filtering, or reloading', async ({
  page,
  playground,
}) => {
  await writeText(await playground.set('logit_bias'), '{"2683": ')
  await page.getByRole('searchbox').fill('temperature')
  await page.getByRole('searchbox').fill('')
  await expect(playground.field('logit_bias')).toContainText('{"2683":')
})

test('JSON mode warns until a message asks for JSON, and runs all the same', async ({
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const format = await playground.set('response_format')
  await expect(format.getByRole('note')).toContainText(
    'JSON mode also needs a system or user message',
  )
  await playground.run()
  await playground.replied()
  expect(upstream.completions()).toHaveLength(1)
  await playground.field('messages').getByRole('textbox').first().fill('Name three colours as JSON')
  await expect(format.getByRole('note')).toHaveCount(0)
})
