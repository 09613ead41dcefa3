import { faults, openShare, sharedIn } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { asking, callingReply, calls, openPreset } from '#e2e/fixtures/tools.ts'

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
