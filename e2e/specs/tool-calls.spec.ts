import type { Preset } from '#lib/preset/preset.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { faults, fragmentOf, openShare, sharedIn } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { json } from '#e2e/fixtures/upstream.ts'

const weather = {
  type: 'function' as const,
  function: {
    name: 'get_weather',
    description: 'Get the current weather in a city',
    parameters: {
      type: 'object',
      properties: {
        city: { type: 'string' },
        unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
      },
      required: ['city'],
      additionalProperties: false,
    },
  },
}
const clock = { type: 'function' as const, function: { name: 'get_time' } }

/** Two calls at once, the second with arguments that its tool does not take. */
const calls = [
  {
    id: 'call_a',
    type: 'function',
    function: { name: 'get_weather', arguments: '{"city":"Oslo"}' },
  },
  {
    id: 'call_b',
    type: 'function',
    function: { name: 'get_weather', arguments: '{"city":5,"unit":"kelvin"}' },
  },
]

const callingReply = (toolCalls: unknown[], content: string | null = null) =>
  json({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'test-a',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, tool_calls: toolCalls },
        finish_reason: 'tool_calls',
      },
    ],
  })

const asking = (settings: Partial<Preset['settings']> = {}): Preset => ({
  settings: {
    provider: 'teaching',
    model: 'nucleus-teaching-1',
    messages: [{ role: 'user', content: 'Weather?' }],
    tools: [weather, clock],
    ...settings,
  },
})

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
  await page.keyboard.press('Control+Enter')
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

const mocks = { results: [{ name: 'get_weather', content: 'snow' }], most_turns: 2 }

test('mock results answer by themselves, for so many turns and no more', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerWith(callingReply([calls[0]]))
  await openPreset(playground, asking({ tool_mocks: mocks }), upstream.base)
  await playground.run()
  await expect(page.locator('[data-notice]')).toContainText(
    'Mock results answered 2 turns and stop here.',
  )
  const sent = upstream.completions().map(({ body }) => body.messages as unknown[])
  expect(sent.map(({ length }) => length)).toEqual([1, 3, 5])
  expect(sent[2]?.at(-1)).toEqual({ role: 'tool', tool_call_id: 'call_a', content: 'snow' })
  for (const { body } of upstream.completions()) expect(body).not.toHaveProperty('tool_mocks')
  // A person goes on.
  upstream.answerNext()
  await page.getByRole('button', { name: 'Use the mock result' }).click()
  await page.getByRole('button', { name: 'Send result', exact: true }).click()
  await expect.poll(() => upstream.completions().length).toBe(4)
})

test('a call without a mock result waits for a person', async ({ page, playground, upstream }) => {
  const time = { id: 'call_t', type: 'function', function: { name: 'get_time', arguments: '' } }
  upstream.answerNext(callingReply([calls[0], time]))
  await openPreset(playground, asking({ tool_mocks: mocks }), upstream.base)
  await playground.run()
  await playground.replied()
  await expect(page.getByRole('region', { name: 'Tool call get_time' })).toBeVisible()
  expect(upstream.completions()).toHaveLength(1)
})

test('mock results are written beside the tools, kept from a call, and travel in a link', async ({
  page,
  playground,
  upstream,
}) => {
  await openPreset(playground, asking(), upstream.base)
  await page.getByRole('button', { name: 'Mock results…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mock results' })
  await dialog.getByRole('button', { name: 'Add a mock result for get_weather' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Mock result of get_weather' })).toHaveValue(
    /temperature/,
  )
  await dialog.getByRole('textbox', { name: 'Mock result of get_weather' }).fill('fog')
  await dialog.getByRole('textbox', { name: 'Turns in a row' }).fill('40')
  await expect(dialog).toContainText('Type a whole number from 1 to 20.')
  await dialog.getByRole('textbox', { name: 'Turns in a row' }).fill('3')
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-field=tool_mocks]')).toContainText('1 tool answers')

  const time = { id: 'call_t', type: 'function', function: { name: 'get_time', arguments: '' } }
  upstream.answerNext(callingReply([time]))
  await playground.run()
  await playground.replied()
  await page.getByRole('textbox', { name: 'Result of get_time call_t' }).fill('noon')
  await page.getByRole('button', { name: 'Keep as mock result' }).click()
  await expect(page.getByText('is its mock result')).toBeVisible()
  const { opened } = await sharedIn(await openShare(page))
  expect(opened.preset.settings.tool_mocks).toEqual({
    results: [
      { name: 'get_weather', content: 'fog' },
      { name: 'get_time', content: 'noon' },
    ],
    most_turns: 3,
  })
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

/** Opens a preset as a link on a fresh page, which takes it at once, and turns to a server. */
async function openPreset(playground: Playground, preset: Preset, base?: string): Promise<void> {
  await playground.page.goto('about:blank')
  await playground.open(fragmentOf(preset))
  await expect(playground.field('tools')).toHaveAttribute('data-state', 'set')
  if (base) await playground.useServer(base)
}
