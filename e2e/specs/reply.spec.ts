import { seedExample } from '#lib/reply/fixtures/seed-example.ts'
import { beginSse, finishChunk, json, sendChunk, tokenChunk } from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('the whole of the seed’s example is shown, with its one token tinted', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(json(seedExample))
  await playground.useServer(upstream.base)
  await playground.reset('stream')
  await playground.run()
  await playground.replied()
  await expect(playground.reply).toHaveText(seedExample.choices[0]?.message.content ?? '')
  await playground.text.hasTokens(1)
  await page.getByRole('tab', { name: 'Run', exact: true }).click()
  for (const part of [
    seedExample.id,
    seedExample.system_fingerprint,
    seedExample.model,
    '2026-01-18',
  ]) {
    await expect(page.locator('#inspector-panel')).toContainText(part)
  }
})

test('split characters, line breaks and blanks stay exactly as they came', async ({
  playground,
  upstream,
}) => {
  const text = 'A 😀 café:\n\n  two\tspaces'
  upstream.answerNext((response) => {
    beginSse(response)
    const bytes = [...new TextEncoder().encode(text)]
    for (const [index, byte] of bytes.entries()) {
      const entry = { token: '?', logprob: -index / 9, bytes: [byte], top_logprobs: [] }
      const content = index === bytes.length - 1 ? text : ''
      sendChunk(response, {
        choices: [{ index: 0, delta: { content }, logprobs: { content: [entry] } }],
      })
    }
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  expect(await playground.reply.textContent()).toBe(text)
})

test('content wins where the tokens say something else, and the place is marked', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext((response) => {
    beginSse(response)
    const entries = ['Rain', ' quietly', ' falls'].map((token) => ({
      token,
      logprob: -1,
      top_logprobs: [],
    }))
    sendChunk(response, {
      choices: [
        { index: 0, delta: { content: 'Rain softly falls' }, logprobs: { content: entries } },
      ],
    })
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  expect(await playground.reply.textContent()).toBe('Rain softly falls')
  await expect(page.getByText('differ from the content in 1 place')).toBeVisible()
})

test('a reply without log probabilities says so and stays readable', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(
    json({
      model: 'test-a',
      choices: [{ index: 0, message: { content: 'Plain.' }, finish_reason: 'stop' }],
    }),
  )
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await expect(playground.reply).toHaveText('Plain.')
  await expect(
    page.getByText('Log probabilities were asked for, but the provider sent none.'),
  ).toBeVisible()
})

test('text from a model is never HTML', async ({ page, playground, upstream }) => {
  const nasty = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
  upstream.answerNext(
    json({ choices: [{ index: 0, message: { content: nasty }, finish_reason: 'stop' }] }),
  )
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await expect(playground.reply).toHaveText(nasty)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('ten thousand tokens arrive and stay usable', async ({ page, playground, upstream }) => {
  test.slow()
  upstream.answerNext((response) => {
    beginSse(response)
    for (let index = 0; index < 10_000; index += 1) {
      sendChunk(response, tokenChunk(index % 23 === 22 ? '.\n' : ` w${index}`, { top: 5 }))
    }
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await expect(page.locator('[data-reply-status=done]')).toBeVisible({ timeout: 60_000 })
  await playground.text.hasTokens(10_000)
  await playground.text.click(' w9000')
  await expect(page.locator('[data-token-panel]')).toContainText('position 9001 of 10000')
})
