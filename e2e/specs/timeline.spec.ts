import { AxeBuilder } from '@axe-core/playwright'
import type { ServerResponse } from 'node:http'
import type { Locator, Page } from 'playwright/test'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { colourOf, columnAt } from '#e2e/fixtures/pixels.ts'
import { beginSse, finishChunk, sendChunk } from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** A token as the upstream sends it: probability, or null for one that it does not tell. */
type Sent = [token: string, p: number | null]

const lisbon: Sent[] = [
  ['Go', 0.95],
  [' to', 0.5],
  [' Lisbon', 0.03125],
  [' or', null],
  [' Faro', 0.125],
  ['.', 1],
]

function sendToken(response: ServerResponse, [token, p]: Sent, index = 0, withList = true): void {
  const logprob = p === null ? -9999 : Math.log(p)
  const bytes = [...Buffer.from(token)]
  const listed = p === null ? [] : [{ token, bytes, logprob }]
  const others = [{ token: ' x', logprob: Math.log(0.02) }]
  const entry = { token, logprob, bytes, top_logprobs: withList ? [...listed, ...others] : [] }
  sendChunk(response, {
    choices: [{ index, delta: { content: token }, logprobs: { content: [entry] } }],
  })
}

const answer =
  (...choices: Sent[][]) =>
  (response: ServerResponse) => {
    beginSse(response)
    choices.forEach((tokens, index) => {
      for (const token of tokens) sendToken(response, token, index)
      sendChunk(response, finishChunk(index))
    })
    response.end('data: [DONE]\n\n')
  }

const sliderOf = (page: Page) => page.getByRole('slider', { name: 'Token on the timeline' })

async function runAt(base: string, playground: Playground): Promise<void> {
  await playground.useServer(base)
  await playground.run()
  await playground.replied()
}

/** Presses or moves over the middle of a 0-based token of `count`. */
async function placeOf(slider: Locator, token: number, count: number) {
  const box = await slider.boundingBox()
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: x + ((token + 0.5) / count) * width, y: y + height / 2 }
}

/** The column of a 0-based token of `count`, beside its middle, where the cursor would stand. */
const columnOf = (canvas: Locator, token: number, count: number) =>
  columnAt(canvas, (token + 0.3) / count)

test('the timeline shows known numbers, and says them', async ({ page, playground, upstream }) => {
  upstream.answerNext(answer(lisbon))
  await runAt(upstream.base, playground)
  const timeline = page.getByRole('region', { name: 'Timeline' })
  // (0.074 + 1 + 5 + 3 + 0) / 5
  await expect(timeline).toContainText('mean 1.81 bits, peak 5.00 at 3, 1 unknown')
  await expect(timeline).toContainText('up to 6 bits')
  await sliderOf(page).press('End')
  await expect(sliderOf(page)).toHaveAttribute('aria-valuetext', 'token 6 of 6, ., 0.00 bit')
  await sliderOf(page).press('[')
  await expect(sliderOf(page)).toHaveAttribute('aria-valuetext', 'token 5 of 6, Faro, 3.00 bit')
  await sliderOf(page).press('ArrowLeft')
  await expect(sliderOf(page)).toHaveAttribute('aria-valuetext', 'token 4 of 6, or, unknown')
  await sliderOf(page).press('[')
  await expect(sliderOf(page)).toHaveAttribute('aria-valuetext', 'token 3 of 6, Lisbon, 5.00 bit')
  await playground.text.hasChosen(2)
  await sliderOf(page).press('[')
  await expect(page.getByText('No earlier peak or fork.')).toBeAttached()
  await sliderOf(page).press('Home')
  await expect(sliderOf(page)).toHaveAttribute('aria-valuenow', '1')
})

test('bars are as high as the surprisal, in the tint of its step', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(answer(lisbon))
  await runAt(upstream.base, playground)
  const canvas = sliderOf(page).locator('canvas')
  const high = async (token: number, step: number) => {
    const tint = await colourOf(page, `heat-${step}`)
    return (await columnOf(canvas, token, 6)).filter((colour) => colour === tint).length
  }
  await expect.poll(() => high(2, 5)).toBeGreaterThan(40)
  // Bits over the height that stands for six; the edge and lines of the entropy hide some pixels.
  const sixth = 57 / 6
  for (const [token, bits, step] of [
    [1, 1, 2],
    [2, 5, 5],
    [4, 3, 4],
  ] as const) {
    expect(await high(token, step)).toBeLessThanOrEqual(Math.ceil(bits * sixth))
    expect(await high(token, step)).toBeGreaterThan(bits * sixth - 5)
  }
  // The token that is not told has a hatch instead: marks with gaps, within eight pixels.
  const hatched = await columnOf(canvas, 3, 6)
  const [over, within] = [hatched.slice(20, -10), hatched.slice(-9, -1)]
  expect(new Set(over).size).toBe(1)
  expect(new Set(within).size).toBeGreaterThan(1)
})

test('what was not listed makes the entropy an interval; without lists there is none', async ({
  page,
  playground,
  upstream,
}) => {
  const legend = page.getByRole('region', { name: 'Timeline' }).getByText(/^Entropy/)
  upstream.answerNext(answer(lisbon))
  await runAt(upstream.base, playground)
  await expect(legend).toBeVisible()
  upstream.answerNext((response) => {
    beginSse(response)
    for (const token of lisbon) sendToken(response, token, 0, false)
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.run()
  await expect(legend).toBeHidden()
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('peak 5.00 at 3')
})

test('the pointer reads, selects and scrolls', async ({ page, playground, upstream }) => {
  const long: Sent[] = Array.from({ length: 900 }, (_, index) => [
    index % 9 === 8 ? '.\n' : ` w${index}`,
    index === 450 ? 0.001 : 0.5,
  ])
  upstream.answerNext(answer(long))
  await runAt(upstream.base, playground)
  const slider = sliderOf(page)
  await slider.scrollIntoViewIfNeeded()
  const peak = await placeOf(slider, 450, 900)
  await page.mouse.move(peak.x, peak.y)
  await expect(page.locator('[data-timeline-hover]')).toHaveText('451 ·w450 9.97 bit, 0.1 %')
  await page.mouse.click(peak.x, peak.y)
  await expect(slider).toHaveAttribute('aria-valuenow', '451')
  await expect.poll(() => playground.text.isInView('w450')).toBe(true)
  await slider.scrollIntoViewIfNeeded()
  await expect.poll(() => playground.text.isInView('w0')).toBe(false)
  const from = await placeOf(slider, 300, 900)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const to = await placeOf(slider, 0, 900)
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await expect.poll(() => playground.text.isInView('w0')).toBe(true)
  await page.mouse.up()
  // A drag does not choose.
  await expect(slider).toHaveAttribute('aria-valuenow', '451')
})

test('choices are aligned, with the places where they part', async ({
  page,
  playground,
  upstream,
}) => {
  const faro: Sent[] = [
    ['Go', 0.95],
    [' to', 0.5],
    [' Faro', 0.25],
  ]
  upstream.answerNext(answer(lisbon, [['Go to', 0.4], ...lisbon.slice(2)], faro))
  await playground.useServer(upstream.base)
  await (await playground.set('n')).getByRole('textbox').fill('3')
  await playground.run()
  await playground.replied()
  const strips = page.getByRole('region', { name: 'Choices, aligned' })
  await expect(strips).toContainText('2 distinct of 3')
  const names = await strips
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  expect(names).toEqual(['A, 6 tokens, shown', 'B, 5 tokens, same as A', 'C, 3 tokens, forks at 3'])
  // The fork is the third token, a peak or not.
  await sliderOf(page).press('Home')
  await sliderOf(page).press(']')
  await expect(sliderOf(page)).toHaveAttribute('aria-valuenow', '3')
  await strips.getByRole('button', { name: /^C/ }).press('Enter')
  await expect(page.locator('[data-token-panel]')).toContainText('position 3 of 3')
  await expect(strips.getByRole('button', { name: /^C/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(strips.getByRole('button', { name: /^A/ })).toHaveAccessibleName(/forks at 3/)
  // A press of the mouse leads to the token that it points at, on the scale of the longest.
  const strip = strips.getByRole('button', { name: /^A/ }).locator('canvas')
  const width = (await strip.boundingBox())?.width ?? 0
  await strip.click({ position: { x: (4.5 / 6) * width, y: 8 } })
  await expect(page.locator('[data-token-panel]')).toContainText('position 5 of 6')
})

test('figures of the whole reply count what is unknown', async ({ page, playground, upstream }) => {
  upstream.answerNext(answer(lisbon))
  await runAt(upstream.base, playground)
  const figures = page.locator('[data-passage-figures=reply]')
  await expect(figures).toContainText('perplexity3.52')
  await expect(figures).toContainText('mean surprisal1.81 bit')
  await expect(figures).toContainText('joint log probability−6.3 nat')
  await expect(figures).toContainText('unknown1')
})

test('a growing reply is drawn as it comes, and a long one in the end', async ({
  page,
  playground,
  upstream,
}) => {
  test.slow()
  let finish = () => {}
  upstream.answerNext(async (response) => {
    beginSse(response)
    sendToken(response, ['One', 0.5])
    await new Promise<void>((resolve) => (finish = resolve))
    for (let index = 0; index < 9_999; index += 1)
      sendToken(
        response,
        [index % 23 === 22 ? '.\n' : ` w${index}`, index === 5000 ? 0.001 : 0.5],
        0,
        false,
      )
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await expect(sliderOf(page)).toHaveAttribute('aria-valuemax', '1')
  finish()
  await expect(page.locator('[data-reply-status=done]')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('[data-timeline-read="10000"]')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('peak 9.97 at 5002')
  const canvas = sliderOf(page).locator('canvas')
  // One pixel stands for some ten tokens, and shows the least likely of them.
  const rarest = await colourOf(page, 'heat-6')
  await expect.poll(async () => (await columnAt(canvas, 5001 / 10_000)).at(20)).toBe(rarest)
  for (const beside of [5001 - 30, 5001 + 30])
    expect((await columnAt(canvas, beside / 10_000)).at(20)).not.toBe(rarest)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} theme`, async ({ page, playground }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await (await playground.set('n')).getByRole('textbox').fill('3')
    await (await playground.set('seed')).locator('input').fill('7')
    await playground.run()
    await playground.replied()
    await sliderOf(page).press('ArrowRight')
    await expect(page.getByText(/distinct of 3$/)).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
}

test('a change of theme changes the canvas', async ({ page, playground, upstream }) => {
  upstream.answerNext(answer(lisbon))
  await runAt(upstream.base, playground)
  const canvas = sliderOf(page).locator('canvas')
  const bar = async () => (await columnOf(canvas, 2, 6)).at(-12)
  const light = await colourOf(page, 'heat-5')
  await expect.poll(bar).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await colourOf(page, 'heat-5')
  expect(dark).not.toBe(light)
  await expect.poll(bar).toBe(dark)
  await page.emulateMedia({ forcedColors: 'active' })
  await expect.poll(bar).not.toBe(dark)
})
