import { AxeBuilder } from '@axe-core/playwright'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import type { Locator, Page } from 'playwright/test'
import { writeText } from '#e2e/fixtures/values.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { beginSse, finishChunk, sendChunk, tokenChunk } from '#e2e/fixtures/upstream.ts'
import { pick, picked, pickWord } from '#e2e/fixtures/picking.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const panelOf = (page: Page) => page.locator('[data-bias-panel]')
/** The ids of a word's spellings that are one token. */
function singleIds(word: string): number[] {
  const forms = [word, word.toLowerCase(), word.toUpperCase()]
  forms.push(word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
  const all = forms.flatMap((form) => [encode(` ${form}`), encode(form)])
  return [...new Set(all.flatMap((ids) => (ids.length === 1 ? ids : [])))]
}

async function sentBias(page: Page): Promise<Record<string, number>> {
  await page.getByRole('tab', { name: 'Request', exact: true }).click()
  const body = JSON.parse(await page.locator('[data-sent-body]').innerText()) as {
    logit_bias: Record<string, number>
  }
  await page.getByRole('tab', { name: 'Token', exact: true }).click()
  return body.logit_bias
}

async function runAgain(page: Page, playground: Playground): Promise<void> {
  await playground.runByKeyboard()
  await playground.replied()
}

const write = (panel: Locator) => panel.getByRole('button', { name: 'Write to logit_bias' })

test('a banned word never comes again, and exactly its ids are sent', async ({
  page,
  playground,
}) => {
  await playground.set('seed')
  await playground.run()
  await playground.replied()
  expect(page.workers(), 'no tokenizer before it is asked for').toHaveLength(0)
  const word = await pickWord(page)
  await expect(page.locator('[data-token-id]')).toHaveText(
    `id ${encode(` ${word}`)[0]} (o200k_base)`,
  )
  await page.getByRole('button', { name: /^Ban/ }).click()
  const panel = panelOf(page)
  await write(panel).click()
  await expect(page.getByRole('status')).toContainText('written to logit_bias with −100')
  expect(page.workers()).toHaveLength(1)
  await expect(playground.reply).toContainText(new RegExp(`\\b${word}\\b`, 'i'))
  await runAgain(page, playground)
  await expect(playground.reply).not.toContainText(new RegExp(`\\b${word}\\b`, 'i'))
  const wanted = Object.fromEntries(singleIds(word).map((id) => [id, -100]))
  expect(await sentBias(page)).toEqual(wanted)
})

test('a boosted token takes the reply, other spellings unticked', async ({ page, playground }) => {
  await (await playground.set('max_tokens')).locator('input').fill('6')
  await playground.run()
  await playground.replied()
  await pick(page, 1)
  const id = encode((await picked(page).innerText()).replaceAll('·', ' '))[0] ?? Number.NaN
  await page.keyboard.press('+')
  const panel = panelOf(page)
  await expect(panel.getByRole('textbox', { name: 'Bias' })).toHaveValue('5')
  const boxes = panel.getByRole('checkbox')
  await expect(boxes.first()).toBeChecked()
  for (const box of (await boxes.all()).slice(1)) await box.uncheck()
  await panel.getByRole('textbox', { name: 'Bias' }).fill('100')
  await expect(panel.locator('[data-bias-preview]')).toHaveText(`"${id}": 100`)
  await write(panel).click()
  await runAgain(page, playground)
  expect(await sentBias(page)).toEqual({ [id]: 100 })
  await pick(page, 0)
  const first = await picked(page).innerText()
  for (const place of [1, 2]) {
    await pick(page, place)
    await expect(picked(page)).toHaveText(first)
  }
})

test('a word of several tokens is explained and off, and what stands in the field stays', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base, 'gpt-4o-mini')
  await playground.writeJson('logit_bias', '{\n  // keep\n  "7": 1\n}')
  await playground.run()
  await playground.replied()
  await pick(page, 4)
  await page.keyboard.press('x')
  const panel = panelOf(page)
  const capitals = panel.locator('[data-bias-variant=" CAFÉ"]')
  expect(encode(' CAFÉ').length).toBeGreaterThan(1)
  await expect(capitals).toContainText(`is ${encode(' CAFÉ').length} tokens`)
  await expect(capitals).toContainText('every word that begins with it')
  await expect(capitals.getByRole('checkbox')).not.toBeChecked()
  const singles = singleIds('café')
  await write(panel).click()
  await expect(playground.field('logit_bias')).toContainText('// keep')
  await runAgain(page, playground)
  const body = upstream.completions().at(-1)?.body
  expect(body?.logit_bias).toEqual({ 7: 1, ...Object.fromEntries(singles.map((id) => [id, -100])) })
  await pick(page, 4)
  await capitals.getByRole('checkbox').check()
  await write(panel).click()
  await runAgain(page, playground)
  expect(upstream.completions().at(-1)?.body.logit_bias).toHaveProperty(
    String(encode(' CAFÉ')[0]),
    -100,
  )
})

test('an unknown tokenizer is said, with what to do', async ({ page, playground, upstream }) => {
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await pick(page, 1)
  await expect(page.locator('[data-token-id]')).toHaveCount(0)
  await page.keyboard.press('x')
  const panel = panelOf(page)
  await expect(panel).toContainText('Which tokenizer “test-a” uses is not known')
  await expect(panel).toContainText('/tokenize')
  await expect(panel.getByRole('checkbox')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Go to Logit bias' }).click()
  await expect(page.getByRole('button', { name: 'Set Logit bias' })).toBeFocused()
})

test('an id that the reply tells is used, but not for another model', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerWith((response) => {
    beginSse(response)
    const chunk = tokenChunk(' Porto')
    const entry = chunk.choices[0]?.logprobs?.content[0]
    if (entry) Object.assign(entry, { id: 31_415 })
    sendChunk(response, chunk)
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await expect(page.locator('[data-token-id]')).toHaveText('id 31415')
  await page.keyboard.press('x')
  const panel = panelOf(page)
  await expect(panel.locator('[data-bias-preview]')).toHaveText('"31415": -100')
  await expect(panel).toContainText('Ids of other spellings are not known')
  await playground.choose('openai_compatible', 'test-b')
  await expect(panel).toContainText('of another model')
  await playground.choose('openai', 'gpt-4o')
  await expect(panel.locator('[data-bias-variant=" Porto"]')).toContainText('43909')
  await playground.choose('xai', 'grok-4')
  await expect(panel).toContainText('xAI does not take logit_bias')
})

test('a field with a problem is not overwritten, and bad amounts are told', async ({
  page,
  playground,
}) => {
  await playground.run()
  await playground.replied()
  await pick(page, 1)
  await page.keyboard.press('x')
  const panel = panelOf(page)
  await panel.getByRole('textbox', { name: 'Bias' }).fill('101')
  await expect(panel).toContainText('A bias must be between −100 and 100.')
  await panel.getByRole('textbox', { name: 'Bias' }).fill('much')
  await expect(panel).toContainText('Type a whole number')
  await panel.getByRole('textbox', { name: 'Bias' }).fill('-50')
  await writeText(await playground.set('logit_bias'), '{"2683": ')
  await expect(panel.getByRole('alert')).toContainText('is not overwritten')
  await panel.getByRole('button', { name: 'Go to logit_bias' }).click()
  await expect(playground.field('logit_bias').locator('.cm-content')).toBeFocused()
  await expect(playground.field('logit_bias').locator('.cm-content')).toHaveText('{"2683": ')
})

test('keys alone ban, undo and close, and type where they are typed', async ({
  page,
  playground,
}) => {
  await playground.run()
  await playground.replied()
  const message = playground.field('messages').getByRole('textbox').first()
  await message.press('End')
  await message.pressSequentially(' x+x')
  await expect(message).toHaveValue(/ x\+x$/)
  await expect(panelOf(page)).toHaveCount(0)
  await pick(page, 1)
  await page.keyboard.press('x')
  const panel = panelOf(page)
  await expect(panel).toBeFocused()
  await expect(write(panel)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'Close Ban' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(panel.getByRole('checkbox').first()).not.toBeChecked()
  await page.keyboard.press('Space')
  while (!(await write(panel).evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(playground.field('logit_bias')).toHaveAttribute('data-state', 'set')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(playground.field('logit_bias')).toHaveAttribute('data-state', 'unset')
  await expect(write(panel)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Ban/ })).toBeFocused()
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the panel', async ({ page, playground }) => {
      await playground.run()
      await playground.replied()
      await pickWord(page)
      await page.keyboard.press('x')
      await write(panelOf(page)).click()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a token is banned in its pane, and the form leads to the field', async ({
    page,
    playground,
  }) => {
    await playground.run()
    await playground.replied()
    await page.getByRole('button', { name: 'Inspect', exact: true }).first().click()
    await page.getByRole('button', { name: /^Ban/ }).click()
    const panel = panelOf(page)
    await write(panel).scrollIntoViewIfNeeded()
    await write(panel).click()
    await page.getByRole('button', { name: 'Show in the form' }).click()
    await expect(playground.field('logit_bias')).toBeVisible()
    await expect(playground.field('logit_bias')).toContainText('-100')
  })
})
