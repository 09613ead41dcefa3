import type { Locator, Page } from 'playwright/test'
import { writeText } from '#e2e/fixtures/values.ts'
import { faults } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** Empties the editor of a field and leaves the caret in it. */
async function emptied(page: Page, field: Locator): Promise<Locator> {
  await writeText(field, '')
  await field.locator('.cm-content').focus()
  await page.keyboard.press('ControlOrMeta+a')
  return field.locator('.cm-content')
}

const chosen = (page: Page) => page.locator('.cm-tooltip-autocomplete [aria-selected=true]')

test('a tool is written by completion, by keyboard alone, and is sent', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const field = await playground.set('tools')
  const editor = await emptied(page, field)
  await page.keyboard.press('Control+Space')
  await expect(chosen(page)).toContainText('[ … ]')
  await page.keyboard.press('Enter')
  await expect(chosen(page)).toContainText('{ "type": "function", … }')
  await page.keyboard.press('Enter')
  await expect(editor).toContainText('"name": ""')
  await page.keyboard.type('get_rain')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(', "par')
  await expect(chosen(page)).toContainText('parameters')
  await page.keyboard.press('Enter')
  await expect(editor).toContainText('"properties": {}')
  await playground.runByKeyboard()
  await playground.replied()
  expect(upstream.completions()[0]?.body.tools).toEqual([
    {
      type: 'function',
      function: { name: 'get_rain', parameters: { type: 'object', properties: {} } },
    },
  ])
})

test('Enter stays a line break where nothing is being typed, and Escape only closes the list', async ({
  page,
  playground,
}) => {
  const field = await playground.set('response_format')
  await field.getByRole('button', { name: 'Open Response format large' }).click()
  const dialog = page.getByRole('dialog', { name: 'Response format' })
  const editor = dialog.locator('.cm-content')
  await editor.fill('{"type": "json_schema",')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(editor.locator('.cm-line')).toHaveCount(2)
  await page.keyboard.press('Control+Space')
  await expect(chosen(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(chosen(page)).toBeHidden()
  await expect(dialog).toBeVisible()
})

test('what a key is for is told by the pointer and by F1', async ({ page, playground }) => {
  const field = await playground.set('tools')
  await writeText(field, '[{"type": "function", "function": {"name": "a", "strict": true}}]')
  const strict = field.locator('.cm-line span', { hasText: '"strict"' }).first()
  await strict.hover()
  const told = page.locator('.json-help')
  await expect(told).toContainText('strict true or false')
  await page.mouse.move(0, 0)
  await expect(told).toBeHidden()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F1')
  await expect(told).toContainText('type')
  await page.keyboard.press('Escape')
  await expect(told).toBeHidden()
})

test('the JSON within a message is completed and doubted as the whole conversation is', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const messages = playground.field('messages')
  await messages.getByRole('button', { name: 'Add message' }).click()
  await messages.getByRole('button', { name: 'More for assistant message 2' }).click()
  await messages.getByRole('menuitem', { name: 'Add tool calls' }).click()
  const calls = messages.getByRole('textbox', { name: 'Tool calls of assistant message 2' })
  await calls.fill('[{"type": "function", "id": ""}]')
  await expect(messages.getByText('A tool call needs an "id".')).toHaveCount(1)
  await expect(messages.locator('code', { hasText: '[0].id' })).toBeVisible()
  await calls.fill('[{"id": "a", "type": "custom"')
  await messages.getByRole('button', { name: 'Add }] in line 1' }).click()
  await calls.fill('[{"id": "a", "type": "custom", "custm": {"name": "f", "input": ""}}]')
  await expect(messages).toContainText('Is "custom" meant?')
  await messages.getByRole('button', { name: 'Write "custom" in line 1' }).click()
  await expect(messages).not.toContainText('meant?')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(', {"id": "b", "ty')
  await expect(chosen(page)).toContainText('type')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Space')
  await expect(chosen(page)).toContainText('function')
  await page.keyboard.press('Enter')
  await playground.runByKeyboard()
  await playground.replied()
  expect(upstream.completions()[0]?.body.messages).toEqual([
    { role: 'user', content: 'Tell me about rain.' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        { id: 'a', type: 'custom', custom: { name: 'f', input: '' } },
        { id: 'b', type: 'function' },
      ],
    },
  ])
})

test('a list of Python becomes JSON at one press, and Undo takes it back', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const field = await playground.set('tools')
  const python = `[{'type': 'function', 'function': {'name': 'get_time', 'strict': True,\n  'parameters': None}}]`
  await writeText(field, python)
  await expect(field).toContainText('Use double quotes (") around keys and texts.')
  const fix = field.getByRole('button', { name: 'Fix all' })
  await fix.focus()
  await page.keyboard.press('Enter')
  await expect(field.getByRole('button', { name: 'Fix all' })).toBeHidden()
  await expect(field.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(field.locator('.cm-content')).toContainText('True')
  await page.keyboard.press('ControlOrMeta+y')
  await field.locator('.cm-content').fill('[{"type": "function", "function": {"name": "now"}')
  await field.getByRole('button', { name: 'Add }] in line 1' }).click()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.tools).toEqual([
    { type: 'function', function: { name: 'now' } },
  ])
})

for (const [name, text, button, wire] of [
  ['logit_bias', '{"1734": True}', 'Write true in line 1', undefined],
  ['logit_bias', '{1734: -100}', 'Put it in quotes in line 1', { '1734': -100 }],
  ['logit_bias', '{"1734": "-100"}', 'Write -100 without quotes in line 1', { '1734': -100 }],
  ['response_format', '{"type": "txt"}', 'Write "text" in line 1', { type: 'text' }],
  ['extra_body', '{"a": 1\n"b": 2}', 'Add a comma in line 2', { a: 1, b: 2 }],
] as const) {
  test(`${text} in ${name} has a fix that does what it says`, async ({ playground, upstream }) => {
    await playground.useServer(upstream.base)
    const field = await playground.set(name)
    await writeText(field, text)
    await field.getByRole('button', { name: button }).click()
    await expect(field.getByRole('button', { name: button })).toBeHidden()
    if (wire === undefined) {
      await expect(field).toContainText('1734')
      await expect(field).toHaveAttribute('data-state', 'problem')
      return
    }
    await playground.run()
    await playground.replied()
    const body = upstream.completions()[0]?.body ?? {}
    if (name === 'extra_body') expect(body).toMatchObject(wire)
    else expect(body[name]).toEqual(wire)
  })
}

test('a problem names the path to its place', async ({ playground }) => {
  const field = await playground.set('tools')
  await writeText(field, '[{"type": "function", "function": {"name": "a b"}}]')
  await expect(field.locator('code', { hasText: '[0].function.name' })).toBeVisible()
})

test('a key nearly right and a schema that breaks the rules are doubted, and can be sent', async ({
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  const field = await playground.set('tools')
  const tool = (parameters: string) =>
    `[{"type": "function", "function": {"name": "a", ${parameters}}}]`
  await writeText(field, tool('"paramters": {"type": "object"}'))
  await expect(field).toContainText('Is "parameters" meant?')
  await field.getByRole('button', { name: 'Write "parameters" in line 1' }).click()
  await expect(field).not.toContainText('meant?')
  await writeText(field, tool('"parameters": {"type": "objct"}'))
  await expect(field.locator('code', { hasText: 'parameters.type' })).toBeVisible()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.tools).toMatchObject([
    { function: { parameters: { type: 'objct' } } },
  ])
  await field.getByRole('button', { name: 'Write "object" in line 1' }).click()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[1]?.body.tools).toMatchObject([
    { function: { parameters: { type: 'object' } } },
  ])
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing with options, explanations, fixes and doubts in view', async ({
      page,
      playground,
    }) => {
      test.slow()
      const field = await playground.set('tools')
      await emptied(page, field)
      await page.keyboard.press('Control+Space')
      await expect(chosen(page)).toBeVisible()
      expect(await faults(page)).toEqual([])
      await writeText(field, '[{"type": "function", "function": {"nmae": "a", "name": "b"}}]')
      await page.keyboard.press('ControlOrMeta+Home')
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('F1')
      await expect(page.locator('.json-help').first()).toBeVisible()
      expect(await faults(page)).toEqual([])
      await writeText(field, '[{"type": "function", "function": {"name": "b", "strct": true}}]')
      await expect(field).toContainText('meant?')
      expect(await faults(page)).toEqual([])
      await writeText(field, "[{'type': True]")
      await expect(field.getByRole('button', { name: /in line 1/ }).first()).toBeVisible()
      expect(await faults(page)).toEqual([])
    })
  })
}
