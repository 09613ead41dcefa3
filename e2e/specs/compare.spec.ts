import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { json, type Upstream } from '#e2e/fixtures/upstream.ts'

type Share = [token: string, p: number]

/** A reply whose tokens have these candidates; the first of each is drawn. */
function replyOf(positions: Share[][]) {
  const entry = ([token, p]: Share) => ({
    token,
    logprob: Math.log(p),
    bytes: [...Buffer.from(token)],
  })
  const content = positions.map((all) => ({
    ...entry(all[0] ?? ['', 1]),
    top_logprobs: all.toSorted((a, b) => b[1] - a[1]).map(entry),
  }))
  const text = content.map(({ token }) => token).join('')
  return json({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_795_000_000,
    model: 'test-a',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text },
        logprobs: { content },
        finish_reason: 'stop',
      },
    ],
  })
}

const first = replyOf([
  [
    ['Rain', 0.9],
    ['Snow', 0.1],
  ],
  [
    [' falls', 0.7],
    [' is', 0.2],
  ],
  [
    [' down', 0.6],
    [' here', 0.3],
  ],
  [['.', 1]],
])
const second = replyOf([
  [
    ['Rain', 0.9],
    ['Snow', 0.1],
  ],
  [
    [' is', 0.3],
    [' falls', 0.5],
  ],
  [
    [' wet', 0.8],
    [' cold', 0.1],
  ],
  [['.', 1]],
])

async function runTwice(playground: Playground, upstream: Upstream): Promise<void> {
  await playground.useServer(upstream.base)
  await playground.reset('stream')
  upstream.answerNext(first, second)
  await playground.run()
  await playground.replied()
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('1.5')
  await playground.run()
  await expect(playground.reply).toContainText('wet')
}

async function compareKept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const boxes = page.getByRole('checkbox', { name: /^Compare/ })
  await expect(boxes).toHaveCount(2)
  // The older one first, so that it is A.
  await boxes.nth(1).check()
  await boxes.nth(0).check()
  await page.getByRole('button', { name: 'Compare the two' }).click()
  await expect(page).toHaveURL(/\/compare\?a=.+&b=.+/)
}

test('two runs of the history are laid side by side, to the figures', async ({
  page,
  playground,
  upstream,
}) => {
  await runTwice(playground, upstream)
  await compareKept(page)
  const temperature = page.locator('[data-difference=temperature]')
  await expect(temperature).toContainText('not sent')
  await expect(temperature).toContainText('1.5')
  await expect(page.locator('[data-difference]')).toHaveCount(1)
  const fork = page.getByRole('region', { name: 'Fork' })
  await expect(fork).toContainText('Fork at 2')
  await expect(fork).toContainText(
    'One token is equal. Then A took its first choice and B its second.',
  )
  await expect(fork.locator('[data-candidate="·falls"]')).toContainText(/70\.0.*50\.0/)
  await expect(fork.locator('[data-candidate="·is"]')).toContainText(/20\.0.*30\.0/)
  await expect(fork.locator('[data-candidate="unseen rest"]')).toContainText(/10\.0.*20\.0/)
  await expect(page.locator('[data-segment]')).toHaveCount(3)
  await expect(page.locator('[data-segment=equal]').first()).toContainText('one equal token')
  // 0 at the first position; at the fork from (.7, .2, .1) to (.5, .3, .2) by the definition.
  await expect(page.locator('[data-largest-distance]')).toContainText('Largest: 0.032 bit')
})

test('sides are swapped, shown plain, kept over a reload, and opened in the playground', async ({
  page,
  playground,
  upstream,
}) => {
  await runTwice(playground, upstream)
  await compareKept(page)
  await page.getByRole('button', { name: 'Swap' }).click()
  await expect(page.locator('[data-candidate="·falls"]')).toContainText(/50\.0.*70\.0/)
  await page.reload()
  await expect(page.locator('[data-candidate="·falls"]')).toContainText(/50\.0.*70\.0/)
  await page.getByRole('radio', { name: 'Plain' }).click()
  await expect(page.getByLabel('Reply of A')).toHaveText('Rain is wet.')
  await expect(page.getByLabel('Reply of B')).toHaveText('Rain falls down.')
  await page.getByRole('radio', { name: 'Aligned' }).click()
  await page.getByRole('link', { name: 'Open A in the playground' }).click()
  await playground.ready()
  await expect(playground.reply).toContainText('Rain is wet.')
  await expect(page).toHaveURL(`${playground.url}/`)
})

test('tokens are read by keyboard, one stop for each stretch', async ({
  page,
  playground,
  upstream,
}) => {
  await runTwice(playground, upstream)
  await compareKept(page)
  await page.getByRole('group', { name: 'A, tokens 2 to 3' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: '·down' })).toContainText(
    '3 ·down 60.0 %; else ·here 30.0 %',
  )
})

test('without two runs it says what to do, and a run that is gone is said to be gone', async ({
  page,
  nucleus,
  playground,
}) => {
  await playground.ready()
  await page.goto(`${nucleus.url}/compare`)
  await expect(page.getByRole('heading', { name: 'Two runs are needed' })).toBeVisible()
  await page.getByRole('link', { name: 'playground', exact: true }).click()
  await playground.ready()
  for (const times of [1, 2]) {
    await playground.run()
    await playground.replied()
    await page.getByRole('button', { name: 'History', exact: true }).click()
    await expect(page.locator('[data-kept-run]')).toHaveCount(times)
    await page.keyboard.press('Escape')
  }
  await page.goto(`${nucleus.url}/compare?a=gone&b=gone-too`)
  await expect(page.getByText('One of these runs is no longer kept')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} theme, and a phone stacks the sides`, async ({
    page,
    playground,
    upstream,
  }) => {
    await page.emulateMedia({ colorScheme })
    await runTwice(playground, upstream)
    await compareKept(page)
    await expect(page.getByRole('region', { name: 'Fork' })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
}
