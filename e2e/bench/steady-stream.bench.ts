import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '#e2e/fixtures/test.ts'
import { median, ms, printTable, quantile } from './figures.ts'
import { steadily } from './paced.ts'

const load = { tokens: 10_000, perSecond: 500, top: 20 }

test('10,000 tokens at 500 a second leave more than half of the main thread free', async ({
  page,
  playground,
  upstream,
}) => {
  test.setTimeout(180_000)
  upstream.answerWith(steadily(load))
  await playground.useServer(upstream.base)
  const box = (await playground.set('temperature')).getByRole('textbox')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  await page.evaluate(() => {
    const data = document.documentElement.dataset
    data.longest = '0'
    data.interactions = '[]'
    new PerformanceObserver((list) => {
      const longest = Math.max(Number(data.longest), ...list.getEntries().map((e) => e.duration))
      data.longest = String(longest)
    }).observe({ type: 'longtask' })
    new PerformanceObserver((list) => {
      const known = JSON.parse(data.interactions ?? '[]') as number[]
      data.interactions = JSON.stringify([...known, ...list.getEntries().map((e) => e.duration)])
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  await playground.run()
  await expect(playground.reply).toHaveAttribute('data-tokens', /./)
  const [start, began] = [await busy(), performance.now()]
  // A person goes on working: types, chooses tokens, looks at other figures.
  while ((await page.locator('[data-reply-status=streaming]').count()) > 0) {
    await box.press('End')
    await box.press('Digit5')
    await box.press('Backspace')
    await page.mouse.click(700, 560)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('m')
    await page.mouse.wheel(0, 300)
    await wait(500)
  }
  const share = ((await busy()) - start) / (performance.now() - began)
  await playground.text.hasTokens(load.tokens)
  const data = await page.evaluate(() => ({ ...document.documentElement.dataset }))
  const interactions = JSON.parse(data.interactions ?? '[]') as number[]
  printTable(`${load.tokens} tokens at ${load.perSecond}/s with ${load.top} alternatives`, [
    ['main thread busy', `${(100 * share).toFixed(0)} % (limit 50 %)`],
    ['interactions over 16 ms', String(interactions.length)],
    ['interaction to next frame, median', ms(median(interactions))],
    ['interaction to next frame, p98', ms(quantile(interactions, 0.98))],
    ['slowest interaction', `${ms(Math.max(...interactions))} (limit 200 ms)`],
    ['longest task', ms(Number(data.longest))],
  ])
  expect(share).toBeLessThan(0.5)
  expect(Math.max(...interactions)).toBeLessThan(200)
})
