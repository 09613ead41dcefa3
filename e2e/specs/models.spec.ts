import { expect, test } from '#e2e/fixtures/test.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { json, type Upstream } from '#e2e/fixtures/upstream.ts'

/** Turns to a provider at the upstream's address. */
async function turnTo(playground: Playground, provider: string, base: string) {
  await playground.field('provider').getByRole('combobox').selectOption(provider)
  await playground.page.getByLabel('Address', { exact: true }).fill(base)
  const input = playground.field('model').getByRole('combobox')
  return { input, options: playground.page.getByRole('listbox').getByRole('option') }
}

/** A LiteLLM proxy's two lists. */
function actAsProxy(upstream: Upstream) {
  upstream.answerAt('/v1/models', json({ data: [{ id: 'plain' }, { id: 'claude' }] }))
  upstream.answerAt(
    '/model_group/info',
    json({
      data: [
        {
          model_group: 'claude',
          mode: 'chat',
          max_input_tokens: 200_000.0,
          max_output_tokens: 64_000.0,
          input_cost_per_token: 3e-6,
          output_cost_per_token: 1.5e-5,
          supported_openai_params: ['temperature', 'stop', 'max_tokens', 'tools', 'tool_choice'],
        },
      ],
    }),
  )
}

test('a target’s models are listed when the field is turned to, and any id can be typed', async ({
  playground,
  upstream,
}) => {
  const { input, options } = await turnTo(playground, 'openai_compatible', upstream.base)
  await input.click()
  await expect(options).toHaveText(['test-a', 'test-b'])
  await input.fill('another:7b')
  await expect(options).toHaveCount(0)
  await expect(input).toHaveAttribute('aria-expanded', 'true')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.model).toBe('another:7b')
})

test('the list is walked by keys: arrows, Enter and Escape', async ({
  page,
  playground,
  upstream,
}) => {
  const { input, options } = await turnTo(playground, 'openai_compatible', upstream.base)
  await input.press('ArrowDown')
  await expect(options).toHaveCount(2)
  await input.press('ArrowDown')
  await input.press('ArrowDown')
  const active = await input.getAttribute('aria-activedescendant')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  expect(await options.nth(1).getAttribute('id')).toBe(active)
  await input.press('Enter')
  await expect(input).toHaveValue('test-b')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await input.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await input.press('Escape')
  await expect(input).toHaveAttribute('aria-expanded', 'false')
  await expect(input).toHaveValue('test-b')
  expect(upstream.completions()).toHaveLength(0)
})

test('a list that cannot be had is said so, and asked for again on request', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerAt('/v1/models', json({ error: { message: 'Not for you.' } }, 403))
  const { input, options } = await turnTo(playground, 'openai_compatible', upstream.base)
  await input.click()
  const model = playground.field('model')
  await expect(model.getByRole('note')).toHaveText(
    'No list of models: Not for you. Any id can be typed.',
  )
  upstream.answerAt('/v1/models', json([{ id: 'now', context_window: 131_072 }]))
  await model.getByRole('button', { name: 'Refresh the list of models' }).click()
  await expect(model.getByRole('note')).toHaveCount(0)
  await input.fill('n')
  await expect(options).toHaveText(['now131k'])
  expect(page.url()).not.toContain('now')
})

test('the teaching model’s id does not follow to another provider', async ({ playground }) => {
  await playground.field('provider').getByRole('combobox').selectOption('openai')
  await expect(playground.field('model').locator('input')).toHaveValue('')
  await expect(playground.field('model')).toContainText('Choose a model or type its id.')
  await playground.field('provider').getByRole('combobox').selectOption('teaching')
  await expect(playground.field('model').locator('input')).toHaveValue('nucleus-teaching-1')
})

test('a LiteLLM proxy’s groups tell limits, prices and what they leave out', async ({
  playground,
  upstream,
}) => {
  actAsProxy(upstream)
  const { input, options } = await turnTo(playground, 'litellm', upstream.base)
  await input.click()
  await expect(options).toHaveText(['claude200k · $3 / $15 per M', 'plain'])
  await options.first().click()
  await expect(input).toHaveValue('claude')
  await playground.set('seed')
  await playground.set('top_k')
  await playground.set('temperature')
  const limit = await playground.set('max_completion_tokens')
  await expect(playground.field('seed').getByRole('note')).toHaveText(
    'claude does not list seed at this proxy. It is sent all the same.',
  )
  await expect(playground.field('temperature').getByRole('note')).toHaveCount(0)
  // LiteLLM's list has no word for it, so its absence says nothing.
  await expect(playground.field('top_k').getByRole('note')).toHaveCount(0)
  await expect(limit.getByRole('note')).toHaveCount(0)
  await limit.locator('input').fill('64001')
  await expect(limit.getByRole('note')).toHaveText(
    'claude lists at most 64,000 tokens for a reply.',
  )
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body).toMatchObject({
    model: 'claude',
    seed: 42,
    max_completion_tokens: 64_001,
  })
})

test('a proxy that keeps its groups to itself still lists its models', async ({
  playground,
  upstream,
}) => {
  actAsProxy(upstream)
  upstream.answerAt('/model_group/info', json({ error: { message: 'No.' } }, 401))
  const { input, options } = await turnTo(playground, 'litellm', upstream.base)
  await input.click()
  await expect(options).toHaveText(['claude', 'plain'])
  expect(upstream.requests.map(({ url }) => url).toSorted()).toEqual([
    '/model_group/info',
    '/v1/models',
  ])
})

test('OpenRouter’s list marks what a model leaves out, and prices the reply', async ({
  page,
  playground,
  upstream,
}) => {
  const priced = {
    id: 'test-a',
    context_length: 1_048_576,
    pricing: { prompt: '0.000003', completion: '0.000015' },
    supported_parameters: ['temperature', 'max_tokens', 'structured_outputs'],
  }
  upstream.answerAt('/v1/models', json({ data: [priced] }))
  const { input, options } = await turnTo(playground, 'openai_compatible', upstream.base)
  await input.click()
  await expect(options).toHaveText(['test-a1.05M · $3 / $15 per M'])
  await options.first().click()
  await expect((await playground.set('top_k')).getByRole('note')).toHaveText(
    'test-a does not list top_k. It is sent all the same.',
  )
  await playground.run()
  await playground.replied()
  // 9 tokens in and 6 out
  await expect(page.locator('footer')).toContainText('cost≈ $0.000117')
  await page.getByRole('tab', { name: 'Run' }).click()
  const cost = page.getByRole('region', { name: 'Cost' })
  await expect(cost).toContainText('≈ $0.000117')
  await expect(cost).toContainText('An estimate')
})

test('a cost that the proxy reports goes before every estimate; unknown costs are not zero', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await page.getByRole('tab', { name: 'Run' }).click()
  const cost = page.getByRole('region', { name: 'Cost' })
  await expect(cost).toHaveCount(0)
  upstream.answerNext(
    json({
      model: 'test-a',
      choices: [{ index: 0, message: { content: 'Rain.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 9, completion_tokens: 6, total_tokens: 15, cost: 0.0025 },
    }),
  )
  await playground.run()
  await playground.replied()
  await expect(cost).toHaveText('Cost$0.0025Reported with the reply.')
})

test('a LiteLLM proxy’s known model is priced by the dated list', async ({
  page,
  playground,
  upstream,
}) => {
  const { input } = await turnTo(playground, 'litellm', upstream.base)
  await input.fill('openai/gpt-4o')
  await input.blur()
  upstream.answerNext(
    json({
      model: 'openai/gpt-4o',
      choices: [{ index: 0, message: { content: 'Rain.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 9, completion_tokens: 6, total_tokens: 15 },
    }),
  )
  await playground.run()
  await playground.replied()
  await page.getByRole('tab', { name: 'Run' }).click()
  await expect(page.getByRole('region', { name: 'Cost' })).toHaveText(
    /≈ \$0\.0000825An estimate: .* OpenAI gpt-4o in a list of 20\d\d-\d\d-\d\d\.$/,
  )
})

test('five thousand models open and filter', async ({ page, playground, upstream }) => {
  const data = Array.from({ length: 5000 }, (_, index) => ({ id: `maker/model-${index}` }))
  upstream.answerAt('/v1/models', json({ data }))
  const { input, options } = await turnTo(playground, 'openai_compatible', upstream.base)
  await input.click()
  await expect(options).toHaveCount(100)
  await expect(page.getByText('4900 more: type to narrow the list.')).toBeVisible()
  await input.fill('model 4321')
  await expect(options).toHaveText(['maker/model-4321'])
})
