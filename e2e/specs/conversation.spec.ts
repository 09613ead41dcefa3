import { expect, test } from '#e2e/fixtures/test.ts'
import { writeText } from '#e2e/fixtures/values.ts'

test('messages are added, duplicated, removed and brought back', async ({ playground }) => {
  const messages = playground.field('messages')
  await messages.getByRole('button', { name: 'Add message' }).click()
  await messages.getByRole('textbox').nth(1).fill('An answer')
  await messages.locator('li').nth(1).hover()
  await messages.getByRole('button', { name: 'More for assistant message 2' }).click()
  await messages.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(messages.getByRole('listitem')).toHaveCount(3)
  await messages.locator('li').first().hover()
  await messages.getByRole('button', { name: 'Delete user message 1' }).click()
  await expect(messages.getByRole('textbox').first()).toHaveValue('An answer')
  await messages.getByRole('button', { name: 'Undo' }).click()
  await expect(messages.getByRole('textbox').first()).toHaveValue('Tell me about rain.')
})

test('the conversation can be written as JSON and goes back to cards', async ({
  page,
  playground,
  upstream,
}) => {
  const messages = playground.field('messages')
  await playground.useServer(upstream.base)
  await messages.getByRole('button', { name: 'Edit as JSON' }).click()
  const wire = [
    { role: 'system', content: 'Be brief', name: 'teacher' },
    { role: 'user', content: [{ type: 'text', text: 'What is this?' }] },
  ]
  await writeText(messages, JSON.stringify(wire))
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.messages).toEqual(wire)
  await messages.getByRole('button', { name: 'Edit as cards' }).click()
  await expect(messages.getByRole('listitem')).toHaveCount(2)
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(2)
  expect(upstream.completions()[1]?.body.messages).toEqual(wire)
  await expect(page.getByText('problem')).toHaveCount(0)
})

test('a broken conversation says where, sends nothing and loses nothing', async ({
  page,
  playground,
  upstream,
}) => {
  const messages = playground.field('messages')
  await playground.useServer(upstream.base)
  await messages.getByRole('button', { name: 'Edit as JSON' }).click()
  await writeText(messages, '[{"role": "robot", "content": "x"}]')
  await playground.run()
  await expect(messages).toContainText('A message needs a role')
  expect(upstream.completions()).toEqual([])
  await page.reload()
  await playground.ready()
  await expect(messages).toContainText('robot')
})

test('a tool message asks for the call that it answers', async ({ playground, upstream }) => {
  await playground.useServer(upstream.base)
  const messages = playground.field('messages')
  await messages.getByRole('combobox').selectOption('tool')
  await expect(messages).toContainText('needs the "tool_call_id"')
  await messages.getByRole('textbox', { name: 'Call id of tool message 1' }).fill('call_1')
  await expect(messages).not.toContainText('needs the "tool_call_id"')
})
