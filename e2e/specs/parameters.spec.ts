import type { ServerResponse } from 'node:http'
import type { Page } from 'playwright/test'
import { parameterNames, type ParameterName } from '#lib/parameters/index.ts'
import { besides, bodyCases, refusals, write } from '#e2e/fixtures/values.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** Parameters whose effect is not a key of the body; each has a test of its own below. */
const elsewhere: ParameterName[] = [
  'provider',
  'messages',
  'api_base',
  'api_version',
  'num_retries',
  'timeout',
  'fallbacks',
  // Edited beside another parameter, with specs of their own.
  ...besides,
  'extra_body',
  // See providers.spec.ts.
  'send_anyway',
]

/** A page with a bare request to the upstream: nothing set beyond the three that every request needs. */
async function bare(playground: Playground, base: string): Promise<void> {
  await playground.useServer(base)
  for (const name of ['logprobs', 'top_logprobs', 'stream'] as const) await playground.reset(name)
}

async function fill(playground: Playground, name: ParameterName): Promise<void> {
  const one = bodyCases[name]
  for (const needed of one?.first ?? []) await fill(playground, needed)
  const field = name === 'model' ? playground.field(name) : await playground.set(name)
  await one?.enter(field)
}

test('every parameter of the registry has a case', () => {
  expect([...Object.keys(bodyCases), ...elsewhere].toSorted()).toEqual(
    [...parameterNames].toSorted(),
  )
})

test('unset parameters are absent from the body', async ({ playground, upstream }) => {
  await bare(playground, upstream.base)
  await playground.run()
  await playground.replied()
  expect(Object.keys(upstream.completions()[0]?.body ?? {})).toEqual(['model', 'messages'])
})

for (const [name, one] of Object.entries(bodyCases) as [
  ParameterName,
  NonNullable<(typeof bodyCases)[ParameterName]>,
][]) {
  test(`${name} reaches the body exactly as it was set`, async ({ playground, upstream }) => {
    await bare(playground, upstream.base)
    await fill(playground, name)
    await playground.run()
    await playground.replied()
    const sent = upstream.completions()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body[name]).toEqual(one.wire)
    const expected = new Set<string>(['model', 'messages', name, ...(one.first ?? [])])
    expect(new Set(Object.keys(sent[0]?.body ?? {}))).toEqual(expected)
  })
}

for (const { name, enter, says, first = [] } of refusals) {
  test(`${name} says ${says.source} at its field and nothing is sent`, async ({
    playground,
    upstream,
    page,
  }) => {
    await bare(playground, upstream.base)
    for (const needed of first) await fill(playground, needed)
    await enter(await playground.set(name))
    await expect(playground.field(name)).toContainText(says)
    await playground.run()
    await expect(playground.field(name).locator(':focus')).toHaveCount(
      (await focusIsElsewhere(page, name)) ? 0 : 1,
    )
    expect(upstream.completions()).toEqual([])
  })
}

/** Run moves the focus to the first problem, which may be at another field of the same rule. */
async function focusIsElsewhere(page: Page, name: ParameterName): Promise<boolean> {
  const problems = await page
    .locator('[data-state=problem]')
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('data-parameter')))
  return problems[0] !== name
}

test('the form draws every parameter, each once', async ({ page, playground }) => {
  await playground.ready()
  const drawn = await page
    .locator('[data-parameter]')
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('data-parameter')))
  const rows = parameterNames.filter((name) => !besides.includes(name))
  expect(drawn.toSorted()).toEqual(rows.toSorted())
})

test('what is being typed into Stop counts, and the next click is not lost', async ({
  playground,
  upstream,
}) => {
  await bare(playground, upstream.base)
  await (await playground.set('stop')).locator('input').pressSequentially('END')
  await playground.field('n').hover()
  await playground.field('n').getByRole('button', { name: /^Set / }).click()
  await expect(playground.field('n').getByRole('textbox')).toBeFocused()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body).toMatchObject({ stop: ['END'], n: 1 })
})

test('messages reach the body in order, with their roles', async ({
  playground,
  upstream,
  page,
}) => {
  await bare(playground, upstream.base)
  const messages = playground.field('messages')
  await messages.getByRole('textbox').first().fill('First\nline two')
  await messages.getByRole('button', { name: 'Add message' }).click()
  await messages.getByRole('combobox').nth(1).selectOption('system')
  await messages.getByRole('textbox').nth(1).fill('Second')
  await page.getByRole('button', { name: 'Move system message 2 up' }).click()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.messages).toEqual([
    { role: 'system', content: 'Second' },
    { role: 'user', content: 'First\nline two' },
  ])
})

test('api_base replaces the address of a direct target', async ({ playground, upstream }) => {
  await bare(playground, 'http://127.0.0.1:9/v1')
  await (await playground.set('api_base')).getByRole('textbox').fill(upstream.base)
  await playground.run()
  await playground.replied()
  expect(upstream.completions()).toHaveLength(1)
  expect(upstream.completions()[0]?.body).not.toHaveProperty('api_base')
})

test('api_version becomes the query that Azure expects', async ({ playground, upstream }) => {
  await bare(playground, upstream.base)
  await (await playground.set('api_version')).getByRole('textbox').fill('2025-04-01-preview')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.url).toBe('/v1/chat/completions?api-version=2025-04-01-preview')
})

test('extra_body is merged last at a direct target', async ({ playground, upstream }) => {
  await bare(playground, upstream.base)
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('0.9')
  await write({ temperature: 0.1, first_key: 12345 })(await playground.set('extra_body'))
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body).toMatchObject({ temperature: 0.1, first_key: 12345 })
})

test('num_retries repeats a failed request', async ({ playground, upstream }) => {
  const busy = (response: ServerResponse) => {
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after-ms': '1' })
    response.end('{"error":{"message":"busy"}}')
  }
  upstream.answerNext(busy, busy)
  await bare(playground, upstream.base)
  await (await playground.set('num_retries')).getByRole('textbox').fill('2')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()).toHaveLength(3)
  await expect(playground.reply).toContainText('Rain fell on the café.')
})

test('timeout ends a try that takes too long', async ({ playground, upstream, page }) => {
  upstream.answerNext(() => {})
  await bare(playground, upstream.base)
  await (await playground.set('timeout')).getByRole('textbox').fill('0.2')
  await playground.run()
  await expect(page.getByText('No complete reply within 0.2 s.').first()).toBeVisible()
})

test('fallbacks turn to the next model by the pattern of the seed', async ({
  playground,
  upstream,
}) => {
  upstream.answerNext((response) => {
    response.writeHead(500, { 'content-type': 'application/json' })
    response.end('{"error":{"message":"broken"}}')
  })
  await bare(playground, upstream.base)
  await playground.field('model').locator('input').fill('openai/gpt-4o')
  await write([{ 'openai/*': ['gpt-4o-mini'] }])(await playground.set('fallbacks'))
  await playground.run()
  await playground.replied()
  expect(upstream.completions().map(({ body }) => body.model)).toEqual([
    'openai/gpt-4o',
    'gpt-4o-mini',
  ])
})

test('a LiteLLM proxy gets retries, fallbacks and addresses in the body', async ({
  playground,
  upstream,
  page,
}) => {
  await playground.choose('litellm', 'good')
  await page.getByLabel('Address', { exact: true }).fill(upstream.base)
  await (await playground.set('num_retries')).getByRole('textbox').fill('3')
  await (await playground.set('timeout')).getByRole('textbox').fill('30')
  await (await playground.set('api_base')).getByRole('textbox').fill('https://api.example.com/v1')
  await (await playground.set('api_version')).getByRole('textbox').fill('2025-01-01')
  await write(['b'])(await playground.set('fallbacks'))
  await write({ cache: { 'no-cache': true } })(await playground.set('extra_body'))
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body).toMatchObject({
    num_retries: 3,
    timeout: 30,
    api_base: 'https://api.example.com/v1',
    api_version: '2025-01-01',
    fallbacks: ['b'],
    extra_body: { cache: { 'no-cache': true } },
  })
})

test('what a provider refuses is kept but not sent', async ({ playground, upstream }) => {
  await bare(playground, upstream.base)
  await (await playground.set('top_k')).getByRole('textbox').fill('7')
  await playground.choose('openai', 'gpt-4o')
  await expect(playground.field('top_k')).toHaveAttribute('data-state', 'unavailable')
  await expect(playground.field('top_k')).toContainText('kept but not sent')
  await expect(playground.field('top_k')).toContainText('Not supported by OpenAI.')
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.top_k).toBe(7)
})
