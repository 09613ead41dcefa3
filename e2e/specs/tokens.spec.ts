import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import type { Page } from 'playwright/test'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { faults, fragmentOf } from '#e2e/fixtures/sharing.ts'
import type { Preset } from '#lib/preset/preset.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const headOf = (playground: Playground) =>
  playground.field('messages').getByRole('button', { name: / tokens$/ })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Tokens' })

async function openTokenizer(page: Page): Promise<ReturnType<typeof dialogOf>> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Tokenizer' }).click()
  return dialogOf(page)
}

/** The tokens of the prompt as the run in view reports them. */
async function reported(page: Page): Promise<number> {
  await page.getByRole('tab', { name: 'Response', exact: true }).click()
  const text = await page.locator('[data-received]').innerText()
  const [, count] = /"prompt_tokens":\s*(\d+)/.exec(text) ?? []
  return Number(count)
}

const weather = {
  type: 'function' as const,
  function: {
    name: 'get_weather',
    description: 'The weather of a city.',
    parameters: { type: 'object', properties: { city: { type: 'string' } } },
  },
}

test('counts are estimates until they are asked for, then what the model reports', async ({
  page,
  playground,
}) => {
  const card = playground.field('messages').locator('[data-message]').first()
  await expect(headOf(playground)).toHaveText('≈5 tokens')
  await expect(card.getByRole('button', { name: '≈5 tokens of user message 1' })).toBeVisible()
  await expect(page.locator('[data-run-count]').first()).toHaveText('≈5 in, up to 256 out')
  expect(page.workers()).toHaveLength(0)
  await headOf(playground).click()
  const count = encode('Tell me about rain.').length
  await expect(headOf(playground)).toHaveText(`${count + 2} tokens`)
  const details = page.getByRole('group', { name: 'Tokens of the next request' })
  await expect(details).toContainText('Exact, in tokens of o200k_base')
  await expect(details).toContainText('32,768')
  expect(page.workers()).toHaveLength(1)
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
  await expect(headOf(playground)).toBeFocused()
  await page.getByRole('switch', { name: 'Stream' }).last().click()
  // Of a long reply only the beginning is drawn, and the usage stands at its end.
  await (await playground.set('max_tokens')).getByRole('textbox').fill('5')
  await playground.run()
  await playground.replied()
  await expect.poll(() => reported(page)).toBe(count + 2)

  await card.getByRole('textbox').fill('Tell me about the sea, and a {{what}}.')
  await expect(headOf(playground)).not.toHaveText(`${count + 2} tokens`)
  const words = encode('Tell me about the sea, and a {{what}}.').length
  await expect(
    card.getByRole('button', { name: `${words} tokens of user message 1` }),
  ).toBeVisible()
})

test('tools, calls, results and variables are counted as the model reports them', async ({
  page,
  playground,
  nucleus,
}) => {
  const settings: Preset['settings'] = {
    provider: 'teaching',
    model: 'nucleus-teaching-1',
    messages: [
      { role: 'system', content: 'Be brief. 🦩' },
      { role: 'user', content: 'Weather in {{city}}?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          {
            id: 'a',
            type: 'function',
            function: { name: 'get_weather', arguments: '{"city":"Oslo"}' },
          },
        ],
      },
      { role: 'tool', tool_call_id: 'a', content: '{"rain": true}' },
    ],
    variables: { city: 'Oslo' },
    tools: [weather],
    max_tokens: 5,
    n: 2,
  }
  await page.goto(`${nucleus.url}/${fragmentOf({ settings })}`)
  await playground.ready()
  await expect(page.locator('[data-run-count]').first()).toContainText('up to 10 out')
  await headOf(playground).click()
  await expect(page.getByRole('group', { name: 'Tokens of the next request' })).toContainText(
    /Tools\s*\d+/,
  )
  await expect(headOf(playground)).not.toContainText('≈')
  const [, total] = /^(\d+) tokens$/.exec(await headOf(playground).innerText()) ?? []
  await page.keyboard.press('Escape')
  await playground.run()
  await playground.replied()
  await expect.poll(() => reported(page)).toBe(Number(total))
})

test('an unknown tokenizer and an undocumented framing stay estimates, with the reason', async ({
  page,
  playground,
}) => {
  await playground.choose('openai_compatible', 'test-a')
  await headOf(playground).click()
  const details = page.getByRole('group', { name: 'Tokens of the next request' })
  await expect(details).toContainText('Which tokenizer “test-a” uses is not known')
  await expect(headOf(playground)).toHaveText('≈5 tokens')
  await playground.choose('openai', 'gpt-4o-mini')
  await expect(headOf(playground)).toHaveText(`${encode('Tell me about rain.').length + 7} tokens`)
  await playground.choose('openrouter', 'openai/gpt-4o-mini')
  await expect(headOf(playground)).toHaveText(`≈${encode('Tell me about rain.').length + 7} tokens`)
  await expect(details).toContainText('An estimate in tokens of o200k_base')
})

test('a prompt over the context window is warned about and can be run all the same', async ({
  page,
  playground,
}) => {
  const text = playground.field('messages').getByRole('textbox').first()
  await text.fill('rain '.repeat(33_000))
  await expect(page.locator('[data-window-warning]').first()).toHaveText(
    'over the window of 32,768',
  )
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText('32768')
})

test('a message shows its tokens, with ids, by keyboard alone', async ({ page, playground }) => {
  const text = 'Hello 🦩 world\nfin'
  const ids = encode(text)
  await playground.field('messages').getByRole('textbox').first().fill(text)
  await playground
    .field('messages')
    .getByRole('button', { name: /tokens of user message 1/ })
    .press('Enter')
  const dialog = dialogOf(page)
  await expect(dialog.locator('[data-token-total]')).toContainText(`${ids.length} tokens`)
  await expect(dialog.getByRole('combobox', { name: 'Encoding' })).toHaveValue('o200k_base')
  const list = dialog.getByRole('listbox', { name: 'Tokens' })
  await list.focus()
  const detail = dialog.locator('[data-token-detail]')
  await expect(detail).toContainText(`Hello id ${ids[0]}`)
  await page.keyboard.press('ArrowRight')
  await expect(detail).toContainText(`id ${ids[1]}`)
  await expect(detail).toContainText('part of “·🦩”')
  await page.keyboard.press('End')
  await expect(detail).toContainText(`id ${ids.at(-1)}`)
  await page.keyboard.press('ArrowUp')
  await expect(detail).not.toContainText(`id ${ids.at(-1)}`)
  await page.keyboard.press('Home')
  await expect(detail).toContainText(`1 of ${ids.length}`)
  await dialog.getByRole('combobox', { name: 'Encoding' }).selectOption('gpt2')
  await expect(detail).toContainText('Hello id 15496')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('any text can be typed, special tokens are text, and ids can be copied', async ({
  page,
  playground,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.choose('openai_compatible', 'test-a')
  const dialog = await openTokenizer(page)
  await expect(dialog).toContainText('Which tokenizer “test-a” uses is not known')
  await dialog.getByRole('textbox').fill('<|endoftext|>')
  await expect(dialog.locator('[data-token-total]')).toHaveCount(0)
  await dialog.getByRole('combobox').selectOption('o200k_base')
  const ids = encode('<|endoftext|>', { disallowedSpecial: new Set() })
  await expect(dialog.locator('[data-token-total]')).toContainText(`${ids.length} tokens`)
  await dialog.getByRole('button', { name: 'Copy the ids' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(JSON.stringify(ids))
})

test('a step among ten thousand tokens draws only the two that it concerns', async ({
  page,
  playground,
}) => {
  expect(playground).toBeDefined()
  const dialog = await openTokenizer(page)
  await dialog.getByRole('textbox').fill('rain falls. '.repeat(4000).trim())
  await expect(dialog.locator('[data-token-total]')).toContainText('12,000 tokens')
  await expect(dialog.locator('[role=option]')).toHaveCount(10_000)
  const list = dialog.getByRole('listbox')
  await list.focus()
  const touched = await list.evaluateHandle((element) => {
    const found = new Set<Node>()
    new MutationObserver((changes) => {
      for (const { target } of changes) found.add(target)
    }).observe(element, { attributes: true, childList: true, characterData: true, subtree: true })
    return found
  })
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowRight')
  await expect(dialog.locator('[data-token-detail]')).toContainText('21 of 12,000')
  // The list itself, and the 21 tokens.
  expect(await touched.evaluate((found) => found.size)).toBeLessThanOrEqual(22)
  await dialog.getByRole('button', { name: 'Draw more' }).click()
  await expect(dialog.locator('[role=option]')).toHaveCount(12_000)
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the view of tokens and in the details', async ({
      page,
      playground,
    }) => {
      await headOf(playground).click()
      await expect(page.getByText('Exact, in tokens of')).toBeVisible()
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('Escape')
      const dialog = await openTokenizer(page)
      await dialog.getByRole('textbox').fill('A 🦩 in\nthe rain')
      await expect(dialog.locator('[role=option]').first()).toBeVisible()
      expect(await faults(page)).toEqual([])
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('counts and tokens fit', async ({ page, playground }) => {
    await headOf(playground).click()
    await expect(page.getByText('Exact, in tokens of')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await playground
      .field('messages')
      .getByRole('button', { name: /tokens of user message 1/ })
      .click()
    await expect(dialogOf(page).locator('[role=option]').first()).toBeVisible()
    expect(await faults(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})
