import { Validator } from '@cfworker/json-schema'
import { branchSection, chooseToken, runShown, runTree, sentBody } from '#e2e/fixtures/branching.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { writeText } from '#e2e/fixtures/values.ts'
import { formatOf, weatherQuestion, weatherSchema, weatherTool } from '#e2e/fixtures/weather.ts'

/** Asks something in the first message. */
async function ask(playground: Playground, question: string): Promise<void> {
  const text = playground.field('messages').getByRole('textbox', { name: /^Text of user/ })
  await text.fill(question)
}

/** Runs and gives the text of the reply. */
async function answer(playground: Playground): Promise<string> {
  await playground.run()
  await playground.replied()
  return (await playground.reply.textContent()) ?? ''
}

/** Sets a number that has a text box. */
async function setNumber(playground: Playground, name: string, value: string): Promise<void> {
  await (await playground.set(name)).locator('input:not([type=range])').fill(value)
}

/** What is wrong with a text as a weather report; nothing where it is one. */
function misfitOf(text: string): unknown {
  const { valid, errors } = new Validator(weatherSchema, '2020-12').validate(JSON.parse(text))
  return valid ? undefined : errors
}

const finish = (playground: Playground) =>
  playground.page.locator('dl > div', { has: playground.page.getByText('finish', { exact: true }) })

test.describe('a reply in a required form', () => {
  test.use({ painter: 'highlights' })

  test('validates, is tinted, and so do its branches', async ({ page, playground }) => {
    await ask(playground, weatherQuestion)
    await playground.writeJson('response_format', JSON.stringify(formatOf(weatherSchema)))
    const text = await answer(playground)
    expect(misfitOf(text)).toBeUndefined()
    expect(JSON.parse(text)).toMatchObject({ city: 'Lisbon' })
    const heat = Object.keys(await playground.text.tints()).filter((name) =>
      name.startsWith('heat-'),
    )
    expect(heat.length).toBeGreaterThan(0)

    const count = await playground.text.tokenCount()
    for (const [token, number] of [
      [2, 2],
      [Math.floor(count / 2), 3],
      [count - 2, 4],
    ] as const) {
      if (number > 2) await runTree(page).getByRole('button').first().click()
      await chooseToken(page, token)
      await expect(page.locator('[data-token-panel]')).toContainText('logprob')
      await page.keyboard.press('b')
      await runShown(page, playground, number)
      expect(misfitOf((await playground.reply.textContent()) ?? '')).toBeUndefined()
      expect((await sentBody(page)).prefix_token_ids).toHaveLength(token)
    }
  })

  test('can be left with another token, which leads to another valid reply', async ({
    page,
    playground,
  }) => {
    await setNumber(playground, 'temperature', '0')
    await ask(playground, weatherQuestion)
    await playground.writeJson('response_format', JSON.stringify(formatOf(weatherSchema)))
    const text = await answer(playground)
    const { sky } = JSON.parse(text) as { sky: string }
    await playground.text.click(sky)
    await page.locator('[data-alternative=clear]').getByRole('button').click()
    await branchSection(page).getByRole('button', { name: 'Branch with clear' }).click()
    await runShown(page, playground, 2)
    const other = (await playground.reply.textContent()) ?? ''
    expect(JSON.parse(other)).toEqual({ ...JSON.parse(text), sky: 'clear' })
    expect(misfitOf(other)).toBeUndefined()
  })
})

test('a schema that it cannot keep to is refused by its keyword, and nothing typed is lost', async ({
  page,
  playground,
}) => {
  const schema = {
    type: 'object',
    properties: { tags: { type: 'array', items: { type: 'string' }, uniqueItems: true } },
    required: ['tags'],
    additionalProperties: false,
  }
  const typed = JSON.stringify(formatOf(schema))
  await ask(playground, weatherQuestion)
  await playground.writeJson('response_format', typed)
  await playground.run()
  await playground.replied()
  const card = page.getByRole('region', { name: 'Error' })
  await expect(card).toContainText('“uniqueItems” is not supported')
  await expect(card).toContainText('properties.tags')
  await expect(card.getByRole('button', { name: 'Show response_format' })).toBeVisible()
  await expect(playground.field('response_format').locator('.cm-content')).toHaveText(typed)
  await expect(playground.field('messages').getByRole('textbox').first()).toHaveValue(
    weatherQuestion,
  )
  await writeText(playground.field('response_format'), JSON.stringify(formatOf(weatherSchema)))
  expect(misfitOf(await answer(playground))).toBeUndefined()
  await expect(card).toHaveCount(0)
})

test('a tool is called with the city of the question, and not where tool_choice forbids it', async ({
  page,
  playground,
}) => {
  await ask(playground, weatherQuestion)
  await playground.writeJson('tools', JSON.stringify([weatherTool]))
  const call = page.getByRole('region', { name: 'Tool call get_weather' })
  await playground.run()
  await playground.replied()
  expect(JSON.parse((await call.locator('pre').textContent()) ?? '')).toEqual({ city: 'Lisbon' })
  await expect(finish(playground)).toContainText('tool_calls')
  await expect(page.locator('#inspector-panel')).toContainText('This reply is a tool call.')

  await (await playground.set('tool_choice')).getByRole('combobox').selectOption('none')
  expect((await answer(playground)).length).toBeGreaterThan(3)
  await expect(call).toHaveCount(0)
  await expect(finish(playground)).not.toContainText('tool_calls')
})

test('an order number of the message stands in the call', async ({ page, playground }) => {
  const parameters = {
    type: 'object',
    properties: { order_id: { type: 'string', description: 'The customer’s order ID' } },
    required: ['order_id'],
    additionalProperties: false,
  }
  const description = 'When the order of a customer is delivered'
  const tool = { name: 'get_delivery_date', description, parameters, strict: true }
  await ask(playground, 'When will my order be delivered? It is order_12345.')
  await playground.writeJson('tools', JSON.stringify([{ type: 'function', function: tool }]))
  await playground.run()
  await playground.replied()
  const call = page.getByRole('region', { name: 'Tool call get_delivery_date' })
  await expect(call.locator('pre')).toContainText('"order_id": "order_12345"')
})

test('a call is added to the conversation, answered by hand, and its result is told', async ({
  page,
  playground,
}) => {
  await ask(playground, weatherQuestion)
  await playground.writeJson('tools', JSON.stringify([weatherTool]))
  await playground.run()
  await playground.replied()
  await page.getByRole('button', { name: 'Add reply to conversation' }).click()
  await playground
    .field('messages')
    .getByRole('textbox', { name: 'Text of tool message 3' })
    .fill('{"temperature": 18, "sky": "clear"}')
  const text = await answer(playground)
  expect(text).toContain('18')
  expect(text).toContain('clear')
  await expect(page.getByRole('region', { name: 'Tool call get_weather' })).toHaveCount(0)
})

test('after temperature 0 every token that was drawn was certain', async ({ page, playground }) => {
  await setNumber(playground, 'temperature', '0')
  await setNumber(playground, 'max_completion_tokens', '6')
  await playground.writeJson('extra_body', '{"logprobs_mode": "processed_logprobs"}')
  await answer(playground)
  const panel = page.locator('[data-token-panel]')
  const tokens = await playground.text.tokenCount()
  expect(tokens).toBe(6)
  for (let token = 0; token < tokens; token += 1) {
    await chooseToken(page, token)
    await expect(panel).toContainText('logprob 0.000')
    await expect(panel.locator('[data-figure=recorded]')).toHaveText(/100\.0$/)
    await expect(panel.locator('[data-alternative]')).toHaveCount(1)
  }
  await expect(panel).toContainText('log-probabilities after temperature')
  const basis = page.getByRole('region', { name: 'Before or after temperature' })
  await expect(basis).toHaveAttribute('data-basis', 'scaled')
})

test('it does what the system message says, and says what it does not know', async ({
  playground,
}) => {
  await setNumber(playground, 'temperature', '0')
  const many = await answer(playground)
  const messages = playground.field('messages')
  await messages.getByRole('button', { name: 'Edit as JSON' }).click()
  const system = { role: 'system', content: 'Answer in one sentence.' }
  const user = { role: 'user', content: 'Tell me about rain.' }
  await writeText(messages, JSON.stringify([system, user]))
  const one = await answer(playground)
  expect(one).not.toBe(many)
  expect(one).toMatch(/^[^.!?]*rain[^.!?]*[.!?]$/i)

  await writeText(messages, JSON.stringify([{ role: 'user', content: 'Tell me about Xyzzy' }]))
  expect(await answer(playground)).toMatch(/I do not know|I don’t know|none of my texts/)
})
