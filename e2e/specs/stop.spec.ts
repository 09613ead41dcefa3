import {
  beginSse,
  sendChunk,
  tokenChunk,
  type Answer,
  type Upstream,
} from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** Sends a token every 20 ms until the other side leaves. */
const endless: Answer = (response) => {
  beginSse(response)
  let count = 0
  const timer = setInterval(() => sendChunk(response, tokenChunk(` w${(count += 1)}`)), 20)
  response.on('close', () => clearInterval(timer))
}

const silent: Answer = () => {}

async function closedAt(upstream: Upstream): Promise<number> {
  await expect.poll(() => upstream.completions()[0]?.abortedAt).toBeGreaterThan(0)
  return upstream.completions()[0]?.abortedAt ?? 0
}

test('Stop ends the upstream request of a stream and keeps what arrived', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(endless)
  await playground.useServer(upstream.base)
  await playground.run()
  await expect(playground.reply).toContainText('w3')
  const pressed = performance.now()
  await playground.stop()
  test.info().annotations.push({
    type: 'ms',
    description: String(Math.round((await closedAt(upstream)) - pressed)),
  })
  await expect(page.locator('[data-reply-status=stopped]')).toBeVisible()
  await expect(playground.reply).toContainText('w3')
  await playground.run()
  await expect(page.locator('[data-reply-status=done]')).toBeVisible()
})

for (const streamed of [true, false]) {
  test(`Stop ends a request that is never answered, Stream ${streamed ? 'on' : 'off'}`, async ({
    page,
    playground,
    upstream,
  }) => {
    upstream.answerNext(silent)
    await playground.useServer(upstream.base)
    if (!streamed) await playground.reset('stream')
    await playground.run()
    await expect.poll(() => upstream.completions().length).toBe(1)
    await playground.stop()
    await closedAt(upstream)
    await expect(page.locator('[data-reply-status=stopped]')).toBeVisible()
  })

  test(`closing the page ends a request that is never answered, Stream ${streamed ? 'on' : 'off'}`, async ({
    page,
    playground,
    upstream,
  }) => {
    upstream.answerNext(silent)
    await playground.useServer(upstream.base)
    if (!streamed) await playground.reset('stream')
    await playground.run()
    await expect.poll(() => upstream.completions().length).toBe(1)
    await page.close()
    await closedAt(upstream)
  })
}

test('a stream that breaks off says so and keeps its text', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext((response) => {
    beginSse(response)
    sendChunk(response, tokenChunk('Half'))
    setTimeout(() => response.destroy(), 50)
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText('The reply broke off')
  await expect(playground.reply).toHaveText('Half')
})

test('an error inside a stream shows the provider’s words', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext((response) => {
    beginSse(response)
    sendChunk(response, tokenChunk('Half'))
    sendChunk(response, { error: { message: 'The engine is overloaded', code: '503' } })
    response.end()
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText(
    'The engine is overloaded',
  )
  await expect(playground.reply).toHaveText('Half')
})
