import type { Page } from 'playwright/test'
import { addPart, pngFile, urlOf } from '#e2e/fixtures/files.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { faults, fragmentOf } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { startTrap } from '#e2e/fixtures/trap.ts'
import { starter } from '#lib/preset/starter.ts'
import type { Message } from '#lib/request/messages.ts'

const user = (content: string): Message => ({ role: 'user', content })
const assistant = (content: string): Message => ({ role: 'assistant', content })
const four = [user('One'), assistant('Two'), user('Three'), assistant('Four')]

/** Opens a page with this conversation. */
async function open(playground: Playground, messages: Message[]): Promise<void> {
  await playground.page.goto('about:blank')
  await playground.open(fragmentOf({ settings: { ...starter, messages } }))
  await playground.page.locator('[data-notice]').getByRole('button', { name: 'Dismiss' }).click()
}

/** What the messages say, from the first to the last. */
function textsOf(page: Page): Promise<string[]> {
  return page
    .locator('[data-message] textarea')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))
}

/** The middle of a message’s grip. */
async function gripOf(page: Page, index: number): Promise<{ x: number; y: number }> {
  const card = page.locator(`[data-message="${index}"]`)
  await card.hover()
  const box = await card.locator('[data-grip]').boundingBox()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

test('a message is dragged by its grip to where a line shows, and Escape leaves it', async ({
  page,
  playground,
}) => {
  await open(playground, four)
  const [first, third] = [await gripOf(page, 0), await gripOf(page, 2)]
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  await page.mouse.move(third.x, third.y + 14, { steps: 5 })
  await expect(page.locator('[data-drop-line]')).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Place 3 of 4.')
  await page.mouse.up()
  await expect(page.getByRole('status')).toContainText('user message 1 is now message 3 of 4.')
  await expect(page.locator('[data-drop-line]')).toHaveCount(0)
  expect(await textsOf(page)).toEqual(['Two', 'Three', 'One', 'Four'])
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await textsOf(page)).toEqual(['One', 'Two', 'Three', 'Four'])

  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  await page.mouse.move(third.x, third.y + 14, { steps: 5 })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('status')).toContainText('stays where it was')
  await page.mouse.up()
  expect(await textsOf(page)).toEqual(['One', 'Two', 'Three', 'Four'])
})

test('the column scrolls while a message is dragged near its edge', async ({
  page,
  playground,
}) => {
  await open(
    playground,
    Array.from({ length: 40 }, (_, at) => user(`Message ${at + 1}`)),
  )
  const first = await gripOf(page, 0)
  const last = page.locator('[data-message="39"]')
  await expect(last).not.toBeInViewport()
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  await page.mouse.move(first.x, (page.viewportSize()?.height ?? 0) - 4, { steps: 5 })
  await expect(last).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect((await textsOf(page))[0]).toBe('Message 1')
})

test('messages collapse to a line, one by one or all, and that is no step of Undo', async ({
  page,
  playground,
}) => {
  await open(playground, four)
  await page.getByRole('button', { name: 'More for assistant message 2' }).click()
  await page.getByRole('menuitem', { name: 'Collapse' }).click()
  const line = page.getByRole('button', { name: 'Expand assistant message 2' })
  await expect(line).toHaveText('Two')
  expect(await textsOf(page)).toEqual(['One', 'Three', 'Four'])
  await line.click()
  await page.getByRole('button', { name: 'More for the conversation' }).click()
  await page.getByRole('menuitem', { name: 'Collapse all' }).click()
  await expect(page.getByRole('button', { name: /^Expand .* message/ })).toHaveCount(4)
  expect(await textsOf(page)).toEqual([])
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'More for the conversation' }).click()
  await page.getByRole('menuitem', { name: 'Expand all' }).click()
  expect(await textsOf(page)).toEqual(['One', 'Two', 'Three', 'Four'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-message]')).toHaveCount(1)
})

test('with the keyboard alone a message is split, merged, duplicated and undone', async ({
  page,
  playground,
}) => {
  await open(playground, [user('Hello there')])
  const field = page.getByRole('textbox', { name: 'Text of user message 1' })
  await field.focus()
  // What splits comes with the first focus.
  await expect(page.locator('[data-attended]')).toBeVisible()
  await page.keyboard.press('Home')
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+Shift+Enter')
  await expect(page.getByRole('textbox', { name: 'Text of user message 2' })).toBeFocused()
  expect(await textsOf(page)).toEqual(['Hello', ' there'])

  const more = page.getByRole('button', { name: 'More for user message 1' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Open large' })).toBeFocused()
  await page.keyboard.press('m')
  await expect(page.getByRole('menuitem', { name: 'Merge with the next' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect(await textsOf(page)).toEqual(['Hello\n\n there'])
  await expect(more).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await expect(
    page.getByRole('menuitem', { name: 'Merge with the next' }),
  ).toHaveAccessibleDescription('There is no next message.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(more).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  expect(await textsOf(page)).toEqual(['Hello', ' there'])
  await page.keyboard.press('ControlOrMeta+z')
  expect(await textsOf(page)).toEqual(['Hello there'])
})

test('the menu splits where the cursor was, also inside a part', async ({
  page,
  playground,
  upstream,
}) => {
  const small = pngFile('small.png', 20, 20)
  await open(playground, [user('What is this')])
  await playground.useServer(upstream.base)
  await addPart(page, 'Image from a file …', small)
  const words = page.getByRole('textbox', { name: 'Text of part 1 of user message 1' })
  await words.focus()
  await page.keyboard.press('Home')
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'More for user message 1' }).click()
  await page.getByRole('menuitem', { name: 'Split at the cursor' }).click()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body.messages).toEqual([
    user('What'),
    {
      role: 'user',
      content: [
        { type: 'text', text: ' is this' },
        { type: 'image_url', image_url: { url: urlOf(small) } },
      ],
    },
  ])
})

test('a long text has a dialog of its own', async ({ page, playground }) => {
  await open(playground, [user('Short')])
  await page.getByRole('button', { name: 'More for user message 1' }).click()
  await page.getByRole('menuitem', { name: 'Open large' }).click()
  const dialog = page.getByRole('dialog', { name: 'Text of user message 1' })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await dialog.getByRole('textbox').fill('A longer text')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'More for user message 1' })).toBeFocused()
  expect(await textsOf(page)).toEqual(['A longer text'])
})

test('a link with images calls nobody, from cards and behind a lock', async ({
  page,
  playground,
}) => {
  const trap = await startTrap()
  const home = `127.0.0.1:${trap.port}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.stolen=1"><image href="http://${home}/a.png"/></svg>`
  const urls = [
    `https://${home}/a.png`,
    `http://${home}/a.png`,
    `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    `data:image/svg+xml,${encodeURIComponent(svg)}`,
    urlOf({ ...pngFile('a.png', 2, 2), mimeType: 'image/svg+xml' }),
  ]
  const content = urls.map((url) => ({ type: 'image_url', image_url: { url } }))
  const settings = { ...starter, messages: [{ role: 'user' as const, content }] }
  const outside: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(playground.url)) outside.push(request.url())
  })
  for (const preset of [{ settings }, { settings, unlocked: [] }]) {
    await page.goto('about:blank')
    await playground.open(fragmentOf(preset))
    await expect(page.locator('[data-message="0"]')).toContainText(home)
    await expect(page.locator('[data-parameter=messages] img')).toHaveCount(0)
  }
  // A script as an address makes the conversation no conversation, so that it is not even opened.
  const script = [{ type: 'image_url', image_url: { url: 'javascript:window.stolen=1' } }]
  await page.goto('about:blank')
  await playground.open(
    fragmentOf({ settings: { ...starter, messages: [{ role: 'user', content: script }] } }),
  )
  await expect(page.getByRole('dialog')).toContainText('The address of an image')
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
  expect(outside).toEqual([])
  expect(trap.connections()).toBe(0)
  await trap.close()
})

test('the teaching model answers parts of text, and says that it reads no images', async ({
  page,
  playground,
}) => {
  await open(playground, [user('Tell me about rain.')])
  await addPart(page, 'Text')
  await page.keyboard.type('In one sentence.')
  await playground.run()
  await playground.replied()
  await expect(page.locator('[data-reply-status=done]')).toBeVisible()
  await addPart(page, 'Image from a file …', pngFile('a.png', 8, 8))
  await expect(page.getByText('The teaching model reads text only')).toBeVisible()
  await playground.run()
  await expect(page.getByRole('region', { name: 'Error' })).toContainText('reads text only')
})
