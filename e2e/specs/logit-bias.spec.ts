import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import type { Locator, Page } from 'playwright/test'
import { addWord, biasList, editorIn, hintsIn, wordBox } from '#e2e/fixtures/biasing.ts'
import { faults } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** The ids of “the” with and without the space, as typed, capitalised and in capitals. */
const theIds = ['the', 'The', 'THE'].flatMap((form) => [encode(` ${form}`), encode(form)]).flat()

/** Presses Tab, or Shift and Tab, until the focus is there. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

test('a word is banned by keyboard alone, and is gone from the reply', async ({
  page,
  playground,
}) => {
  expect(new Set(theIds).size).toBe(6)
  await (await playground.set('seed')).getByRole('textbox').fill('7')
  await playground.run()
  await playground.replied()
  await expect(playground.reply).toContainText(/\bthe\b/)
  expect(page.workers(), 'no tokenizer before it is asked for').toHaveLength(0)

  const field = playground.field('logit_bias')
  await page.getByLabel('Filter parameters').focus()
  await page.keyboard.type('logit_bias')
  await tabTo(page, field.getByRole('button', { name: 'Set Logit bias' }))
  await page.keyboard.press('Enter')
  await expect(wordBox(field)).toBeVisible()
  await tabTo(page, wordBox(field), 'Shift+Tab')
  await page.keyboard.type('the')
  const boxes = field.getByRole('checkbox')
  await expect(boxes).toHaveCount(10)
  await expect(boxes.first()).toHaveAccessibleName(`·the ${theIds[0]}`)
  for (const box of (await boxes.all()).slice(0, 6)) await expect(box).toBeChecked()
  await expect(field.getByRole('checkbox', { name: /^·thes / })).not.toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(boxes.first()).not.toBeChecked()
  await page.keyboard.press('Space')
  await tabTo(page, field.getByRole('button', { name: 'Add', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').last()).toContainText(
    '6 ids of “the” written to logit_bias with −100',
  )
  await expect(wordBox(field)).toBeFocused()
  await expect(biasList(field).getByRole('listitem')).toHaveCount(6)
  await expect(biasList(field).getByRole('listitem').first()).toHaveText('“·the”−100 ban')

  await playground.runByKeyboard()
  await playground.replied()
  await expect(playground.reply).not.toContainText(/\bthe\b/i)
})

test('exactly the ids that were ticked are sent, beside what stood there', async ({
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base, 'gpt-4o-mini')
  await playground.writeJson('logit_bias', '{\n  // keep\n  "7": 1\n}')
  const field = playground.field('logit_bias')
  await wordBox(field).fill('cat')
  const plural = field.getByRole('checkbox', { name: /^·cats / })
  await expect(plural).not.toBeChecked()
  await plural.check()
  await field.getByRole('checkbox', { name: /^CAT / }).uncheck()
  await field.getByRole('combobox', { name: 'What the bias does' }).selectOption('Encourage')
  await field.getByRole('textbox', { name: 'Bias', exact: true }).fill('7')
  await field.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(field).toContainText('// keep')
  await expect.poll(() => hintsIn(field)).toContain('·cats')
  await playground.run()
  await playground.replied()
  const words = [' cat', 'cat', ' Cat', 'Cat', ' CAT', ' cats']
  const single = words.map((word) => encode(word)).filter(({ length }) => length === 1)
  expect(upstream.completions()[0]?.body.logit_bias).toEqual({
    7: 1,
    ...Object.fromEntries(single.map(([id]) => [id, 7])),
  })
  expect(upstream.completions()[0]?.body).not.toHaveProperty('logit_bias_labels')
})

test('each id has its text at the end of its line, which is no part of the JSON', async ({
  page,
  playground,
}) => {
  const field = await addWord(playground, 'Porto')
  await expect
    .poll(() => hintsIn(field))
    .toEqual(
      ['·Porto', 'Porto', '·porto', 'porto'].filter(
        (hint) => encode(hint.replace('·', ' ')).length === 1,
      ),
    )
  await field.locator('textarea, .cm-content').first().click()
  const editor = field.locator('.cm-content')
  await expect.poll(() => hintsIn(field)).toContain('·Porto')
  await expect(editor).not.toContainText('·Porto')
  await editor.press('ControlOrMeta+a')
  await page.keyboard.type('{\n"290": -100}')
  await expect.poll(() => hintsIn(field)).toEqual(['·the'])
  await expect(biasList(field).getByRole('listitem')).toHaveText('“·the”−100 ban')
  await page.keyboard.press('Backspace')
  await expect(field).toContainText('Words can be added once it is mended')
  await expect(editor).toContainText('"290": -100')
})

test('one step of undo takes back ids and words, and removing leads on', async ({
  page,
  playground,
}) => {
  const field = await addWord(playground, 'rain')
  const items = biasList(field).getByRole('listitem')
  const count = await items.count()
  expect(count).toBeGreaterThan(2)
  await field
    .getByRole('button', { name: 'Remove the bias of “·rain”', exact: true })
    .press('Enter')
  await expect(items).toHaveCount(count - 1)
  await expect(items.first().getByRole('button')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(items).toHaveCount(count)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(items).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(field).toHaveAttribute('data-state', 'unset')
})

test('a word of several tokens is explained and off', async ({ playground }) => {
  await playground.set('logit_bias')
  const field = playground.field('logit_bias')
  const word = 'antidisestablishmentarianism'
  const ids = encode(` ${word}`)
  expect(ids.length).toBeGreaterThan(2)
  await wordBox(field).fill(word)
  await expect(field).toContainText(
    `“·${word}” is ${ids.length} tokens, and a bias works on single`,
  )
  const first = field.getByRole('checkbox').first()
  await expect(first).toHaveAccessibleName(`·${word} ${ids.join(' ')}`)
  for (const box of await field.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await first.check()
  await wordBox(field).press('Enter')
  await expect(biasList(field).getByRole('listitem')).toHaveCount(1)
  await expect(editorIn(field)).toHaveText(`{  "${ids[0]}": -100}`)
})

test('a special token is typed as text, and its id is offered apart', async ({ playground }) => {
  await playground.set('logit_bias')
  const field = playground.field('logit_bias')
  await wordBox(field).fill('<|endoftext|>')
  const special = field.getByRole('checkbox', { name: 'special token <|endoftext|> 199999' })
  await expect(special).not.toBeChecked()
  await special.check()
  await wordBox(field).press('Enter')
  await expect(editorIn(field)).toHaveText('{  "199999": -100}')
  await wordBox(field).fill('<|im_start|>')
  await expect(field.getByRole('checkbox').first()).toBeVisible()
  await expect(field.getByRole('checkbox', { name: /special/ })).toHaveCount(0)
})

test('an unknown tokenizer is said, and ids are taken with words of one’s own', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.set('logit_bias')
  const field = playground.field('logit_bias')
  await expect(field).toContainText('Which tokenizer “test-a” uses is not known')
  await expect(field).toContainText('POST /tokenize')
  await field.getByRole('textbox', { name: 'Token id' }).fill('the')
  await field.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(field).toContainText('A token id is a whole number')
  await field.getByRole('textbox', { name: 'Token id' }).fill('31415')
  await field.getByRole('textbox', { name: 'What the id stands for' }).fill('Porto')
  await field.getByRole('textbox', { name: 'What the id stands for' }).press('Enter')
  await expect(biasList(field).getByRole('listitem')).toHaveText('“Porto”−100 ban')
  await expect.poll(() => hintsIn(field)).toEqual(['Porto'])
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.logit_bias).toEqual({ 31415: -100 })
  expect(page.workers(), 'no tokenizer for an unknown encoding').toHaveLength(0)
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the field', async ({ page, playground }) => {
      const field = await addWord(playground, 'the')
      await wordBox(field).fill('Porto')
      await expect(field.getByRole('checkbox').first()).toBeVisible()
      await playground.choose('openai', 'gpt-4')
      await expect(field.getByRole('note')).toBeVisible()
      expect(await faults(page)).toEqual([])
      await playground.choose('openai_compatible', 'test-a')
      await expect(field.locator('[data-bias-unknown]')).toBeVisible()
      expect(await faults(page)).toEqual([])
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a word is banned within the width of the screen', async ({ page, playground }) => {
    await page.getByRole('button', { name: 'Parameters' }).click()
    const field = await addWord(playground, 'the')
    await wordBox(field).fill('International')
    await expect(field.getByRole('checkbox').first()).toBeVisible()
    expect(await faults(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})
