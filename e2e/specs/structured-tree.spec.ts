import { streamTokens } from '#e2e/fixtures/known-reply.ts'
import { faults, overflow } from '#e2e/fixtures/sharing.ts'
import {
  form,
  openWith,
  rowOf,
  rows,
  schemaFormat,
  token,
  weather,
} from '#e2e/fixtures/structured.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('the tree gives each field its joint and least probability, and an enum its other values', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(streamTokens(weather))
  await openWith(playground, schemaFormat, upstream.base)
  await playground.run()
  await playground.replied()
  await form(page).getByRole('radio', { name: 'Text' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(rows(page)).toHaveCount(7)
  // .5 × .5 × .9: the quote that ends the value comes with the comma; the first came with the key's.
  await expect(rowOf(page, 'city')).toHaveAttribute(
    'aria-label',
    'city: "Porto", joint 20.3 %, least 50.0 % at Por',
  )
  await expect(rowOf(page, 'sky')).toHaveAttribute(
    'aria-label',
    /^sky: "rain", joint 3\d\.\d %, least 40\.0 % at rain, of the possible values "rain" 40\.0–45\.0 %, "clear" 30\.0–35\.0 %, "cloudy" 20\.0–25\.0 %$/,
  )
  const [high] = await form(page).getByRole('treeitem', { name: 'high: "mild"' }).all()
  await expect(high ?? form(page)).toContainText('“high” must be a whole number.')
  await expect(form(page)).toContainText('5.0 % for what is no value of the enum')
})

test('the tree is walked by keyboard, and a field chooses its least likely token', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(streamTokens(weather))
  await openWith(playground, schemaFormat, upstream.base)
  await playground.run()
  await playground.replied()
  await form(page).getByRole('radio', { name: 'Tree' }).click()
  await page.keyboard.press('Tab')
  await expect(rowOf(page, 'city')).toBeFocused()
  await page.keyboard.press('End')
  await expect(rowOf(page, 'high: "mild"')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(rowOf(page, '1: {1}')).toBeFocused()
  await expect(rows(page)).toHaveCount(6)
  await page.keyboard.press('ArrowLeft')
  await expect(rowOf(page, 'days: [2]')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(rows(page)).toHaveCount(3)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'sky')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel', { name: 'Token', exact: true })).toContainText('8 of 13')
  await form(page).getByRole('radio', { name: 'Text' }).click()
  await expect(page.getByRole('group', { name: 'Reply, token by token' })).toBeVisible()
})

test('a list of many fields is drawn a part at a time', async ({ page, playground, upstream }) => {
  const many = JSON.stringify({ all: Array.from({ length: 2000 }, (_, index) => index) })
  const tokens = (many.match(/\d+|\D+/g) ?? []).map((text) => token(text, 0.9))
  upstream.answerNext(streamTokens(tokens))
  await openWith(playground, { type: 'json_object' }, upstream.base)
  await playground.run()
  await playground.replied()
  await expect(form(page)).toContainText('Valid JSON')
  await form(page).getByRole('radio', { name: 'Tree' }).click()
  await expect(rows(page)).toHaveCount(300)
  await form(page).getByRole('button', { name: 'Show 300 more of 2001 fields' }).click()
  await expect(rows(page)).toHaveCount(600)
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the tree and its faults, nor does a phone overflow', async ({
      page,
      playground,
      upstream,
    }) => {
      test.slow()
      upstream.answerNext(streamTokens(weather))
      await openWith(playground, schemaFormat, upstream.base)
      await playground.run()
      await playground.replied()
      await expect(form(page)).toContainText('1 problem')
      await form(page).getByRole('radio', { name: 'Tree' }).click()
      await rowOf(page, 'sky').click()
      expect(await faults(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await overflow(page)).toBe(0)
    })
  })
}
