import type { Page } from 'playwright/test'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { json } from '#e2e/fixtures/upstream.ts'
import { answeredHeader, expect, test } from './fixtures/test.ts'

const tokens = ['Rain', ' fell', ' on', ' the', ' café', '.']

async function askForLogprobs(playground: Playground, streamed: boolean): Promise<void> {
  await playground.set('logprobs')
  const field = await playground.set('top_logprobs')
  await field.locator('input:not([type=range])').fill('5')
  if (!streamed) return
  await playground.set('stream')
  // The proxy asks the upstream for the usage in any case, but passes it on only when it is asked.
  await playground.set('stream_options')
}

/** A fact of the Run tab by its name. */
async function fact(page: Page, name: string): Promise<string | null> {
  await page.getByRole('tab', { name: 'Run', exact: true }).click()
  const term = page.locator('dt', { hasText: new RegExp(`^${name}$`) })
  return await term.locator('xpath=following-sibling::dd[1]').textContent()
}

for (const streamed of [true, false]) {
  const how = streamed ? 'streamed' : 'whole'

  test(`a ${how} reply has its heatmap, token for token`, async ({ page, playground, through }) => {
    await through('good')
    await askForLogprobs(playground, streamed)
    await playground.run()
    await expect(page.locator('[data-reply-status=done]')).toBeVisible()
    await playground.text.hasTokens(tokens.length)
    await expect(playground.reply).toHaveText(tokens.join(''))
    await playground.text.walkTo(4)
    const panel = page.locator('[data-token-panel]')
    await expect(panel).toContainText(`position 5 of ${tokens.length}`)
    await expect(panel.getByRole('listitem')).toHaveCount(5)
    expect(await fact(page, 'completion tokens')).toBe(String(tokens.length))
    expect(await fact(page, 'total tokens')).toBe('15')
  })

  test(`${how} choices stay apart`, async ({ page, playground, through }) => {
    await through('good')
    await askForLogprobs(playground, streamed)
    await (await playground.set('n')).getByRole('textbox').fill('3')
    await playground.run()
    await expect(page.locator('[data-reply-status=done]')).toBeVisible()
    const tabs = page.getByRole('tablist', { name: 'Choices' }).getByRole('tab')
    await expect(tabs).toHaveCount(3)
    for (const index of [0, 1, 2]) {
      await tabs.nth(index).click()
      await expect(playground.reply).toHaveText(tokens.join(''))
      await playground.text.hasTokens(tokens.length)
    }
  })

  test(`the teaching model answers through the proxy, ${how}, as it does at home`, async ({
    page,
    playground,
    through,
  }) => {
    const settle = async () => {
      await (await playground.set('seed')).getByRole('textbox').fill('7')
      const limit = await playground.set('max_completion_tokens')
      await limit.locator('input:not([type=range])').fill('12')
    }
    await through('teaching')
    await askForLogprobs(playground, streamed)
    await settle()
    await playground.run()
    await expect(page.locator('[data-reply-status=done]')).toBeVisible()
    const text = await playground.reply.textContent()
    const count = await playground.text.tokenCount()
    expect(count).toBeGreaterThan(3)
    expect(await fact(page, 'completion tokens')).toBe(String(count))
    await playground.choose('teaching', 'nucleus-teaching-1')
    await playground.run()
    await expect(page.locator('[data-reply-status=done]')).toBeVisible()
    await expect(playground.reply).toHaveText(text ?? '')
    await playground.text.hasTokens(count)
  })

  test(`a ${how} reply comes with the headers of the proxy`, async ({ playground, through }) => {
    await through('good')
    if (streamed) await playground.set('stream')
    await playground.run()
    await playground.replied()
    expect(await answeredHeader(playground, 'x-litellm-version')).toBe('1.106.2')
    expect(await answeredHeader(playground, 'x-litellm-model-id')).toBe('deployment-good')
    expect(await answeredHeader(playground, 'x-litellm-model-group')).toBe('good')
    expect(await answeredHeader(playground, 'x-litellm-attempted-retries')).toBe('0')
    expect(await answeredHeader(playground, 'x-litellm-attempted-fallbacks')).toBe('0')
    expect(await answeredHeader(playground, 'x-litellm-call-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
}

test('tool calls arrive, and their results go back', async ({
  page,
  playground,
  upstream,
  through,
}) => {
  const call = {
    id: 'call_7',
    type: 'function',
    function: { name: 'get_weather', arguments: '{"location":"Porto"}' },
  }
  upstream.answerNext(
    json({
      id: 'chatcmpl-test',
      object: 'chat.completion',
      created: 1_768_721_350,
      model: 'good',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: null, tool_calls: [call] },
          finish_reason: 'tool_calls',
        },
      ],
    }),
  )
  await through('good')
  await playground.run()
  await playground.replied()
  await expect(page.getByRole('region', { name: 'Tool call get_weather' })).toContainText('"Porto"')
  await page.getByRole('button', { name: 'Add reply to conversation' }).click()
  await playground
    .field('messages')
    .getByRole('textbox', { name: 'Text of tool message 3' })
    .fill('12 degrees')
  await playground.run()
  await expect(playground.reply).toHaveText(tokens.join(''))
  expect(upstream.completions()[1]?.body.messages).toEqual([
    { role: 'user', content: 'Tell me about rain.' },
    // The proxy leaves out what is null.
    { role: 'assistant', tool_calls: [call] },
    { role: 'tool', content: '12 degrees', tool_call_id: 'call_7' },
  ])
})

test('a tool call that arrives in pieces is put together', async ({
  page,
  playground,
  through,
}) => {
  await through('openai/calls')
  await playground.set('stream')
  await playground.run()
  const call = page.getByRole('region', { name: 'Tool call get_weather' })
  await expect(call).toContainText('"Porto"')
  await expect(page.locator('[data-reply-status=done]')).toBeVisible()
})

test('reasoning is kept apart from the reply', async ({ page, playground, through }) => {
  await through('openai/thinks')
  await playground.set('stream')
  await playground.run()
  await expect(playground.reply).toHaveText('Then I speak.')
  await page.getByText('Reasoning', { exact: true }).click()
  await expect(page.getByText('First I think.')).toBeVisible()
})
