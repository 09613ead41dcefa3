import type { CDPSession, Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'
import { median, printTable, quantile } from './figures.ts'

/** Main-thread CPU in milliseconds, by the thread's own clock, which other processes do not move. */
class Processor {
  constructor(
    readonly page: Page,
    readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<Processor> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Processor(page, session)
  }

  async #taskTime(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }

  /** Waits until what was asked for is drawn; what is left for idle moments comes later. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
        ),
    )
  }

  /** What an action costs with all that follows from it, less what two idle frames cost. */
  async cost(action: () => Promise<unknown>): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage')
    const idle = await this.#spent(async () => {})
    return Math.max(0, (await this.#spent(action)) - idle)
  }

  async #spent(action: () => Promise<unknown>): Promise<number> {
    await this.settle()
    const before = await this.#taskTime()
    await action()
    await this.settle()
    return (await this.#taskTime()) - before
  }
}

/** A page with a long reply of the gallery, made and not yet shown. */
async function openLong(page: Page, url: string, size: string, painter: string) {
  await page.goto(`${url}/gallery/long?painter=${painter}`)
  await page.getByRole('button', { name: `Make ${size} tokens` }).click()
  await expect(page.locator('output')).toContainText('are ready', { timeout: 60_000 })
  return Processor.of(page)
}

/** Presses a button without the pointer, whose own work would be counted. */
const press = (page: Page, name: string) => () =>
  page.evaluate((text) => {
    const buttons = [...document.querySelectorAll('button')]
    buttons.find((button) => button.textContent?.startsWith(text))?.click()
  }, name)

/** The same tokens as spans with a background each, which is what most viewers do. */
function naive(page: Page) {
  return page.evaluate(() => {
    const host = document.querySelector('[data-scroller]')
    const text = host?.querySelector('[data-reply-text]')?.textContent ?? ''
    host?.replaceChildren()
    const tokens = text.match(/\s?[^\s]{1,6}|\s/gu) ?? []
    const tint = (at: number) => (at % 4 === 0 ? '' : `var(--heat-${1 + (at % 6)})`)
    const mount = () => {
      const block = document.createElement('div')
      block.className = 'px-6 py-2 font-mono text-[14px]/[28px] whitespace-pre-wrap'
      for (const [at, token] of tokens.entries()) {
        const span = document.createElement('span')
        span.textContent = token
        span.style.background = tint(at)
        block.append(span)
      }
      host?.append(block)
    }
    const recolour = () => {
      for (const [at, span] of [...(host?.querySelectorAll('span') ?? [])].entries())
        span.style.background = tint(at + 1)
    }
    const append = () => {
      const span = document.createElement('span')
      span.textContent = ' more'
      span.style.background = tint(1)
      host?.querySelector('div')?.append(span)
    }
    Object.assign(globalThis, { naive: { mount, recolour, append } })
    return tokens.length
  })
}

const naively = (page: Page, what: 'mount' | 'recolour' | 'append') => () =>
  page.evaluate((name) => {
    const { naive: ways } = globalThis as unknown as { naive: Record<string, () => void> }
    ways[name]?.()
  }, what)

async function repeated(times: number, measure: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let round = 0; round < times; round += 1) all.push(await measure())
  return median(all)
}

const toEnd = (page: Page) =>
  page.locator('[data-scroller]').evaluate((element) => void (element.scrollTop = 1e9))

interface Costs {
  mount: number
  recolour: number
  append: number
}

async function costsOf(page: Page, url: string, size: string, painter: string): Promise<Costs> {
  const processor = await openLong(page, url, size, painter)
  const mount = await repeated(3, async () => {
    const cost = await processor.cost(press(page, 'Show it'))
    await press(page, 'Take it away')()
    return cost
  })
  await press(page, 'Show it')()
  await processor.settle()
  const counted = () =>
    expect(page.getByText(/\d counted/)).toHaveText(`${size.replaceAll(',', '')} counted`)
  await counted()
  const recolour = await repeated(9, async () => {
    const cost = await processor.cost(press(page, 'Tint by'))
    await counted()
    return cost
  })
  await toEnd(page)
  const append = await repeated(9, () => processor.cost(press(page, 'Add a token')))
  return { mount, recolour, append }
}

test('100,000 tokens with 20 alternatives cost little, whichever painter draws them', async ({
  page,
  nucleus,
}) => {
  test.setTimeout(600_000)
  const sizes = ['1,000', '100,000'] as const
  const found = new Map<string, Costs>()
  for (const painter of ['highlights', 'canvas'])
    for (const size of sizes)
      found.set(`${painter} ${size}`, await costsOf(page, nucleus.url, size, painter))
  const nodes = await page.locator('[data-reply-text]').evaluate((root) => {
    const walker = document.createTreeWalker(root)
    let count = 0
    while (walker.nextNode()) count += 1
    return count
  })

  const spans = await naive(page)
  const processor = await Processor.of(page)
  const plain = {
    mount: await processor.cost(naively(page, 'mount')),
    recolour: await repeated(3, () => processor.cost(naively(page, 'recolour'))),
    append: 0,
  }
  await toEnd(page)
  plain.append = await repeated(5, () => processor.cost(naively(page, 'append')))

  const row = (name: string, key: keyof Costs) => [
    name,
    ...[...found.values()].map((costs) => costs[key].toFixed(1)),
    plain[key].toFixed(0),
    ...['highlights', 'canvas'].map(
      (painter) => `${(plain[key] / (found.get(`${painter} 100,000`)?.[key] ?? 1)).toFixed(0)} ×`,
    ),
  ]
  printTable(`Main-thread CPU in ms, medians; ${spans} naive spans`, [
    ['', ...found.keys(), 'naive', 'highlights less', 'canvas less'],
    row('mount', 'mount'),
    row('recolour', 'recolour'),
    row('append one token', 'append'),
    ['DOM nodes in the reply', String(nodes)],
  ])
  expect(nodes).toBeLessThanOrEqual(3000)
  // The canvas is what is used unless colours are forced.
  expect(plain.mount / (found.get('canvas 100,000')?.mount ?? Infinity)).toBeGreaterThanOrEqual(20)
  for (const painter of ['highlights', 'canvas']) {
    const [few, many] = sizes.map((size) => found.get(`${painter} ${size}`))
    expect(many?.recolour).toBeLessThanOrEqual(16)
    expect((many?.append ?? Infinity) / (few?.append ?? 1)).toBeLessThanOrEqual(2)
  }
})

/** Milliseconds between frames while a page scrolls steadily, for 120 frames. */
function frames(page: Page): Promise<number[]> {
  return page.locator('[data-scroller]').evaluate(
    (element) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        const step = (now: number) => {
          times.push(now)
          element.scrollTop += 60
          if (times.length <= 120) requestAnimationFrame(step)
          else resolve(times.slice(1).map((time, index) => time - (times[index] ?? time)))
        }
        element.scrollTop = 0
        requestAnimationFrame(step)
      }),
  )
}

test('100,000 tokens scroll as an empty page does', async ({ page, nucleus }) => {
  test.setTimeout(300_000)
  const rows: string[][] = [['', 'frame p50', 'frame p95']]
  const p95 = new Map<string, number>()
  const measure = async (name: string) => {
    const all: number[] = []
    for (let round = 0; round < 3; round += 1) all.push(...(await frames(page)))
    p95.set(name, quantile(all, 0.95))
    rows.push([name, `${median(all).toFixed(1)} ms`, `${quantile(all, 0.95).toFixed(1)} ms`])
  }
  for (const painter of ['highlights', 'canvas']) {
    const processor = await openLong(page, nucleus.url, '100,000', painter)
    await press(page, 'Show it')()
    await processor.settle()
    await measure(painter)
  }
  await page.locator('[data-scroller]').evaluate((element) => {
    const blank = document.createElement('div')
    blank.style.height = '200000px'
    element.replaceChildren(blank)
  })
  await measure('empty page')
  printTable('Scrolling 60 pixels a frame', rows)
  const empty = p95.get('empty page') ?? 1
  for (const painter of ['highlights', 'canvas'])
    expect((p95.get(painter) ?? Infinity) / empty).toBeLessThanOrEqual(1.5)
})
