import type { Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'
import { beginSse, finishChunk, sendChunk, tokenChunk } from '#e2e/fixtures/upstream.ts'
import { median, ms, printTable } from './figures.ts'

const runs = 500
const tokens = 500
const rounds = 7

test('a history of 500 runs of 500 tokens is listed, shown and restored at once', async ({
  page,
  playground,
  upstream,
}) => {
  test.setTimeout(180_000)
  await playground.useServer(upstream.base)
  upstream.answerNext((response) => {
    beginSse(response)
    for (let at = 0; at < tokens; at += 1)
      sendChunk(response, tokenChunk(` word${at % 97}`, { top: 5 }))
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.run()
  await playground.replied()
  await expect(async () => expect(await copies(page)).toBe(runs)).toPass()
  await page.reload()
  await playground.ready()
  // The panel's own code comes once.
  await timed(page, 'History', '[data-kept-run]')
  await page.keyboard.press('Escape')
  const listed: number[] = []
  const shown: number[] = []
  const restored: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    listed.push(await timed(page, 'History', '[data-kept-run]:nth-of-type(100)'))
    shown.push(
      await press(
        page,
        `[data-kept-run]:nth-of-type(${round + 2}) [aria-label^="Show"]`,
        '[data-recorded=history]',
      ),
    )
    await page.reload()
    await playground.ready()
    await timed(page, 'History', '[data-kept-run]')
    restored.push(
      await press(
        page,
        `[data-kept-run]:nth-of-type(${round + 2}) [aria-label^="Restore"]`,
        '[data-notice]',
      ),
    )
    // What is shown already would be shown at once.
    await page.reload()
    await playground.ready()
    await timed(page, 'History', '[data-kept-run]')
    await page.keyboard.press('Escape')
  }
  printTable(
    `A history of ${runs} runs of ${tokens} tokens with 5 alternatives, ${rounds} rounds`,
    [
      ['', 'median', 'slowest'],
      ['list, first 100 rows', ms(median(listed)), ms(Math.max(...listed))],
      ['show a run', ms(median(shown)), ms(Math.max(...shown))],
      ['restore the form', ms(median(restored)), ms(Math.max(...restored))],
    ],
  )
  expect(median(listed)).toBeLessThanOrEqual(100 * slack)
  expect(median(shown)).toBeLessThanOrEqual(150 * slack)
  expect(median(restored)).toBeLessThanOrEqual(150 * slack)
})

/** Benches report; they only fail where something is far off. */
const slack = 3

/** Presses the button of the bar with this name; gives the time until something is drawn, in ms. */
function timed(page: Page, name: string, until: string): Promise<number> {
  return press(page, `header button:has-text("${name}")`, until)
}

async function press(page: Page, selector: string, until: string): Promise<number> {
  const button = await page.locator(selector).first().elementHandle()
  return page.evaluate(
    ([element, wanted]) =>
      new Promise<number>((resolve) => {
        document.querySelector<HTMLElement>('[data-notice] button[aria-label=Dismiss]')?.click()
        const begun = performance.now()
        const look = () => {
          if (document.querySelector(wanted)) resolve(performance.now() - begun)
          else requestAnimationFrame(look)
        }
        if (element instanceof HTMLElement) element.click()
        requestAnimationFrame(look)
      }),
    [button, until] as const,
  )
}

/** Copies the one kept run until there are as many as wanted; gives how many there are. */
function copies(page: Page): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('nucleus-history')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction(['runs', 'bodies'], 'readwrite')
          const [lines, bodies] = [
            transaction.objectStore('runs'),
            transaction.objectStore('bodies'),
          ]
          lines.getAll().onsuccess = (event) => {
            const [line] = (event.target as IDBRequest<{ id: string; at: number }[]>).result
            bodies.getAll().onsuccess = (second) => {
              const [body] = (second.target as IDBRequest<{ id: string }[]>).result
              if (!line || !body) return
              for (let at = 1; at < wanted; at += 1) {
                lines.put({ ...line, id: `copy-${at}`, at: line.at - at * 60_000 })
                bodies.put({ ...body, id: `copy-${at}` })
              }
            }
          }
          transaction.addEventListener('complete', () => {
            const count = opening.result.transaction('runs').objectStore('runs').count()
            count.addEventListener('success', () => {
              opening.result.close()
              resolve(count.result)
            })
          })
        })
      }),
    runs,
  )
}
