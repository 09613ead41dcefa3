import { expect, test } from './fixtures/test.ts'

test('the list holds the groups of the proxy, with what it tells of them', async ({
  page,
  playground,
  through,
}) => {
  await through('good')
  const model = playground.field('model').getByRole('combobox')
  const options = page.getByRole('listbox').getByRole('option')
  await model.click()
  await expect(options).not.toHaveCount(0)
  for (const id of ['good', 'gpt-4o-mini', 'gpt-5.1', 'open-base', 'azure', 'teaching']) {
    await model.fill(id)
    await expect(options.filter({ hasText: id }).first()).toBeVisible()
  }
})
