import { write } from '#e2e/fixtures/values.ts'
import { openAiError } from './fixtures/answers.ts'
import { answeredHeader, expect, test } from './fixtures/test.ts'

const broken = openAiError(500, { message: 'The upstream broke.', type: 'server_error' })

for (const streamed of [true, false]) {
  test(`num_retries has the proxy try again, Stream ${streamed ? 'on' : 'off'}`, async ({
    playground,
    upstream,
    through,
  }) => {
    upstream.answerNext(broken, broken)
    await through('good')
    if (streamed) await playground.set('stream')
    await (await playground.set('num_retries')).getByRole('textbox').fill('2')
    await playground.run()
    await playground.replied()
    await expect(playground.reply).toHaveText('Rain fell on the café.')
    expect(upstream.completions()).toHaveLength(3)
    expect(upstream.completions()[2]?.body).not.toHaveProperty('num_retries')
    expect(await answeredHeader(playground, 'x-litellm-attempted-retries')).toBe('2')
    expect(await answeredHeader(playground, 'x-litellm-max-retries')).toBe('2')
  })
}

test('retries that do not help end in the error of the upstream, and nothing is paid twice', async ({
  page,
  playground,
  upstream,
  through,
}) => {
  await through('openai/fail503')
  await (await playground.set('num_retries')).getByRole('textbox').fill('1')
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText('(503)')
  expect(upstream.completions()).toHaveLength(2)
})

test('a bad request is not tried again', async ({ page, playground, upstream, through }) => {
  await through('openai/fail400')
  await (await playground.set('num_retries')).getByRole('textbox').fill('3')
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText('(400)')
  expect(upstream.completions()).toHaveLength(1)
})

/** Every shape in which fallbacks can be written, and the body of the request that answers. */
const shapes: [title: string, fallbacks: unknown, last: Record<string, unknown>][] = [
  ['a list of models', ['gpt-4o-mini'], { model: 'gpt-4o-mini' }],
  ['a model mapped to a list', [{ 'openai/fail503': ['gpt-4o-mini'] }], { model: 'gpt-4o-mini' }],
  ['a mapping for all models', [{ '*': ['gpt-4o-mini'] }], { model: 'gpt-4o-mini' }],
  [
    'a list of which the first fails too',
    ['openai/fail500', 'gpt-4o-mini'],
    { model: 'gpt-4o-mini' },
  ],
  [
    'an object that overrides more than the model',
    [{ model: 'gpt-4o-mini', temperature: 0.3 }],
    { model: 'gpt-4o-mini', temperature: 0.3 },
  ],
]

/** Shapes that LiteLLM itself does not understand. */
const expanded: typeof shapes = [
  ['the seed’s wildcard', [{ 'openai/*': ['gpt-4o-mini'] }], { model: 'gpt-4o-mini' }],
  [
    'several keys in one object',
    [{ good: ['teaching'], 'openai/fail503': ['gpt-4o-mini'] }],
    { model: 'gpt-4o-mini' },
  ],
]

for (const [title, fallbacks, last] of [...shapes, ...expanded]) {
  test(`fallbacks as ${title} have another model answer`, async ({
    playground,
    upstream,
    through,
  }) => {
    await through('openai/fail503')
    await write(fallbacks)(await playground.set('fallbacks'))
    await playground.run()
    await playground.replied()
    await expect(playground.reply).toHaveText('Rain fell on the café.')
    expect(upstream.completions()[0]?.body.model).toBe('fail503')
    expect(upstream.completions().at(-1)?.body).toEqual({
      messages: [{ role: 'user', content: 'Tell me about rain.' }],
      ...last,
    })
    expect(await answeredHeader(playground, 'x-litellm-attempted-fallbacks')).toBe('1')
    expect(await answeredHeader(playground, 'x-litellm-model-group')).toBe('gpt-4o-mini')
  })
}

test('fallbacks of the proxy apply to a bad request too', async ({
  playground,
  upstream,
  through,
}) => {
  await through('openai/fail400')
  await write(['gpt-4o-mini'])(await playground.set('fallbacks'))
  await playground.run()
  await playground.replied()
  await expect(playground.reply).toHaveText('Rain fell on the café.')
  const models = upstream.completions().map(({ body }) => body.model)
  expect(models).toEqual(['fail400', 'gpt-4o-mini'])
})

test('fallbacks for another model are not used', async ({
  page,
  playground,
  upstream,
  through,
}) => {
  await through('openai/fail503')
  await write([{ 'anthropic/claude': ['gpt-4o-mini'] }])(await playground.set('fallbacks'))
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText('(503)')
  expect(upstream.completions()).toHaveLength(1)
})

test('api_base is refused by a proxy that was not told to take it', async ({
  page,
  playground,
  upstream,
  through,
}) => {
  await through('good')
  await (await playground.set('api_base')).getByRole('textbox').fill(upstream.base)
  await playground.run()
  const card = page.getByRole('region', { name: 'Error' })
  await expect(card).toContainText('(401)')
  await expect(card).toContainText('api_base is not allowed in request body')
  await expect(card).toContainText('allow_client_side_credentials')
  expect(upstream.completions()).toEqual([])
})

test('api_base moves the request where the deployment allows it', async ({
  playground,
  upstream,
  through,
}) => {
  await through('open-base')
  await (await playground.set('api_base')).getByRole('textbox').fill(`${upstream.origin}/other/v1`)
  await playground.run()
  await playground.replied()
  expect(upstream.completions().map(({ url }) => url)).toEqual(['/other/v1/chat/completions'])
  expect(upstream.completions()[0]?.body).not.toHaveProperty('api_base')
})

test('api_version replaces that of an Azure deployment', async ({
  playground,
  upstream,
  through,
}) => {
  await through('azure')
  await (await playground.set('api_version')).getByRole('textbox').fill('2025-04-01-preview')
  await playground.run()
  await playground.replied()
  expect(upstream.completions().map(({ url }) => url)).toEqual([
    '/openai/deployments/deployment-a/chat/completions?api-version=2025-04-01-preview',
  ])
})
