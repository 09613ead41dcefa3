import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright/test'
import { beginSse, finishChunk, sendChunk, type Answer } from '#e2e/fixtures/upstream.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

type Shares = Record<string, number>

interface Known {
  token: string
  share: number
  listed: Shares
}

/** Three tokens with known probabilities; the third is not among its alternatives. */
const positions: Known[] = [
  { token: 'If', share: 0.9, listed: { If: 0.9, In: 0.05, At: 0.02 } },
  { token: ' you', share: 0.5, listed: { ' you': 0.5, ' we': 0.2, ' it': 0.1 } },
  { token: ' spend', share: 0.01, listed: { ' go': 0.4, ' walk': 0.3 } },
]

const answerOf =
  (known: readonly Known[]): Answer =>
  (response) => {
    beginSse(response)
    for (const { token, share, listed } of known) {
      const entry = {
        ...entryOf(token, share),
        top_logprobs: Object.entries(listed).map(([text, p]) => entryOf(text, p)),
      }
      const choice = { index: 0, delta: { content: token }, logprobs: { content: [entry] } }
      sendChunk(response, { choices: [choice] })
    }
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  }
const knownNumbers = answerOf(positions)

const entryOf = (token: string, share: number) => ({
  token,
  logprob: Math.log(share),
  bytes: [...Buffer.from(token)],
})

const panelOf = (page: Page) => page.getByRole('region', { name: 'What if' })
const boxOf = (page: Page, title: string) =>
  panelOf(page).getByRole('textbox', { name: title, exact: true })
const rowOf = (page: Page, token: string) => page.locator(`[data-alternative="${token}"]`)
const figureOf = (row: Locator, name: 'recorded' | 'what-if') =>
  row.locator(`[data-figure=${name}]`)

/** The figures of a column from top to bottom, the unseen rest last. */
const column = async (page: Page, name: 'recorded' | 'what-if') => {
  const cells = await page.locator(`[data-figure=${name}]`).allTextContents()
  return cells.map((cell) => cell.replace(name, '').trim())
}

/** Runs against the known numbers and selects a 0-based token. */
async function runKnown(playground: Playground, base: string, token: number): Promise<void> {
  const { page } = playground
  await playground.useServer(base)
  await playground.run()
  await playground.replied()
  await playground.text.walkTo(token)
  await expect(panelOf(page)).toBeVisible()
}

test('sliders change the figures of the teaching model’s reply, and nothing is requested', async ({
  page,
  playground,
}) => {
  await playground.run()
  await playground.replied()
  await playground.text.walkTo(1)
  await expect(page.getByText('raw log-probabilities')).toBeVisible()
  await expect(panelOf(page)).toContainText('no request is made')
  await expect(panelOf(page).locator('[data-fork=ready]')).toBeVisible()
  await expect(page.locator('[data-figure=what-if]')).toHaveCount(0)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await boxOf(page, 'Temperature').fill('0')
  await expect(page.locator('[data-figure=what-if]').first()).toBeVisible()
  const greedy = await column(page, 'what-if')
  expect(greedy.filter((figure) => figure === '100.0')).toHaveLength(1)
  expect(greedy.filter((figure) => figure !== '100.0').every((figure) => figure === '0.0')).toBe(
    true,
  )
  await panelOf(page).getByRole('slider', { name: 'Temperature slider' }).fill('2')
  await expect.poll(() => column(page, 'what-if')).not.toEqual(greedy)
  await panelOf(page).getByRole('button', { name: 'Reset all' }).click()
  await expect(page.locator('[data-figure=what-if]')).toHaveCount(0)
  expect(requests).toEqual([])
})

test('the figures are those of the formulas', async ({ page, playground, upstream }) => {
  upstream.answerNext(knownNumbers)
  await runKnown(playground, upstream.base, 1)
  await expect(page.getByText('assumed to be before temperature')).toBeVisible()
  expect(await column(page, 'recorded')).toEqual(['50.0', '20.0', '10.0', '20.0'])
  await boxOf(page, 'Top K').fill('2')
  await expect.poll(() => column(page, 'what-if')).toEqual(['71.4', '28.6', '0.0', '0.0'])
  await boxOf(page, 'Temperature').fill('0.5')
  await expect.poll(() => column(page, 'what-if')).toEqual(['86.2', '13.8', '0.0', '0.0'])
  await page.keyboard.press('Tab')
  await panelOf(page).getByRole('button', { name: 'Reset all' }).click()
  await rowOf(page, ' we').getByRole('button').click()
  await boxOf(page, 'Token bias').fill('1')
  await expect.poll(() => column(page, 'what-if')).toEqual(['37.2', '40.5', '7.4', '14.9'])
  await page.getByRole('radio', { name: 'Surprisal' }).click()
  await expect(figureOf(rowOf(page, ' you'), 'what-if')).toContainText('1.43')
  expect(upstream.completions()).toHaveLength(1)
})

test('heating gives intervals, and a penalty counts what came before', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(knownNumbers)
  await runKnown(playground, upstream.base, 1)
  await boxOf(page, 'Temperature').fill('2')
  await expect(figureOf(rowOf(page, ' you'), 'what-if')).toContainText(/^what-if \d+\.\d–\d+\.\d$/)
  await boxOf(page, 'Temperature').fill('1')
  await boxOf(page, 'Presence penalty').fill('2')
  // "If" came before and lies in the unseen rest, which may shrink.
  await expect(figureOf(rowOf(page, ' you'), 'what-if')).toContainText(/^what-if 50\.0–\d+\.\d$/)
  await playground.text.walkTo(0)
  await expect(figureOf(rowOf(page, 'If'), 'what-if')).toHaveText('what-if 90.0')
})

test('what the list is too short for is said in words', async ({ page, playground, upstream }) => {
  upstream.answerNext(knownNumbers)
  await runKnown(playground, upstream.base, 2)
  await boxOf(page, 'Top K').fill('4')
  const row = rowOf(page, ' spend')
  await expect(row).toContainText('cannot be known from the top k')
  await expect(figureOf(row, 'what-if')).toHaveText('what-if –')
  await expect(figureOf(row, 'recorded')).toHaveText('recorded 1.0')
  await expect(page.locator('[data-token-panel]')).toContainText('3–32')
})

test('a list that covers next to nothing says so', async ({ page, playground, upstream }) => {
  upstream.answerNext(answerOf([{ token: '{', share: 1e-11, listed: { a: 1.5e-8, b: 1e-8 } }]))
  await runKnown(playground, upstream.base, 0)
  const panel = page.locator('[data-token-panel]')
  await expect(panel).toContainText('The listed alternatives cover 0.0000 %.')
  await expect(panel).toContainText('unseen rest >99.9 %')
  await boxOf(page, 'Temperature').fill('0')
  await expect(rowOf(page, 'a')).toContainText('cannot be known from the top k')
})

test('the sentence says where a re-run leaves the reply, and leads there', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(knownNumbers)
  await runKnown(playground, upstream.base, 0)
  const sentence = panelOf(page).locator('[data-fork=ready]')
  await expect(sentence).toHaveText(
    'With these sliders a re-run most likely leaves this reply at 2 ·you, with probability 45 %.',
  )
  await sentence.getByRole('button').click()
  await expect(page.locator('[data-token-panel]')).toContainText('position 2 of 3')
  await boxOf(page, 'Top K').fill('1')
  await expect(sentence).toHaveText(
    'With these sliders a re-run most likely leaves this reply at 3 ·spend, with probability 100 %.',
  )
})

test('a bias belongs to its token and stays with it', async ({ page, playground, upstream }) => {
  upstream.answerNext(knownNumbers)
  await runKnown(playground, upstream.base, 1)
  await rowOf(page, ' we').getByRole('button').click()
  await expect(rowOf(page, ' we').getByRole('button')).toHaveAttribute('aria-pressed', 'true')
  await boxOf(page, 'Token bias').fill('−100')
  await expect(figureOf(rowOf(page, ' we'), 'what-if')).toHaveText('what-if <0.1')
  await expect(figureOf(rowOf(page, ' you'), 'what-if')).toHaveText('what-if 62.5')
  await playground.text.walkTo(0)
  await expect(boxOf(page, 'Token bias')).toHaveValue('0')
  await panelOf(page).getByRole('button', { name: 'Remove the bias of ·we' }).click()
  await expect(page.locator('[data-figure=what-if]')).toHaveCount(0)
})

test('what is typed stays, with its problem beside it', async ({ page, playground, upstream }) => {
  upstream.answerNext(knownNumbers)
  await runKnown(playground, upstream.base, 1)
  await boxOf(page, 'Temperature').fill('3x')
  await expect(boxOf(page, 'Temperature')).toHaveValue('3x')
  await expect(panelOf(page)).toContainText('Temperature is a number from 0 to 2.')
  await expect(page.locator('[data-figure=what-if]')).toHaveCount(0)
  await panelOf(page).getByRole('button', { name: 'Reset Temperature' }).click()
  await expect(boxOf(page, 'Temperature')).toHaveValue('1')
})

test('the keyboard alone moves sliders, picks tokens and resets', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(knownNumbers)
  await runKnown(playground, upstream.base, 1)
  const focused = async (control: Locator) => {
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(control).toBeFocused({ timeout: 50 })
    }).toPass()
  }
  await rowOf(page, ' you').getByRole('button').focus()
  await focused(rowOf(page, ' we').getByRole('button'))
  await page.keyboard.press('Enter')
  await expect(panelOf(page)).toContainText('for ·we')
  await focused(panelOf(page).getByRole('slider', { name: 'Temperature slider' }))
  await page.keyboard.press('Home')
  await expect.poll(() => column(page, 'what-if')).toEqual(['100.0', '0.0', '0.0', '0.0'])
  await focused(boxOf(page, 'Temperature'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('0.5')
  await expect(boxOf(page, 'Temperature')).toHaveValue('0.5')
  await expect(page.locator('[data-figure=what-if]').first()).toBeVisible()
  await focused(panelOf(page).getByRole('slider', { name: 'Top P slider' }))
  await page.keyboard.press('0')
  await expect(page.locator('[data-figure=what-if]')).toHaveCount(0)
  await expect(boxOf(page, 'Temperature')).toHaveValue('1')
  await expect(page.getByRole('status')).toContainText('The what-if is reset.')
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing with a what-if in view', async ({ page, playground, upstream }) => {
      test.slow()
      upstream.answerNext(knownNumbers)
      await runKnown(playground, upstream.base, 2)
      await boxOf(page, 'Top K').fill('4')
      await boxOf(page, 'Temperature').fill('1.2')
      await boxOf(page, 'Min P').fill('nothing')
      await panelOf(page).getByRole('switch', { name: 'Tint the whole reply' }).click()
      await expect(panelOf(page).locator('[data-fork=ready]')).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
    })
  })
}
