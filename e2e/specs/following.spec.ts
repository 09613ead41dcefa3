import { expect, test } from '#e2e/fixtures/test.ts'
import { beginSse, finishChunk, sendChunk, tokenChunk } from '#e2e/fixtures/upstream.ts'

test('a growing reply is followed at its end, and leaves a reader elsewhere alone', async ({
  page,
  playground,
  upstream,
}) => {
  let send = (_count: number) => {}
  let finish = () => {}
  upstream.answerNext((response) => {
    beginSse(response)
    let sent = 0
    send = (count) => {
      for (const end = sent + count; sent < end; sent += 1)
        sendChunk(response, tokenChunk(sent % 12 === 11 ? '.\n' : ` w${sent}`))
    }
    finish = () => {
      sendChunk(response, finishChunk())
      response.end('data: [DONE]\n\n')
    }
    send(600)
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.text.hasTokens(600)
  const scroller = page.locator('main > div').first()
  const fromEnd = () =>
    scroller.evaluate((element) =>
      Math.round(element.scrollHeight - element.scrollTop - element.clientHeight),
    )
  await expect.poll(fromEnd).toBeLessThan(60)
  send(300)
  await playground.text.hasTokens(900)
  await expect.poll(fromEnd).toBeLessThan(60)

  // Up, with a word selected.
  const { x, y } = await playground.text.middleOf(' w30')
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -50)
  const word = await playground.text.middleOf(' w30')
  await page.mouse.dblclick(word.x, word.y)
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('w30')
  const top = await scroller.evaluate((element) => element.scrollTop)
  send(300)
  await playground.text.hasTokens(1200)
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(top)
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('w30')
  finish()
  await playground.replied()
})
