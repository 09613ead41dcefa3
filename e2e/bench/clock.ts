import type { Page } from 'playwright/test'

/** Now on the clock that all processes of the machine share, in milliseconds since 1970. */
export function now(): number {
  return performance.timeOrigin + performance.now()
}

/** How far another clock is ahead of ours, in milliseconds, and by how much that can be wrong. */
export interface ClockDifference {
  ahead: number
  error: number
}

/**
 * Compares the page's clock with ours. Each round trip bounds the difference from both sides; where
 * zero lies within them all, the clocks count as equal.
 */
export async function compareClocks(page: Page, rounds = 60): Promise<ClockDifference> {
  let least = -Infinity
  let most = Infinity
  for (let round = 0; round < rounds; round += 1) {
    const before = now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    least = Math.max(least, there - now())
    most = Math.min(most, there - before)
  }
  const ahead = least <= 0 && most >= 0 ? 0 : (least + most) / 2
  return { ahead, error: Math.max(most - ahead, ahead - least) }
}

/** Remembers when the page was last clicked. */
export async function watchClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    addEventListener(
      'click',
      (event) => {
        document.documentElement.dataset.clickedAt = String(
          performance.timeOrigin + event.timeStamp,
        )
      },
      { capture: true },
    )
  })
  return () => page.evaluate(() => Number(document.documentElement.dataset.clickedAt))
}
