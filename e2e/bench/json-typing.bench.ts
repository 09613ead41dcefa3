import type { Locator, Page } from 'playwright/test'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { kb, median, ms, printTable, quantile } from './figures.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const keys = 60

/** Between two keys of a quick typist, in milliseconds. */
const rhythm = 90

const tools = JSON.stringify(
  Array.from({ length: 145 }, (_, index) => toolOf(index)),
  null,
  2,
)
const messages = JSON.stringify(
  Array.from({ length: 1800 }, (_, index) => ({
    role: index % 2 === 0 ? 'user' : 'assistant',
    content: `Message ${index}: ${'the rain in Porto falls on the just and the unjust alike. '.repeat(4)}`,
  })),
  null,
  2,
)

test('a JSON text of 500 kB stays fluent to type in', async ({ page, playground, upstream }) => {
  test.setTimeout(300_000)
  await playground.useServer(upstream.base)
  await watch(page)
  const rows = [
    await measure(page, 'tools', await fillTools(playground), tools),
    await measure(page, 'messages', await fillMessages(playground), messages),
  ]
  printTable(`Typing ${keys} keys into a long JSON text, one every ${rhythm} ms`, [
    ['', 'size', 'key to paint, median', 'p95', 'longest task', 'after the pause'],
    ...rows.map(({ name, size, paints, longest, after }) => [
      name,
      kb(size),
      ms(median(paints)),
      ms(quantile(paints, 0.95)),
      ms(longest),
      ms(after),
    ]),
  ])
  for (const { paints, longest } of rows) {
    expect(quantile(paints, 0.95)).toBeLessThanOrEqual(50 * slack)
    expect(longest).toBeLessThanOrEqual(100 * slack)
  }
})

/** Benches report; they only fail where something is far off. */
const slack = 3

function toolOf(index: number): unknown {
  const property = { type: 'string', description: 'The city or location of it.' }
  const properties = Object.fromEntries(
    Array.from({ length: 24 }, (_, place) => [`property_${place}`, property]),
  )
  return {
    type: 'function',
    function: {
      name: `tool_${index}`,
      description: 'Fetches what there is to know. '.repeat(8),
      parameters: { type: 'object', properties, required: ['property_0'] },
    },
  }
}

async function fillTools(playground: Playground): Promise<Locator> {
  return playground.set('tools')
}

async function fillMessages(playground: Playground): Promise<Locator> {
  const field = playground.field('messages')
  await field.getByRole('button', { name: 'Edit as JSON' }).click()
  return field
}

async function measure(page: Page, name: string, field: Locator, text: string) {
  await field.locator('textarea, .cm-content').first().click()
  const editor = field.locator('.cm-content')
  await editor.waitFor()
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  // Into the first long text, far from the ends of the line.
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 0; line < (name === 'tools' ? 5 : 3); line += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowLeft')
  await settled(page)
  await take(page)
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('x')
    await page.waitForTimeout(rhythm)
  }
  const typed = await take(page)
  await settled(page)
  const { longest: after } = await take(page)
  await expect(editor.locator('.cm-line', { hasText: 'x'.repeat(keys) })).toBeVisible()
  return { name, size: text.length, paints: typed.paints, longest: typed.longest, after }
}

/** Waits until the page has had nothing to do for a while. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(2500)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}

interface Taken {
  paints: number[]
  longest: number
}

/** Notes the time from each key to the paint after it, and the longest task of the page. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const taken: Taken = { paints: [], longest: 0 }
    Object.assign(window, { taken })
    addEventListener(
      'keydown',
      ({ timeStamp, key }) => {
        if (key !== 'x') return
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => taken.paints.push(performance.now() - timeStamp))
          port1.start()
          port2.postMessage(undefined)
        })
      },
      { capture: true },
    )
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        taken.longest = Math.max(taken.longest, duration)
    }).observe({ type: 'longtask' })
  })
}

/** What was noted since the last call; a task below 50 ms is no long task, and counts as 0. */
function take(page: Page): Promise<Taken> {
  return page.evaluate(() => {
    const { taken } = window as unknown as { taken: Taken }
    const copy = { ...taken, paints: [...taken.paints] }
    taken.paints.length = 0
    taken.longest = 0
    return copy
  })
}
