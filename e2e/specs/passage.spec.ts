import { streamTokens } from '#e2e/fixtures/known-reply.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('a selection of text has figures of its own, for the tokens that it touches', async ({
  page,
  playground,
  upstream,
}) => {
  const tokens = [' one', ' two', ' three', ' four'].map((text, index) => ({
    text,
    logprob: -Math.LN2 * (index + 1),
  }))
  upstream.answerNext(streamTokens(tokens))
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  const figures = page.getByLabel('Figures of the selected passage')
  await expect(figures).toHaveCount(0)
  const { x, y } = await playground.text.middleOf('two')
  await page.mouse.dblclick(x, y)
  await page.keyboard.press('Shift+ControlOrMeta+ArrowRight')
  await expect(page.getByText('Selected: 2 tokens')).toBeVisible()
  // Two and three bits.
  await expect(figures).toContainText('2.50 bit')
  await page.evaluate(() => getSelection()?.removeAllRanges())
  await expect(figures).toHaveCount(0)
})
