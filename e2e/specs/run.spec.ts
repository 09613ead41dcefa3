import { json } from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('the first Run on a fresh page streams a heatmap without a key', async ({
  page,
  playground,
}) => {
  await playground.run()
  await playground.replied()
  expect(await playground.text.tokenCount()).toBeGreaterThan(2)
  await expect(page.locator('[data-reply-status=done]')).toBeVisible()
})

test('a seed makes the teaching model repeat itself, and no seed does not', async ({
  playground,
}) => {
  const texts: string[] = []
  for (const seed of ['1', '1', '2', '3']) {
    if (texts.length === 0) await playground.set('seed')
    await playground.field('seed').getByRole('textbox').fill(seed)
    await playground.run()
    await playground.replied()
    texts.push((await playground.reply.textContent()) ?? '')
  }
  expect(texts[0]).toBe(texts[1])
  expect(new Set(texts).size).toBeGreaterThan(1)
})

test('choices are tabs, each with its own text', async ({ page, playground }) => {
  await (await playground.set('n')).getByRole('textbox').fill('3')
  await playground.run()
  await playground.replied()
  const tabs = page.getByRole('tablist', { name: 'Choices' }).getByRole('tab')
  await expect(tabs).toHaveCount(3)
  const texts = new Set<string | null>()
  for (const index of [0, 1, 2]) {
    await tabs.nth(index).click()
    texts.add(await playground.reply.textContent())
  }
  expect(texts.size).toBeGreaterThan(1)
})

test('the token panel shows what else could have stood there', async ({ page, playground }) => {
  await playground.run()
  await playground.replied()
  await playground.text.walkTo(1)
  const panel = page.locator('[data-token-panel]')
  await expect(panel).toContainText('position 2 of')
  expect(await panel.getByRole('listitem').count()).toBeGreaterThanOrEqual(5)
  await expect(panel.locator('[data-chosen]')).toHaveCount(1)
  await page.getByRole('radio', { name: 'Surprisal' }).click()
  await expect(panel).toContainText('bits')
})

test('tool calls and refusals are shown, and continue a conversation', async ({
  page,
  playground,
  upstream,
}) => {
  const call = {
    id: 'call_7',
    type: 'function',
    function: { name: 'get_weather', arguments: '{"location":"Porto"}' },
  }
  upstream.answerNext(
    json({
      choices: [
        { index: 0, message: { content: null, tool_calls: [call] }, finish_reason: 'tool_calls' },
      ],
    }),
    json({
      choices: [
        {
          index: 0,
          message: { content: null, refusal: 'I cannot do that.' },
          finish_reason: 'stop',
        },
      ],
    }),
  )
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await expect(page.getByRole('region', { name: 'Tool call get_weather' })).toContainText('"Porto"')
  await page.getByRole('button', { name: 'Add reply to conversation' }).click()
  await playground
    .field('messages')
    .getByRole('textbox', { name: 'Text of tool message 3' })
    .fill('12 degrees')
  await playground.run()
  await expect(page.getByText('The model refused:')).toBeVisible()
  await expect(playground.reply).toHaveText('I cannot do that.')
  expect(upstream.completions()[1]?.body.messages).toEqual([
    { role: 'user', content: 'Tell me about rain.' },
    { role: 'assistant', content: null, tool_calls: [call] },
    { role: 'tool', content: '12 degrees', tool_call_id: 'call_7' },
  ])
})

test('"Add reply to conversation" continues a chat', async ({ page, playground, upstream }) => {
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await page.getByRole('button', { name: 'Add reply to conversation' }).click()
  await playground
    .field('messages')
    .getByRole('textbox', { name: 'Text of user message 3' })
    .fill('Go on')
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(2)
  expect(upstream.completions()[1]?.body.messages).toEqual([
    { role: 'user', content: 'Tell me about rain.' },
    { role: 'assistant', content: 'Rain fell on the café.' },
    { role: 'user', content: 'Go on' },
  ])
})

test('an error says what happened and what to do', async ({ page, playground, upstream }) => {
  upstream.answerNext(
    json(
      {
        error: {
          message: 'Incorrect API key provided',
          type: 'invalid_request_error',
          code: 'invalid_api_key',
        },
      },
      401,
    ),
  )
  await playground.useServer(upstream.base)
  await playground.run()
  const card = page.getByRole('region', { name: 'Error' })
  await expect(card).toContainText('OpenAI-compatible refused the key (401)')
  await expect(card).toContainText('Check the key for OpenAI-compatible')
  await card.getByRole('button', { name: 'Show response' }).click()
  await expect(card).toContainText('"invalid_api_key"')
  await card.getByRole('button', { name: 'Enter a key' }).click()
  await expect(page.getByLabel('API key')).toBeFocused()
})

test('a server that is not there is said to be not there', async ({ page, playground }) => {
  await playground.useServer('http://127.0.0.1:9/v1')
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText(
    'No connection to 127.0.0.1:9',
  )
})

test('the Request tab shows the exact body, and its curl sends the same', async ({
  page,
  playground,
  upstream,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.useServer(upstream.base)
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('0.3')
  await playground.run()
  await playground.replied()
  await page.getByRole('tab', { name: 'Request' }).click()
  const shown = (await page.locator('[data-sent-body]').textContent()) ?? ''
  expect(JSON.parse(shown)).toEqual(upstream.completions()[0]?.body)
  await page.getByRole('button', { name: 'Copy JSON' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    upstream.completions()[0]?.text,
  )
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toHaveCount(1)
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('curl ')
})
