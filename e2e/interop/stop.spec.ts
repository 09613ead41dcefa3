import { startRelay } from './fixtures/relay.ts'
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

// What the proxy then does is its own affair: it lets the upstream go on, see docs/interop-litellm.md.
for (const streamed of [true, false]) {
  test(`Stop hangs up on the proxy while nothing has come, Stream ${streamed ? 'on' : 'off'}`, async ({
    page,
    playground,
    upstream,
    through,
    litellm,
  }) => {
    const relay = await startRelay(litellm.origin)
    await through('openai/silent', `${relay.origin}/v1`)
    if (streamed) await playground.set('stream')
    await playground.run()
    await expect.poll(() => upstream.completions().length).toBe(1)
    const before = relay.closed
    expect(relay.opened).toBeGreaterThan(before)
    await playground.stop()
    await expect(page.locator('[data-reply-status=stopped]')).toBeVisible()
    await expect.poll(() => relay.closed).toBeGreaterThan(before)
    await relay.close()
  })
}
