import type { Locator, Page } from 'playwright/test'
import { isLiftable } from '#lib/providers/availability.ts'
import { kinds, providers } from '#lib/providers/catalogue.ts'
import type { Provider } from '#lib/providers/provider.ts'
import { isParameterName, parameterOf, type ParameterName } from '#lib/parameters/index.ts'
import { bodyCases } from '#e2e/fixtures/values.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import type { Recorded } from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const version = '2024-10-21'

/** A page whose requests go to the recording upstream, whatever provider is chosen next. */
async function at(playground: Playground, base: string): Promise<void> {
  await playground.choose('openai_compatible', 'test-a')
  await fill(playground, 'api_base', base)
  for (const name of ['logprobs', 'top_logprobs', 'stream'] as const) await playground.reset(name)
}

async function fill(playground: Playground, name: ParameterName, text: string): Promise<void> {
  await (await playground.set(name)).getByRole('textbox').fill(text)
}

/** Sets a parameter, and first what it needs, as the form's own cases do. */
async function enter(playground: Playground, name: ParameterName): Promise<void> {
  const one = bodyCases[name]
  for (const needed of one?.first ?? []) await enter(playground, needed)
  if (name === 'api_version') await fill(playground, name, version)
  else await one?.enter(await playground.set(name))
}

async function runAndRecord(playground: Playground, sent: () => Recorded[]): Promise<Recorded> {
  const before = sent().length
  await playground.run()
  await expect.poll(() => sent().length).toBe(before + 1)
  await playground.replied()
  const last = sent().at(-1)
  if (!last) throw new Error('Nothing reached the upstream.')
  return last
}

/** Whether a parameter reached the upstream: in the body, or as the query of the address. */
function carries({ body, url }: Recorded, name: string): boolean {
  return name === 'api_version' ? url.includes(`api-version=${version}`) : Object.hasOwn(body, name)
}

function sendAnyway(field: Locator): Locator {
  return field.getByRole('button', { name: 'Send anyway' })
}

/** One refusal that the form can show: of the body where there is one. */
function exampleOf(row: Provider): ParameterName | undefined {
  const names = Object.keys(row.refused).filter((name) => isParameterName(name))
  const alone = names.find((name) => !parameterOf(name).needs && bodyCases[name])
  return alone ?? names.find((name) => name === 'api_version')
}

const elsewhere = providers.filter(({ route }) => route !== 'in-process')

for (const row of elsewhere) {
  test(`${row.title} shows what it refuses and is not sent it, unless it is sent anyway`, async ({
    playground,
    upstream,
  }) => {
    await at(playground, upstream.base)
    const example = exampleOf(row)
    if (example) await enter(playground, example)
    if (row.requires.api_version) await fill(playground, 'api_version', version)
    await playground.choose(row.id, 'test-a')
    for (const [name, { reason }] of Object.entries(row.refused)) {
      await expect(playground.field(name)).toHaveAttribute('data-availability', 'refused')
      await expect(playground.field(name)).toContainText(reason)
    }
    for (const name of Object.keys({ ...row.limited, ...row.unverified })) {
      await expect(playground.field(name)).toHaveAttribute(
        'data-availability',
        /^(limited|unverified)$/,
      )
    }
    // A LiteLLM proxy takes api_base in the body, so its address is the typed one.
    if (row.route === 'proxy') await playground.page.getByLabel('Address').fill(upstream.base)
    if (!example) {
      expect(Object.keys(row.refused)).toEqual([])
      await runAndRecord(playground, upstream.completions)
      return
    }
    const field = playground.field(example)
    await expect(field).toContainText('kept but not sent')
    expect(carries(await runAndRecord(playground, upstream.completions), example)).toBe(false)
    await sendAnyway(field).click()
    await expect(field).toContainText('Sent anyway')
    expect(carries(await runAndRecord(playground, upstream.completions), example)).toBe(true)
    await field.getByRole('button', { name: 'Undo' }).click()
    expect(carries(await runAndRecord(playground, upstream.completions), example)).toBe(false)
  })
}

test('what is sent anyway is part of the settings and travels in a link', async ({
  playground,
  upstream,
}) => {
  await playground.open('#provider=openai&model=test-a&messages=Hi&top_k=7&send_anyway=top_k')
  await playground.page
    .getByRole('button', { name: /^(Apply|Use|Open)/ })
    .first()
    .click()
  await expect(playground.field('top_k')).toContainText('Sent anyway')
  await fill(playground, 'api_base', upstream.base)
  const { body } = await runAndRecord(playground, upstream.completions)
  expect(body).toMatchObject({ top_k: 7 })
  expect(body).not.toHaveProperty('send_anyway')
})

test('a limit names its range, and can be passed with a word', async ({ playground, upstream }) => {
  await at(playground, upstream.base)
  await enter(playground, 'top_logprobs')
  await playground.choose('xai', 'test-a')
  const field = playground.field('top_logprobs')
  await expect(field).toContainText('between 0 and 8')
  await expect(field.getByRole('link', { name: /Source/ })).toHaveAttribute('href', /^https:/)
  await playground.run()
  expect(upstream.completions()).toEqual([])
  await sendAnyway(field).click()
  const { body } = await runAndRecord(playground, upstream.completions)
  expect(body.top_logprobs).toBe(20)
})

test('what is not verified is said to be sent all the same', async ({ playground, upstream }) => {
  await at(playground, upstream.base)
  await enter(playground, 'logit_bias')
  await playground.choose('gemini', 'test-a')
  await expect(playground.field('logit_bias')).toContainText('Not verified for Gemini; sent.')
  const { body } = await runAndRecord(playground, upstream.completions)
  expect(body).toHaveProperty('logit_bias')
})

test('the teaching model’s refusals cannot be lifted', async ({ playground }) => {
  const field = playground.field('user')
  await field.getByRole('button', { name: 'Help for User' }).click()
  await expect(field).toContainText('Not used by this model')
  await expect(sendAnyway(field)).toHaveCount(0)
  expect(providers.filter(({ refused }) => !Object.values(refused).every(isLiftable))).toEqual(
    providers.filter(({ id }) => id === 'teaching'),
  )
})

test('the menu has sections and follows the keyboard', async ({ playground, page }) => {
  const menu = playground.field('provider').getByRole('combobox')
  const headings = await menu
    .locator('optgroup')
    .evaluateAll((groups) => groups.map((group) => group.getAttribute('label')))
  expect(headings).toEqual(kinds.map(({ title }) => title))
  await menu.focus()
  await page.keyboard.type('Groq')
  await expect(menu).toHaveValue('groq')
})

test('an Azure deployment asks for address and version before anything is sent', async ({
  playground,
  upstream,
  page,
}) => {
  await playground.choose('azure', 'my-gpt')
  await playground.run()
  await expect(playground.field('api_version')).toContainText('need an API version')
  await fill(playground, 'api_version', version)
  await expect(page.getByLabel('Address', { exact: true })).toHaveAttribute(
    'placeholder',
    'https://RESOURCE.openai.azure.com',
  )
  await playground.run()
  await expect(page.getByLabel('Address', { exact: true })).toBeFocused()
  await expect(page.locator('[data-field=endpoint]')).toContainText('needs an address')
  expect(upstream.requests).toEqual([])
  await page.getByLabel('Address', { exact: true }).fill(upstream.origin)
  await page.getByLabel('API key').fill('azure-key')
  const { url, headers } = await runAndRecord(playground, upstream.completions)
  expect(url).toBe(`/openai/deployments/my-gpt/chat/completions?api-version=${version}`)
  expect(headers).toMatchObject({ 'api-key': 'azure-key' })
  expect(headers).not.toHaveProperty('authorization')
})

test('an id with another provider’s prefix can be sent there', async ({ playground, page }) => {
  await playground.choose('openai', 'anthropic/claude-x')
  await page.getByRole('button', { name: 'Send to Anthropic as claude-x' }).click()
  await expect(playground.field('provider').getByRole('combobox')).toHaveValue('anthropic')
  await expect(playground.field('model').locator('input')).toHaveValue('claude-x')
  await playground.choose('openrouter', 'anthropic/claude-x')
  await expect(page.getByRole('button', { name: /^Send to/ })).toHaveCount(0)
})

test('what is known of a provider is there to read', async ({ playground, page }) => {
  await playground.choose('together_ai', 'test-a')
  await about(page).getByText('About Together AI').click()
  await expect(about(page)).toContainText('https://api.together.xyz/v1')
  await expect(about(page)).toContainText('TOGETHER_API_KEY')
  await expect(about(page)).toContainText('asked for with a number')
  await expect(about(page).getByRole('link', { name: /Source, 20/ })).toBeVisible()
})

function about(page: Page): Locator {
  return page.locator('[data-about]')
}
