import { json, startUpstream, type Answer } from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const busy = json({ error: { message: 'The engine is overloaded.' } }, 503)

test('tries are told one by one, and what differs has its table', async ({
  page,
  playground,
  upstream,
}) => {
  const soon: Answer = (response, request) => {
    response.setHeader('retry-after-ms', '1')
    return busy(response, request)
  }
  upstream.answerNext(soon, busy)
  await playground.useServer(upstream.base)
  await (await playground.set('num_retries')).getByRole('textbox').fill('1')
  await (await playground.set('n')).getByRole('textbox').fill('2')
  await playground.writeJson('fallbacks', '["second"]')
  await playground.run()
  await playground.replied()
  expect(upstream.completions().map(({ body }) => body.model)).toEqual([
    'test-a',
    'test-a',
    'second',
  ])
  await page.getByRole('button', { name: '1 differs' }).click()
  const attempts = page.locator('[data-attempt]')
  await expect(attempts).toHaveCount(3)
  await expect(attempts.nth(0)).toContainText('The engine is overloaded.')
  await expect(attempts.nth(0)).toContainText('The provider named the pause.')
  await expect(attempts.nth(1)).toContainText('Then the next model.')
  await expect(attempts.nth(2)).toContainText('200')
  await expect(page.locator('[data-asked=n]')).toContainText('2 choices')
  await expect(page.locator('[data-asked=num_retries]')).toContainText('1 used')
  await expect(page.locator('[data-asked=model]')).toHaveAttribute('data-differs', 'true')
})

test('a fallback at another provider has its own address and key', async ({
  page,
  playground,
  upstream,
}) => {
  const other = await startUpstream()
  try {
    upstream.answerWith(busy)
    await playground.useServer(upstream.base)
    await page.getByLabel('API key').fill('first-key')
    await playground.writeJson('fallbacks', '[{"model": "second", "provider": "litellm"}]')
    const connection = page.getByRole('group', { name: 'Fallback to LiteLLM proxy' })
    await connection.getByLabel('Address').fill(other.base)
    await connection.getByLabel('API key').fill('second-key')
    await playground.run()
    await playground.replied()
    const sent = (one: typeof other) =>
      one.completions().map(({ headers }) => headers.authorization)
    expect(sent(upstream)).toEqual(['Bearer first-key'])
    expect(sent(other)).toEqual(['Bearer second-key'])
    await expect(playground.reply).toHaveText('Rain fell on the café.')
  } finally {
    await other.close()
  }
})

test('what a fallback cannot take is said at the field, and nothing is sent', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.writeJson('fallbacks', '[{"a": "b"}]')
  await playground.run()
  await expect(playground.field('fallbacks')).toContainText('must be a list')
  await playground.writeJson('fallbacks', '[{"model": "b", "temperature": 7}]')
  await expect(page.getByText('Fallback b: ')).toBeVisible()
  await playground.run()
  expect(upstream.completions()).toEqual([])
})
