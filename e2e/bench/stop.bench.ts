import type { Page } from 'playwright/test'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import type { Answer, Upstream } from '#e2e/fixtures/upstream.ts'
import { compareClocks, watchClicks } from './clock.ts'
import { median, ms, printTable } from './figures.ts'
import { steadily } from './paced.ts'

const rounds = 5
const endless = steadily({ tokens: 100_000, perSecond: 50, top: 5 })
const silent: Answer = () => {}

test('Stop ends the upstream request in both transports', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  upstream.answerWith(endless)
  const streamed = await stops(page, playground, upstream)
  await playground.reset('stream')
  upstream.answerWith(silent)
  const whole = await stops(page, playground, upstream)
  printTable(`Stop to upstream close, ${rounds} times`, [
    ['', 'median', 'worst'],
    ['streamed (route handler)', ms(median(streamed)), ms(Math.max(...streamed))],
    ['whole (server action)', ms(median(whole)), ms(Math.max(...whole))],
  ])
  expect(streamed).toHaveLength(rounds)
  expect(whole).toHaveLength(rounds)
})

/** Milliseconds from the click on Stop to the close that the upstream sees, per round. */
async function stops(page: Page, playground: Playground, upstream: Upstream): Promise<number[]> {
  const { ahead } = await compareClocks(page)
  const clickedAt = await watchClicks(page)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = upstream.completions().length
    await playground.run()
    await expect.poll(() => upstream.completions().length).toBe(before + 1)
    await playground.stop()
    const closed = () => upstream.completions()[before]?.abortedAt
    await expect.poll(closed).toBeDefined()
    times.push(performance.timeOrigin + (closed() ?? NaN) - ((await clickedAt()) - ahead))
    await playground.replied()
  }
  return times
}
