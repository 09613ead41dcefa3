import type { Page } from 'playwright/test'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import type { Answer, Upstream } from '#e2e/fixtures/upstream.ts'
import { ms, printTable, quantile } from './figures.ts'
import { lastWord, manyChunks, oneLine } from './long-answers.ts'
import { mb, residentBytes, watchPeak } from './memory.ts'

/** No task of the page may be longer, in milliseconds, once the reply is there. */
const longestTask = 200

test.beforeEach(() => test.setTimeout(300_000))

test('a response of 130 MB in 100,000 chunks: open, scroll, search, copy', async ({
  page,
  playground,
  upstream,
  nucleus,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.useServer(upstream.base)
  const before = residentBytes(nucleus.pid)
  const peak = watchPeak(nucleus.pid)
  const arrival = await run(page, playground, upstream, manyChunks(100_000))
  const most = peak()
  const rows = await look(page)
  printTable('130 MB in 100,000 chunks of 1.3 kB', [
    ['from Run to the whole reply', ms(arrival.time)],
    ['longest task meanwhile', task(arrival.longest)],
    ['memory of the server, before and peak', `${mb(before)}, ${mb(most)}`],
    ...rows.table,
  ])
  expect(rows.characters).toBeGreaterThan(125_000_000)
  expect(arrival.longest).toBeLessThan(longestTask)
  expect(rows.longest).toBeLessThan(longestTask)
})

for (const [way, stream] of [
  ['the route', true],
  ['the server action', false],
] as const) {
  test(`a response of 130 MB in one line, by ${way}: read apart, open, scroll, search, copy`, async ({
    page,
    playground,
    upstream,
    nucleus,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await playground.useServer(upstream.base)
    if (!stream) await playground.reset('stream')
    const before = residentBytes(nucleus.pid)
    const peak = watchPeak(nucleus.pid)
    const arrival = await run(page, playground, upstream, oneLine(75_000, 'Short.'))
    const most = peak()
    const rows = await look(page)
    printTable(`130 MB in one line, by ${way}: 75,000 tokens with 20 alternatives`, [
      ['from Run to the whole reply', ms(arrival.time)],
      ['longest task meanwhile, with the reply drawn', task(arrival.longest)],
      ['memory of the server, before and peak', `${mb(before)}, ${mb(most)}`],
      ...rows.table,
    ])
    expect(rows.characters).toBeGreaterThan(125_000_000)
    expect(rows.longest).toBeLessThan(longestTask)
  })
}

async function run(page: Page, playground: Playground, upstream: Upstream, answer: Answer) {
  upstream.answerNext(answer)
  await watchTasks(page)
  const began = performance.now()
  await playground.run()
  await page.locator('[data-reply-status=done]').waitFor({ timeout: 200_000 })
  return { time: performance.now() - began, longest: await longestSince(page) }
}

/** Opens the Response tab and does in it what a person does. */
async function look(page: Page) {
  const opened = await timed(page, async () => {
    await page.getByRole('tab', { name: 'Response', exact: true }).click()
    await page.locator('[data-received]').waitFor()
  })
  const text = page.locator('[data-received]')
  const scrolled = await scroll(page)
  const box = page.getByRole('searchbox', { name: 'Search in this text' })
  const matches = page.locator('[data-matches]')
  const searched = await timed(page, async () => {
    await box.fill(lastWord)
    await expect(matches).toHaveText(/^1 of \d+$/, { timeout: 60_000 })
  })
  await expect(text.locator('mark[data-current]')).toHaveText(lastWord)
  const common = await timed(page, async () => {
    await box.fill('PAD')
    await expect(matches).toHaveText(/of [\d,]+( or more)?$|No match$/, { timeout: 60_000 })
  })
  const jumped = await timed(page, async () => {
    await text.press('Home')
    await expect(text.locator('[data-block="0"]')).toBeVisible()
    await text.press('End')
    await expect(text).not.toContainText('chatcmpl-none')
  })
  const copied = await timed(page, async () => {
    await page.getByRole('button', { name: 'Copy response' }).click()
    // The browser itself takes most of this, and says nothing meanwhile.
    await page
      .getByRole('button', { name: /^Copied [\d,]+ char|not allow/ })
      .waitFor({ timeout: 120_000 })
  })
  const said = await page.getByRole('button', { name: /^Copied|not allow/ }).textContent()
  const characters = Number(/^Copied ([\d,]+)/.exec(said ?? '')?.[1]?.replaceAll(',', '') ?? 0)
  const steps = { opened, scrolled, searched, common, jumped }
  return {
    characters,
    longest: Math.max(...Object.values(steps).map(({ longest }) => longest)),
    table: [
      ['', 'time', 'longest task'],
      ['open the tab', ...cells(opened)],
      ['scroll 60 steps; frames p95', ms(scrolled.p95), task(scrolled.longest)],
      [`search for ${lastWord} in all of it`, ...cells(searched)],
      ['search for PAD, any case', ...cells(common)],
      ['to the beginning and to the end', ...cells(jumped)],
      [`copy all: ${said ?? ''}`, ...cells(copied)],
      ['search per 100 MB', ms((searched.time * 1e8) / Math.max(1, characters)), ''],
    ],
  }
}

const task = (longest: number) => (longest === 0 ? 'under 50 ms' : ms(longest))
const cells = ({ time, longest }: { time: number; longest: number }) => [ms(time), task(longest)]

async function timed(page: Page, act: () => Promise<void>) {
  await watchTasks(page)
  const began = performance.now()
  await act()
  return { time: performance.now() - began, longest: await longestSince(page) }
}

/** Turns the wheel over the text, and gives the 95th percentile of the time between two frames. */
async function scroll(page: Page) {
  await page.locator('[data-received]').hover()
  await page.evaluate(() => {
    const gaps: number[] = []
    let last = performance.now()
    const frame = (now: number) => {
      gaps.push(now - last)
      last = now
      document.documentElement.dataset.frames = JSON.stringify(gaps)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const { longest } = await timed(page, async () => {
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 600)
  })
  const frames = await page.evaluate(() => document.documentElement.dataset.frames ?? '[]')
  return { longest, p95: quantile(JSON.parse(frames) as number[], 0.95) }
}

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const data = document.documentElement.dataset
    data.longest = '0'
    if (data.watched) return
    data.watched = 'true'
    new PerformanceObserver((list) => {
      const durations = list.getEntries().map(({ duration }) => duration)
      data.longest = String(Math.max(Number(data.longest), ...durations))
    }).observe({ type: 'longtask' })
  })
}

/** The longest task since they are watched, in milliseconds; 0 below 50. */
function longestSince(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // Long tasks are reported when the page has come to rest.
    await new Promise((resolve) => requestIdleCallback(resolve))
    return Number(document.documentElement.dataset.longest)
  })
}
