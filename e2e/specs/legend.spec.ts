import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright/test'
import { streamTokens, wordsWith, type KnownToken } from '#e2e/fixtures/known-reply.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import type { Upstream } from '#e2e/fixtures/upstream.ts'

// Highlights can be read back; which token has which tint is the same for either painter.
test.use({ painter: 'highlights' })

const oneOfEach = wordsWith(0.95, 0.8, 0.6, 0.3, 0.2, 0.05, 0.001, null)

const listed = (...shares: (readonly [string, number])[]) =>
  shares.map(([text, p]) => [text, Math.log(p)] as const)

/** The ranks 1, 1 and 3; with no more than two tokens unseen in the rest of each list. */
const withLists: KnownToken[] = [
  { text: 'If', logprob: Math.log(0.9), top: listed(['If', 0.9], ['In', 0.06], ['At', 0.03]) },
  { text: ' you', logprob: Math.log(0.6), top: listed([' you', 0.6], [' we', 0.3], [' it', 0.08]) },
  { text: ' go', logprob: Math.log(0.1), top: listed([' see', 0.6], [' say', 0.2], [' go', 0.1]) },
]

const switchOf = (page: Page) => page.getByRole('radiogroup', { name: 'Tint by' })
const metricOf = (page: Page) => switchOf(page).getByRole('radio', { checked: true })
const legendOf = (page: Page) => page.getByRole('list', { name: 'Legend' })
const stepOf = (page: Page, step: number) =>
  legendOf(page).locator(`[data-step="${step}"]`).getByRole('button')

async function show(
  playground: Playground,
  upstream: Upstream,
  ...choices: (readonly KnownToken[])[]
): Promise<void> {
  upstream.answerNext(streamTokens(...choices))
  await playground.useServer(upstream.base)
  if (choices.length > 1)
    await (await playground.set('n')).getByRole('textbox').fill(String(choices.length))
  await playground.run()
  await playground.replied()
  // What draws a reply is loaded when there is one, and a key means nothing before that.
  await expect(legendOf(playground.page)).toHaveAttribute('aria-busy', 'false')
}

/** Expects these numbers of tokens by step, and none at others. */
async function hasCounts(page: Page, wanted: Record<string, number>): Promise<void> {
  const read = () =>
    legendOf(page)
      .locator('[data-step]')
      .evaluateAll((steps) =>
        Object.fromEntries(
          steps
            .map((step): [string, number] => [
              step.getAttribute('data-step') ?? '',
              Number(step.querySelector('span:last-child:not(:only-child)')?.textContent),
            ])
            .filter(([, count]) => count !== 0),
        ),
      )
  await expect.poll(read).toEqual(wanted)
}

test('the switch offers what there is to tint by', async ({ page, playground, upstream }) => {
  await show(playground, upstream, withLists)
  const always = ['Probability', 'Surprisal', 'Entropy', 'Rank']
  const options = switchOf(page).getByRole('radio')
  await expect(options).toHaveText(always)
  await playground.text.walkTo(1)
  const temperature = page
    .getByRole('region', { name: 'What if' })
    .getByRole('textbox', { name: 'Temperature', exact: true })
  await temperature.fill('0')
  await expect(options).toHaveText([...always, 'What if'])
  await hasCounts(page, { 0: 1, 2: 1, 4: 1 })
  await options.filter({ hasText: 'What if' }).click()
  // Where the likeliest token is always taken, the first two are certain and the third never comes.
  await hasCounts(page, { 0: 2, 6: 1 })
  await expect.poll(async () => (await playground.text.tints())['heat-6']).toEqual(['go'])
})

test('the steps count every token once, by each metric', async ({ page, playground, upstream }) => {
  await show(playground, upstream, oneOfEach)
  const one = { 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, unknown: 1 }
  await hasCounts(page, one)
  await switchOf(page).getByRole('radio', { name: 'Surprisal' }).click()
  await expect(legendOf(page)).toContainText('bits')
  await hasCounts(page, one)
  // Without a list there is nothing to take an entropy or a rank from.
  for (const metric of ['Entropy', 'Rank']) {
    await switchOf(page).getByRole('radio', { name: metric }).click()
    await hasCounts(page, { unknown: 8 })
  }
})

test('ranks are counted from the lists', async ({ page, playground, upstream }) => {
  await show(playground, upstream, withLists)
  await switchOf(page).getByRole('radio', { name: 'Rank' }).click()
  await hasCounts(page, { 0: 2, 2: 1 })
  await expect.poll(async () => (await playground.text.tints())['heat-2']).toEqual(['go'])
})

test('a difference goes both ways, from the choice that is named', async ({
  page,
  playground,
  upstream,
}) => {
  await show(playground, upstream, wordsWith(0.5, 0.5, 0.1), wordsWith(0.5, 0.1, 0.5))
  await switchOf(page).getByRole('radio', { name: 'Difference' }).click()
  await expect(page.getByLabel('Difference from')).toHaveText('Choice B')
  await hasCounts(page, { 0: 1, 3: 1, 6: 1 })
  await expect
    .poll(() => playground.text.tints())
    .toMatchObject({ 'diff-minus-3': ['word1'], 'diff-plus-3': ['word2'] })
  // It has no end to dim, and no level above the token.
  await expect(legendOf(page).getByRole('button')).toHaveCount(0)
  await expect(page.getByLabel('Tint per')).toHaveCount(0)
})

test('a step dims the likelier ones, once more none', async ({ page, playground, upstream }) => {
  await show(playground, upstream, oneOfEach)
  const dimmed = async () => (await playground.text.tints()).dimmed ?? []
  await stepOf(page, 3).click()
  await expect(stepOf(page, 3)).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(dimmed).toEqual(['word0', 'word1', 'word2'])
  const tints = await playground.text.tints()
  expect([tints['heat-2'], tints['heat-3']]).toEqual([undefined, ['word3']])
  await stepOf(page, 5).click()
  await expect.poll(dimmed).toEqual(['word0', 'word1', 'word2', 'word3', 'word4'])
  await stepOf(page, 5).click()
  await expect.poll(dimmed).toEqual([])
  await expect(stepOf(page, 5)).toHaveAttribute('aria-pressed', 'false')
})

test('sentences, lines and paragraphs share the step of their mean', async ({
  page,
  playground,
  upstream,
}) => {
  // Bits: .07 .15 .07, then 9.97 .15 .07, on the next line .07 .07.
  const shares = [0.95, 0.9, 0.95, 0.001, 0.9, 0.95, 0.95, 0.95]
  const texts = ['Rain', ' fell', '.', ' Go', ' far', '.\n', 'Stay', '.']
  const tokens = texts.map((text, at) => ({ text, logprob: Math.log(shares[at] ?? 1) }))
  await show(playground, upstream, tokens)
  await hasCounts(page, { 0: 7, 6: 1 })
  for (const [level, counts] of [
    ['sentence', { 0: 5, 5: 3 }],
    // (.3 + 10.2) / 6 = 1.75
    ['line', { 0: 2, 3: 6 }],
    // (.3 + 10.2 + .15) / 8 = 1.33
    ['paragraph', { 3: 8 }],
    ['token', { 0: 7, 6: 1 }],
  ] as const) {
    await page.getByLabel('Tint per').selectOption(level)
    await hasCounts(page, counts)
    if (level !== 'sentence') continue
    const text = async () => (await playground.text.tints())['heat-5']?.join('')
    await expect.poll(text).toMatch(/^\s?Go\s?far\.\s?$/)
  }
})

test('M goes through the metrics, but not while one types', async ({
  page,
  playground,
  upstream,
}) => {
  await show(playground, upstream, oneOfEach)
  for (const metric of ['Surprisal', 'Entropy', 'Rank', 'Probability', 'Surprisal']) {
    await page.keyboard.press('m')
    await expect(metricOf(page)).toHaveText(metric)
  }
  const message = playground.field('messages').getByRole('textbox').first()
  await message.fill('Rho')
  await message.press('End')
  await page.keyboard.press('m')
  await expect(message).toHaveValue('Rhom')
  await expect(metricOf(page)).toHaveText('Surprisal')
})

test('the keyboard alone works the legend', async ({ page, playground, upstream }) => {
  await show(playground, upstream, oneOfEach)
  const tabTo = async (control: Locator) => {
    await page.keyboard.press('Tab')
    await expect(control).toBeFocused()
  }
  await metricOf(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect(metricOf(page)).toHaveText('Surprisal')
  await expect(metricOf(page)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(metricOf(page)).toHaveText('Rank')
  await page.keyboard.press('ArrowRight')
  await expect(metricOf(page)).toHaveText('Probability')
  await tabTo(page.getByLabel('Tint per'))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Tint per')).toHaveValue('sentence')
  await page.keyboard.press('Home')
  await expect(page.getByLabel('Tint per')).toHaveValue('token')
  for (const name of ['Signs for blanks and unseen characters', 'Edges of tokens']) {
    const toggle = page.getByRole('button', { name })
    await tabTo(toggle)
    await page.keyboard.press('Space')
    await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  }
  await tabTo(stepOf(page, 1))
  await tabTo(stepOf(page, 2))
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await playground.text.tints()).dimmed).toEqual(['word0', 'word1'])
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the legend of any metric', async ({
      page,
      playground,
      upstream,
    }) => {
      test.slow()
      await show(playground, upstream, oneOfEach, withLists)
      await stepOf(page, 3).click()
      for (const metric of ['Probability', 'Rank', 'Difference']) {
        await switchOf(page).getByRole('radio', { name: metric }).click()
        await expect(legendOf(page)).toHaveAttribute('aria-busy', 'false')
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual(
          [],
        )
      }
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the legend fits the page, by every metric', async ({ page, playground }) => {
    await page.getByRole('button', { name: 'Parameters' }).click()
    await (await playground.set('n')).getByRole('textbox').fill('2')
    await page.getByRole('button', { name: 'Chat' }).click()
    await playground.run()
    await playground.replied()
    for (const metric of ['Probability', 'Surprisal', 'Entropy', 'Rank', 'Difference']) {
      await switchOf(page).getByRole('radio', { name: metric }).click()
      await expect(metricOf(page)).toHaveText(metric)
      // The switch may scroll within itself, but nothing around the legend may.
      const tooWide = await legendOf(page).evaluate((legend) => {
        const wide: string[] = []
        for (let box: Element | null = legend; box; box = box.parentElement)
          if (box.scrollWidth > box.clientWidth) wide.push(box.className || box.tagName)
        return wide
      })
      expect(tooWide).toEqual([])
    }
  })
})
