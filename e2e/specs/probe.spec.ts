import type { Locator, Page } from 'playwright/test'
import { json, type Answer, type Recorded } from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'

/** What a token could be, and its logit; far enough apart to tell something. */
const logits = { Rain: 4, Snow: 3, Hail: 1.5, Fog: 0 }

/** Answers with one token, its logprobs those of the logits divided by the temperature that `scaleBy` picks. */
const answering =
  (scaleBy: (request: Recorded) => number): Answer =>
  (response, request) => {
    const divided = Object.values(logits).map((logit) => logit / scaleBy(request))
    const total = Math.log(divided.reduce((sum, one) => sum + Math.exp(one), 0))
    const listed = Object.keys(logits).map((token, at) => ({
      token,
      bytes: [...Buffer.from(token)],
      logprob: (divided[at] ?? 0) - total,
    }))
    const content = [{ ...listed[0], top_logprobs: listed }]
    const message = { role: 'assistant', content: 'Rain' }
    const choices = [{ index: 0, message, logprobs: { content }, finish_reason: 'stop' }]
    const usage = { prompt_tokens: 9, completion_tokens: 1, total_tokens: 10 }
    return json({ model: 'test-a', choices, usage })(response, request)
  }

const raw = answering(() => 1)
const scaled = answering(({ body }) => Number(body.temperature ?? 1))

function section(page: Page): Locator {
  return page.getByRole('region', { name: 'Before or after temperature' })
}

async function ranOnce(playground: Playground, base: string): Promise<void> {
  await playground.useServer(base)
  await playground.run()
  await playground.replied()
}

async function probe(page: Page): Promise<void> {
  await section(page).getByRole('button', { name: 'Probe: two calls of one token' }).click()
}

/** Whether the page has stored something of a probe. */
function keepsProbe(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const opened = indexedDB.open('nucleus')
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener('success', () => resolve(opened.result))
    })
    const stores = [...database.objectStoreNames]
    if (stores.length === 0) return false
    const asked = database.transaction('playground').objectStore('playground').get('logprobBases')
    const found = await new Promise<unknown>((resolve) => {
      asked.addEventListener('success', () => resolve(asked.result))
    })
    database.close()
    return found !== undefined
  })
}

test('nothing is sent until it is asked for; then two calls of one token tell raw', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerWith(raw)
  await ranOnce(playground, upstream.base)
  await expect(section(page)).toHaveAttribute('data-basis', 'unknown')
  await expect(section(page)).toContainText('Are these before or after temperature?')
  await expect(section(page)).toContainText('About 40 tokens in and 2 out together; cost unknown.')
  expect(upstream.completions()).toHaveLength(1)
  await probe(page)
  await expect(section(page)).toHaveAttribute('data-basis', 'raw')
  await expect(section(page)).toContainText('These are before temperature')
  await expect(section(page)).toContainText('the same log probabilities came')
  const calls = upstream.completions().slice(1)
  const shared = {
    model: 'test-a',
    messages: [{ role: 'user', content: 'Name a city in Europe.' }],
    logprobs: true,
    top_logprobs: 20,
    max_tokens: 1,
  }
  expect(calls.map(({ body }) => body)).toEqual([
    { ...shared, temperature: 1 },
    { ...shared, temperature: 0.1 },
  ])
})

test('a provider that scales is found out; the finding is kept, dated, and forgotten', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerWith(scaled)
  await ranOnce(playground, upstream.base)
  await probe(page)
  await expect(section(page)).toHaveAttribute('data-basis', 'scaled')
  await expect(section(page)).toContainText('These are after temperature')
  const today = await page.evaluate(() =>
    new Date().toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' }),
  )
  await expect(section(page).locator('time')).toHaveText(today)
  await expect.poll(() => keepsProbe(page)).toBe(true)
  await page.reload()
  await playground.ready()
  await expect(section(page)).toHaveAttribute('data-basis', 'scaled')

  // Another model at the same address is another question.
  await playground.choose('openai_compatible', 'test-b')
  await playground.run()
  await playground.replied()
  await expect(section(page)).toHaveAttribute('data-basis', 'unknown')
  await page.getByRole('navigation', { name: 'Runs' }).getByRole('button').first().click()
  await section(page).getByRole('button', { name: 'Forget' }).click()
  await expect(section(page)).toHaveAttribute('data-basis', 'unknown')
  await page.reload()
  await playground.ready()
  await expect(section(page)).toHaveAttribute('data-basis', 'unknown')
})

test('with “keep nothing” the finding lasts as long as the page', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerWith(raw)
  await playground.switchKeeping()
  await ranOnce(playground, upstream.base)
  await probe(page)
  await expect(section(page)).toHaveAttribute('data-basis', 'raw')
  expect(await keepsProbe(page)).toBe(false)
  await page.reload()
  await playground.ready()
  await ranOnce(playground, upstream.base)
  await expect(section(page)).toHaveAttribute('data-basis', 'unknown')
})

test('what cannot be told, what fails and what is stopped is said in words', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerWith(raw)
  await ranOnce(playground, upstream.base)
  const outcome = section(page).locator('[data-probe-outcome]')
  const bare = { choices: [{ index: 0, message: { content: 'Rain' }, finish_reason: 'length' }] }
  upstream.answerNext(raw, json(bare))
  await probe(page)
  await expect(outcome).toHaveText(
    'The probe could not tell. The call at temperature 0.1 gave no log probabilities.',
  )
  upstream.answerNext(json({ error: { message: 'No such model' } }, 404))
  await probe(page)
  await expect(outcome).toContainText('The probe failed: ')
  expect(upstream.completions()).toHaveLength(4)
  upstream.answerNext(raw, () => {})
  await probe(page)
  await expect(section(page)).toContainText('Call 2 of 2')
  await section(page).getByRole('button', { name: 'Stop the probe' }).click()
  await expect(outcome).toHaveText('The probe was stopped.')
  await expect.poll(() => upstream.completions().at(-1)?.abortedAt).toBeDefined()
  await expect(section(page)).toHaveAttribute('data-basis', 'unknown')
})

test('the cost is said beforehand where a list has the price', async ({
  page,
  playground,
  upstream,
}) => {
  const prices = { prompt: '0.000001', completion: '0.00001' }
  upstream.answerAt('/v1/models', json({ data: [{ id: 'test-a', pricing: prices }] }))
  upstream.answerWith(raw)
  await playground.useServer(upstream.base)
  await playground.field('model').locator('input').click()
  await expect(page.getByRole('option', { name: /test-a/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await playground.run()
  await playground.replied()
  await expect(section(page).locator('[data-probe-cost]')).toContainText('≈ $0.00006')
})

test('the teaching model is known to be before temperature', async ({ page, playground }) => {
  await playground.run()
  await playground.replied()
  await expect(section(page)).toHaveAttribute('data-basis', 'raw')
  await expect(section(page)).toContainText('before temperature: the teaching model')
  await expect(section(page).getByRole('button')).toHaveCount(0)
})
