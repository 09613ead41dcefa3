import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import type { Preset } from '#lib/preset/preset.ts'
import { addWord, biasList } from '#e2e/fixtures/biasing.ts'
import { fragmentOf, openShare, sharedIn } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('words go with a link, outlive a reload, and warn and translate at another encoding', async ({
  page,
  playground,
}) => {
  const field = await addWord(playground, 'the')
  const labels = {
    encoding: 'o200k_base',
    labels: Object.fromEntries(
      [' the', 'the', ' The', 'The', ' THE', 'THE'].map((form) => [String(encode(form)[0]), form]),
    ),
  }
  const panel = await openShare(page)
  const { opened } = await sharedIn(panel)
  expect(opened.preset.settings.logit_bias_labels).toEqual(labels)
  await page.keyboard.press('Escape')
  await page.reload()
  await playground.ready()
  await expect(biasList(field)).toContainText('“·the”')

  await playground.choose('openai', 'gpt-4-turbo')
  await expect(field).toContainText('These ids are of o200k_base; gpt-4-turbo uses cl100k_base.')
  await expect(biasList(field)).toContainText('written for “·the”')
  await field.getByRole('button', { name: 'Translate to cl100k_base' }).click()
  await expect(field.locator('[data-bias-translated]')).toContainText('of cl100k_base now')
  await expect(field.getByRole('note')).toHaveCount(0)
  const ids = Object.values<string>(labels.labels)
    .map((text) => cl100k(text))
    .flatMap(([id, ...more]) => (more.length === 0 ? [id] : []))
  for (const id of ids)
    await expect(field.locator('textarea')).toHaveValue(new RegExp(`"${id}": -100`))
  await expect(field).not.toContainText('"290"')
})

test('what has no single token at the other encoding is named and left out', async ({
  page,
  playground,
  nucleus,
}) => {
  const word = ' umbrellas'
  const [id = 0] = encode(word)
  const labels = { encoding: 'o200k_base', labels: { [id]: word, 290: ' the' } }
  expect(cl100k(word).length).toBeGreaterThan(1)
  const settings = {
    provider: 'openai',
    model: 'gpt-4',
    messages: [{ role: 'user', content: 'x' }],
    logit_bias: { [id]: 5, 290: -100 },
    logit_bias_labels: labels,
  } satisfies Preset['settings']
  await page.goto(`${nucleus.url}/${fragmentOf({ settings })}`)
  await playground.ready()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Apply/ })
    .click()
  const field = playground.field('logit_bias')
  await field.getByRole('button', { name: 'Translate to cl100k_base' }).click()
  await expect(field.locator('[data-bias-translated]')).toContainText(
    'no single token for it: “·umbrellas”',
  )
  await expect(field.locator('textarea')).toHaveValue(`{\n  "${cl100k(' the')[0]}": -100\n}`)
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await expect(field.locator('textarea')).toHaveValue(new RegExp(`"${id}": 5`))
  await expect(field).toContainText('These ids are of o200k_base')
})

test('a ban from the reply writes the word as well', async ({ page, playground }) => {
  await playground.run()
  await playground.replied()
  await playground.text.walkTo(2)
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Write to logit_bias' }).click()
  const { opened } = await sharedIn(await openShare(page))
  const { logit_bias: bias = {}, logit_bias_labels: labels } = opened.preset.settings
  expect(labels).toMatchObject({ encoding: 'o200k_base' })
  const named = labels?.labels ?? {}
  expect(Object.keys(bias).length).toBeGreaterThan(0)
  for (const id of Object.keys(bias)) expect(encode(named[id] ?? '')).toEqual([Number(id)])
  await page.keyboard.press('Escape')
  await page.locator('[data-bias-written]').getByRole('button', { name: 'Undo' }).click()
  await expect(playground.field('logit_bias')).toHaveAttribute('data-state', 'unset')
})
