import { launchOptions } from '#e2e/browser.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { beginSse, finishChunk, sendChunk, tokenChunk } from '#e2e/fixtures/upstream.ts'

const usual = launchOptions()

// Without it the browser leaves text that is out of view out of the tree.
test.use({
  launchOptions: { ...usual, args: [...(usual.args ?? []), '--force-renderer-accessibility'] },
})

test('a screen reader gets the whole text of a long reply, in few nodes', async ({
  page,
  playground,
  upstream,
}) => {
  test.slow()
  const words = Array.from({ length: 10_000 }, (_, at) => (at % 15 === 14 ? '.\n' : ` w${at}`))
  upstream.answerNext((response) => {
    beginSse(response)
    for (const word of words) sendChunk(response, tokenChunk(word))
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.text.hasTokens(10_000)
  await playground.replied()
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const texts = nodes.filter(({ role }) => role?.value === 'StaticText')
  const all = texts.map(({ name }) => String(name?.value ?? '')).join('')
  const dense = (text: string) => text.replaceAll(/\s+/g, '')
  expect(dense(all)).toContain(dense(words.join('')))
  expect(nodes.length).toBeLessThan(3000)
})
