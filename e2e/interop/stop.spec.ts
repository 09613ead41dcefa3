import { expect, test } from './fixtures/test.ts'

test('Stop ends the upstream request of a stream, through the proxy, and keeps what arrived', async ({
  page,
  playground,
  upstream,
  through,
}) => {
  await through('openai/endless')
  await playground.set('stream')
  await playground.run()
  await expect(playground.reply).toContainText('w3')
  await playground.stop()
  await expect(page.locator('[data-reply-status=stopped]')).toBeVisible()
  await expect(playground.reply).toContainText('w3')
  await expect.poll(() => upstream.completions()[0]?.abortedAt).toBeGreaterThan(0)
})

for (const streamed of [true, false]) {
  test(`Stop ends a request that is never answered, Stream ${streamed ? 'on' : 'off'}`, async ({
    page,
    playground,
    upstream,
    through,
  }) => {
    await through('openai/silent')
    if (streamed) await playground.set('stream')
    await playground.run()
    await expect.poll(() => upstream.completions().length).toBe(1)
    await playground.stop()
    await expect(page.locator('[data-reply-status=stopped]')).toBeVisible()
    await expect.poll(() => upstream.completions()[0]?.abortedAt).toBeGreaterThan(0)
  })
}
