import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import {
  beginSse,
  finishChunk,
  sendChunk,
  tokenChunk,
  type Answer,
} from '#e2e/fixtures/upstream.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search in this text' })
const matches = (page: Page) => page.locator('[data-matches]')
const received = (page: Page) => page.locator('[data-received]')
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** A stream of so many chunks of some 400 characters; what was sent is collected in `sent`. */
function chunks(count: number, sent: string[]): Answer {
  return (response) => {
    beginSse(response)
    for (let at = 0; at < count; at += 1) {
      const note = at % 1000 === 700 ? 'Needle needle' : 'hay'
      const chunk = {
        ...tokenChunk(at % 50 === 0 ? ` w${at}` : ''),
        at,
        note,
        pad: '–é'.repeat(60),
      }
      sent.push(JSON.stringify(chunk))
      sendChunk(response, chunk)
    }
    sent.push(JSON.stringify(finishChunk()))
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  }
}

async function runWith(playground: Playground, base: string): Promise<void> {
  await playground.useServer(base)
  await playground.run()
  await playground.replied()
}

test('a long response is searched by keyboard, from the panel and back', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(chunks(3000, []))
  await runWith(playground, upstream.base)
  await openTab(page, 'Response')
  await received(page).focus()
  await page.keyboard.press('ControlOrMeta+f')
  await expect(searchBox(page)).toBeFocused()
  await searchBox(page).fill('needle')
  await expect(matches(page)).toHaveText('1 of 6')
  const current = received(page).locator('mark[data-current]')
  await expect(current).toHaveText('Needle')
  await expect(current).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(matches(page)).toHaveText('3 of 6')
  await expect(current).toBeInViewport()
  await expect(received(page)).toContainText('"at":1700,')
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+Enter')
  await expect(matches(page)).toHaveText('6 of 6')
  await expect(received(page)).toContainText('"at":2700,')
  await page.getByRole('button', { name: 'Match case' }).click()
  await expect(matches(page)).toHaveText(/^\d of 3$/)
  await searchBox(page).fill('.*')
  await expect(matches(page)).toHaveText('No match')
  await expect(page.getByRole('button', { name: 'Next match' })).toBeDisabled()
  await searchBox(page).press('Escape')
  await expect(received(page)).toBeFocused()
})

test('only a window of a long response is in the page, and every end is in reach', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(chunks(3000, []))
  await runWith(playground, upstream.base)
  await openTab(page, 'Response')
  await expect(received(page)).toContainText('"at":0,')
  const drawn = async () => ((await received(page).textContent()) ?? '').length
  expect(await drawn()).toBeLessThan(60_000)
  await received(page).press('End')
  await expect(received(page)).toContainText('"finish_reason":"stop"')
  await expect(page.getByRole('slider', { name: 'Place in the text' })).toHaveAttribute(
    'aria-valuetext',
    /^Character [\d,]+ of [\d,]+$/,
  )
  await received(page).press('Home')
  await expect(received(page).locator('[data-block="0"]')).toBeInViewport()
  // On by the wheel until the first block has been let go of; the text goes on where it was.
  await received(page).hover()
  await expect(async () => {
    await page.mouse.wheel(0, 2000)
    await expect(received(page).locator('[data-block="0"]')).toHaveCount(0, { timeout: 100 })
  }).toPass()
  expect(await drawn()).toBeLessThan(60_000)
  const blocks = await received(page)
    .locator('[data-block]')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-block'))))
  expect(blocks).toEqual(blocks.map((_, at) => (blocks[0] ?? 0) + at))
})

test('what is selected is copied exactly, and all of it on request', async ({
  page,
  playground,
  upstream,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const sent: string[] = []
  upstream.answerNext(chunks(1500, sent))
  await runWith(playground, upstream.base)
  await openTab(page, 'Response')
  await expect(received(page)).toContainText('"at":0,')
  const whole = sent.join('\n')
  // From within the first block to within the third.
  const [from, to] = await received(page).evaluate((box) => {
    const blocks = [...box.querySelectorAll<HTMLElement>('[data-from]')]
    const [first, third] = [blocks[0]?.firstChild, blocks[2]?.firstChild]
    if (!first || !third) throw new Error('There are too few blocks.')
    getSelection()?.setBaseAndExtent(first, 100, third, 50)
    return [100, Number(blocks[2]?.dataset.from) + 50]
  })
  await received(page).press('ControlOrMeta+c')
  await expect.poll(() => clipboard(page)).toBe(whole.slice(from, to))
  await received(page).press('ControlOrMeta+a')
  await expect(
    page.getByText(`All ${whole.length.toLocaleString('en')} characters are selected.`),
  ).toBeVisible()
  await received(page).press('ControlOrMeta+c')
  await expect.poll(() => clipboard(page)).toBe(whole)
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.getByRole('button', { name: 'Copy response' }).click()
  await expect(
    page.getByRole('button', { name: `Copied ${whole.length.toLocaleString('en')} characters` }),
  ).toBeVisible()
  expect(await clipboard(page)).toBe(whole)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const file = await saving
  expect(file.suggestedFilename()).toBe('response.jsonl')
  expect(readFileSync(await file.path(), 'utf8')).toBe(whole)
})

test('the Run tab tells the gaps of each choice, and where the longest was', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(async (response) => {
    beginSse(response)
    for (const [at, word] of ['Rain', ' fell', ' on', ' the', ' café'].entries()) {
      if (at === 3) await pause(400)
      for (const index of [0, 1]) sendChunk(response, tokenChunk(word, { index }))
      await pause(5)
    }
    for (const index of [0, 1]) sendChunk(response, finishChunk(index))
    response.end('data: [DONE]\n\n')
  })
  await (await playground.set('n')).getByRole('textbox').fill('2')
  await runWith(playground, upstream.base)
  await openTab(page, 'Run')
  for (const [place, name] of ['A', 'B'].entries()) {
    const gaps = page.locator(`[data-gaps="${place}"]`)
    await expect(gaps).toContainText(`Gaps between chunks, choice ${name}`)
    await expect(gaps).toContainText(/longest\s*[\d,]{3,} ms before token 4 ·the/)
    await expect(gaps).toContainText(/median\s*[\d.]+ ms/)
    await expect(gaps).toContainText(/chunks with text\s*5/)
    await expect(gaps.locator('rect')).toHaveCount(4)
  }
})

test('nothing is said of the gaps in what came in one piece', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.reset('stream')
  await playground.run()
  await playground.replied()
  await openTab(page, 'Run')
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('The reply came in one piece')
  await expect(panel).not.toContainText('median')
  await expect(panel).not.toContainText('tokens/s')
})

test('request and response are shown raw or indented, and the same when copied', async ({
  page,
  playground,
  upstream,
}) => {
  await runWith(playground, upstream.base)
  await openTab(page, 'Request')
  const sent = upstream.completions()[0]
  const body = page.locator('[data-sent-body]')
  await expect(body).toHaveText(JSON.stringify(sent?.body, null, 2), { useInnerText: true })
  await page.getByRole('radio', { name: 'Raw' }).click()
  expect(await body.textContent()).toBe(sent?.text)
  await openTab(page, 'Response')
  await expect(received(page)).toContainText('"chatcmpl-test","object"')
  await page.getByRole('radio', { name: 'Pretty' }).click()
  await expect(received(page)).toContainText('"object": "chat.completion.chunk"')
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the tabs of a long stream', async ({
      page,
      playground,
      upstream,
    }) => {
      test.slow()
      upstream.answerNext(chunks(1500, []))
      await runWith(playground, upstream.base)
      for (const tab of ['Run', 'Request', 'Response']) {
        await openTab(page, tab)
        await expect(page.getByRole('tabpanel', { name: tab }).locator('dl').first()).toBeVisible()
        if (tab === 'Response') {
          await searchBox(page).fill('needle')
          await expect(matches(page)).toHaveText(/^\d of/)
        }
        const { violations } = await new AxeBuilder({ page }).include('aside').analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      }
    })
  })
}
