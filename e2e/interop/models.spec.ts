import { expect, test } from './fixtures/test.ts'

test('the list holds the groups of the proxy', async ({ playground, through }) => {
  await through('good')
  const model = playground.field('model')
  await model.locator('input').focus()
  const options = model.locator('datalist option')
  await expect(options).not.toHaveCount(0)
  const ids = await options.evaluateAll((all) => all.map((one) => one.getAttribute('value')))
  expect(ids).toEqual(
    expect.arrayContaining(['good', 'gpt-4o-mini', 'gpt-5.1', 'open-base', 'azure', 'teaching']),
  )
})
