import { expect, test } from './fixtures/test.ts'

/** The model that fails so, the status that Nucleus is told, and the words that its card shows. */
const classes: [title: string, model: string, status: number, says: RegExp][] = [
  ['a bad request', 'openai/fail400', 400, /BadRequestError.*refuses this value/],
  ['a key that the upstream refuses', 'openai/fail401', 401, /AuthenticationError.*this key/],
  ['a refusal', 'openai/fail403', 403, /forbids this/],
  ['an unknown model upstream', 'openai/fail404', 404, /NotFoundError.*no such model/],
  ['a timeout upstream', 'openai/fail408', 408, /Timeout.*took too long/],
  ['too many requests', 'openai/fail429', 429, /RateLimitError.*asked too often/],
  ['a broken upstream', 'openai/fail500', 500, /InternalServerError.*broke/],
  ['an overloaded upstream', 'openai/fail503', 503, /ServiceUnavailableError.*overloaded/],
  ['too long a conversation', 'openai/too-long', 400, /ContextWindowExceededError.*8192 tokens/],
  [
    'what a policy forbids',
    'openai/not-allowed',
    400,
    /ContentPolicyViolationError.*safety system/,
  ],
  ['a model that the proxy does not have', 'nowhere', 400, /no healthy deployments/],
]

for (const [title, model, status, says] of classes) {
  for (const streamed of [true, false]) {
    test(`${title} is shown as ${status}, Stream ${streamed ? 'on' : 'off'}`, async ({
      page,
      playground,
      upstream,
      through,
    }) => {
      await through(model)
      if (streamed) await playground.set('stream')
      await playground.run()
      const card = page.getByRole('region', { name: 'Error' })
      await expect(card).toContainText(`(${status})`)
      await expect(card).toContainText(says)
      await expect(page.locator('[data-reply-status=failed]')).toBeVisible()
      await card.getByRole('button', { name: 'Show response' }).click()
      await expect(card.locator('pre')).toContainText(`"code":"${status}"`)
      expect(upstream.completions()).toHaveLength(model === 'nowhere' ? 0 : 1)
    })
  }
}

test('an error inside a stream keeps the text before it', async ({ page, playground, through }) => {
  await through('openai/breaks')
  await playground.set('stream')
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText(
    'The engine is overloaded',
  )
  await expect(playground.reply).toHaveText('Half')
})

test('a timeout of the proxy is shown as 408', async ({ page, playground, upstream, through }) => {
  await through('openai/silent')
  await (await playground.set('timeout')).getByRole('textbox').fill('1')
  await playground.run()
  const card = page.getByRole('region', { name: 'Error' })
  await expect(card).toContainText('(408)')
  await expect(card).toContainText('timeout value=1.0')
  expect(upstream.completions()[0]?.body).not.toHaveProperty('timeout')
})

test('a key that the proxy refuses is shown with its words', async ({
  page,
  playground,
  upstream,
  through,
}) => {
  await through('good')
  const card = page.getByRole('region', { name: 'Error' })
  await page.getByLabel('API key').fill('')
  await playground.run()
  await expect(card).toContainText('LiteLLM proxy refused the key (401)')
  await expect(card).toContainText('No api key passed in.')
  // Without a database the proxy knows its master key only, and says so about any other.
  await page.getByLabel('API key').fill('sk-not-the-key-of-this-proxy')
  await playground.run()
  await expect(card).toContainText('(400)')
  await expect(card).toContainText('No connected db.')
  await expect(page.getByText('sk-not-the-key-of-this-proxy')).toHaveCount(0)
  expect(upstream.completions()).toEqual([])
})
