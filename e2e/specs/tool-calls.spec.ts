import { faults } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { asking, callingReply, calls, openPreset, weather } from '#e2e/fixtures/tools.ts'

test('several calls are checked, answered and sent back in order, again and again', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(
    callingReply(calls),
    callingReply([{ ...calls[0], id: 'call_c' }], 'Once more.'),
  )
  await playground.useServer(upstream.base)
  await playground.reset('stream')
  await playground.writeJson('tools', JSON.stringify([weather]))
  await playground.run()
  await playground.replied()
  const cards = page.getByRole('region', { name: 'Tool call get_weather' })
  await expect(cards).toHaveCount(2)
  await expect(cards.first()).toContainText('fits its parameters')
  await expect(cards.nth(1)).toContainText('2 problems')
  await expect(cards.nth(1)).toContainText('“city” must be a text.')
  await expect(cards.nth(1)).toContainText('“unit” must be one of')

  await page.getByRole('button', { name: 'Send results' }).click()
  await expect(cards.first().getByRole('textbox')).toBeFocused()
  expect(upstream.completions()).toHaveLength(1)
  await cards.first().getByRole('textbox').fill('{"temperature": 4}')
  await cards.nth(1).getByRole('textbox').fill('unknown unit')
  await page.getByRole('button', { name: 'Send results' }).click()
  await expect.poll(() => upstream.completions().length).toBe(2)
  const asked = playground.field('messages')
  const first = [
    { role: 'user', content: 'Tell me about rain.' },
    { role: 'assistant', content: null, tool_calls: calls },
    { role: 'tool', tool_call_id: 'call_a', content: '{"temperature": 4}' },
    { role: 'tool', tool_call_id: 'call_b', content: 'unknown unit' },
  ]
  expect(upstream.completions()[1]?.body.messages).toEqual(first)

  await expect(cards).toHaveCount(1)
  await cards.getByRole('button', { name: 'Sample' }).click()
  await expect(cards.getByRole('textbox')).toHaveValue(/"city": "Oslo"/)
  const sample = await cards.getByRole('textbox').inputValue()
  await page.getByRole('button', { name: 'Send result', exact: true }).click()
  await expect.poll(() => upstream.completions().length).toBe(3)
  expect(upstream.completions()[2]?.body.messages).toEqual([
    ...first,
    { role: 'assistant', content: 'Once more.', tool_calls: [{ ...calls[0], id: 'call_c' }] },
    { role: 'tool', tool_call_id: 'call_c', content: sample },
  ])
  await expect(playground.reply).toContainText('Rain fell on the café.')
  await expect(asked.getByRole('listitem')).toHaveCount(6)
})

test('a reply that was added to the conversation is not added twice', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(callingReply(calls))
  await playground.useServer(upstream.base)
  await playground.reset('stream')
  await playground.writeJson('tools', JSON.stringify([weather]))
  await playground.run()
  await playground.replied()
  await page.getByRole('button', { name: 'Add reply to conversation' }).click()
  await expect(page.getByText('Fills the tool messages in the conversation')).toBeVisible()
  for (const box of await page.getByRole('textbox', { name: /^Result of/ }).all())
    await box.fill('dry')
  await page.getByRole('button', { name: 'Send results' }).click()
  await expect.poll(() => upstream.completions().length).toBe(2)
  expect(upstream.completions()[1]?.body.messages).toEqual([
    { role: 'user', content: 'Tell me about rain.' },
    { role: 'assistant', content: null, tool_calls: calls },
    { role: 'tool', tool_call_id: 'call_a', content: 'dry' },
    { role: 'tool', tool_call_id: 'call_b', content: 'dry' },
  ])
})

test('the teaching model tells the result that was given, by keyboard alone', async ({
  page,
  playground,
}) => {
  const question = { role: 'user' as const, content: 'What is the weather in Lisbon?' }
  await openPreset(playground, asking({ messages: [question], tools: [weather], seed: 42 }))
  await playground.runByKeyboard()
  await playground.replied()
  const box = page.getByRole('textbox', { name: /^Result of get_weather/ })
  await box.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue(/"city": "Lisbon"/)
  await box.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('{"city": "Lisbon", "temperature": 37}')
  await page.keyboard.press('Control+Enter')
  await expect(playground.reply).toContainText('37')
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in calls and their results: ${theme}`, async ({
    page,
    playground,
    upstream,
  }) => {
    await page.emulateMedia({ colorScheme: theme })
    upstream.answerNext(
      callingReply([
        ...calls,
        { ...calls[0], id: 'x', function: { name: 'nobody', arguments: '{"a"' } },
      ]),
    )
    await openPreset(playground, asking(), upstream.base)
    await playground.run()
    await playground.replied()
    await expect(page.getByText('no such tool was offered')).toBeVisible()
    await expect(page.getByText('2 problems')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await faults(page)).toEqual([])
  })
}
