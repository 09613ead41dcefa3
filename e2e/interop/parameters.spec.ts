import { parameterNames, type ParameterName } from '#lib/parameters/index.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { besides, bodyCases, write, type Case } from '#e2e/fixtures/values.ts'
import { arrivals, unchanged } from './fixtures/arrivals.ts'
import { answeredHeader, expect, test } from './fixtures/test.ts'

/** Parameters with a test of their own: here, in routing.spec.ts, or as said. */
const elsewhere: ParameterName[] = [
  'provider',
  'model',
  'messages',
  'extra_body',
  'api_base',
  'api_version',
  'num_retries',
  'timeout',
  'fallbacks',
  // Edited beside another parameter, with specs of their own.
  ...besides,
  // Never leaves Nucleus, and the row of LiteLLM refuses nothing.
  'send_anyway',
]

const looped = Object.entries(bodyCases).filter(([name]) => name !== 'model') as [
  ParameterName,
  Case,
][]

async function fill(playground: Playground, name: ParameterName): Promise<void> {
  const one = bodyCases[name]
  for (const needed of one?.first ?? []) await fill(playground, needed)
  await one?.enter(await playground.set(name))
}

test('every parameter of the registry is driven through the proxy', () => {
  expect([...looped.map(([name]) => name), ...elsewhere].toSorted()).toEqual(
    [...parameterNames].toSorted(),
  )
})

test('unset parameters are absent, and the key of the proxy stays at the proxy', async ({
  playground,
  upstream,
  through,
}) => {
  await through('good')
  await playground.run()
  await playground.replied()
  const [sent] = upstream.completions()
  expect(Object.keys(sent?.body ?? {}).toSorted()).toEqual(['messages', 'model'])
  expect(sent?.headers.authorization).toBe('Bearer upstream-key-of-the-proxy')
})

for (const [name, { wire, first = [] }] of looped) {
  const { model, upstream: expected, adds, why } = arrivals[name] ?? unchanged
  test(`${name} ${why}`, async ({ playground, upstream, through }) => {
    await through(model)
    await fill(playground, name)
    await playground.run()
    await playground.replied()
    await expect(playground.page.locator('[data-reply-status=done]')).toBeVisible()
    const set = Object.fromEntries(first.map((needed) => [needed, bodyCases[needed]?.wire]))
    expect(upstream.completions().map(({ body }) => body)).toEqual([
      {
        model,
        messages: [{ role: 'user', content: 'Tell me about rain.' }],
        ...set,
        ...(expected === 'same' ? { [name]: wire } : {}),
        ...adds,
      },
    ])
  })
}

test('a parameter that LiteLLM does not know for a model is refused by its name', async ({
  page,
  playground,
  upstream,
  through,
}) => {
  await through('good')
  await fill(playground, 'verbosity')
  await playground.run()
  const card = page.getByRole('region', { name: 'Error' })
  await expect(card).toContainText('(400)')
  await expect(card).toContainText("does not support parameters: ['verbosity']")
  expect(upstream.completions()).toEqual([])
})

test('user ends at the proxy for a model that LiteLLM does not know', async ({
  playground,
  upstream,
  through,
}) => {
  await through('good')
  await fill(playground, 'user')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()).toHaveLength(1)
  expect(upstream.completions()[0]?.body).not.toHaveProperty('user')
})

test('messages of every role arrive in order', async ({ page, playground, upstream, through }) => {
  await through('good')
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

test('a model is named by its group, and a wildcard group passes on the rest of the name', async ({
  playground,
  upstream,
  through,
}) => {
  await through('openai/some/model:7b')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.model).toBe('some/model:7b')
  expect(await answeredHeader(playground, 'x-litellm-model-group')).toBe('openai/some/model:7b')
  expect(await answeredHeader(playground, 'x-litellm-model-name')).toBe('openai/some/model:7b')
})

test('extra_body overrides what is set, and adds what no parameter is for', async ({
  playground,
  upstream,
  through,
}) => {
  await through('good')
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('0.9')
  await write({ temperature: 0.1, first_key: 12345 })(await playground.set('extra_body'))
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body).toMatchObject({ temperature: 0.1, first_key: 12345 })
  expect(upstream.completions()[0]?.body).not.toHaveProperty('extra_body')
})
