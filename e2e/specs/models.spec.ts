import { expect, test } from '#e2e/fixtures/test.ts'

test('a target’s models are listed when the field is turned to, and any id can be typed', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.field('provider').getByRole('combobox').selectOption('openai_compatible')
  await page.getByLabel('Address', { exact: true }).fill(upstream.base)
  const model = playground.field('model')
  await model.locator('input').focus()
  await expect(model.locator('datalist option')).toHaveCount(2)
  const ids = await model
    .locator('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')))
  expect(ids).toEqual(['test-a', 'test-b'])
  await model.locator('input').fill('another:7b')
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.model).toBe('another:7b')
})

test('a list that cannot be had is said so, and asked for again on request', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.field('provider').getByRole('combobox').selectOption('openai_compatible')
  await page.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/v1')
  const model = playground.field('model')
  await model.locator('input').focus()
  await expect(model.locator('input')).toHaveAttribute('title', /No list: .* Any id can be typed\./)
  await page.getByLabel('Address', { exact: true }).fill(upstream.base)
  await model.getByRole('button', { name: 'Refresh the list of models' }).click()
  await expect(model.locator('datalist option')).toHaveCount(2)
})

test('the teaching model’s id does not follow to another provider', async ({ playground }) => {
  await playground.field('provider').getByRole('combobox').selectOption('openai')
  await expect(playground.field('model').locator('input')).toHaveValue('')
  await expect(playground.field('model')).toContainText('Choose a model or type its id.')
  await playground.field('provider').getByRole('combobox').selectOption('teaching')
  await expect(playground.field('model').locator('input')).toHaveValue('nucleus-teaching-1')
})
