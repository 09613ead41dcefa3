import { addPart, giveFiles, pixelsOf, pngFile, urlOf, type TestFile } from '#e2e/fixtures/files.ts'
import type { Playground } from '#e2e/fixtures/playground.ts'
import { faults, openShare } from '#e2e/fixtures/sharing.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import type { Upstream } from '#e2e/fixtures/upstream.ts'
import { writeText } from '#e2e/fixtures/values.ts'

const small = pngFile('small.png', 40, 30)
const pdf: TestFile = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 a report'),
}
const wav: TestFile = { name: 'a.wav', mimeType: 'audio/wav', buffer: Buffer.from('RIFF1234WAVE') }
const text = { type: 'text', text: 'What is this?' }
const imageOf = (url: string) => ({ type: 'image_url', image_url: { url } })

/** The content of the first message in the body that the upstream gets from one more run. */
async function sentContent(playground: Playground, upstream: Upstream): Promise<unknown> {
  const before = upstream.completions().length
  await playground.run()
  await expect.poll(() => upstream.completions().length).toBe(before + 1)
  await playground.replied()
  const messages = upstream.completions()[before]?.body.messages
  return Array.isArray(messages) ? (messages[0] as { content: unknown }).content : undefined
}

function firstImage(content: unknown): string {
  const parts = content as { image_url?: { url: string } }[]
  return parts.find((part) => part.image_url)?.image_url?.url ?? ''
}

test.beforeEach(async ({ playground, upstream }) => {
  await playground.useServer(upstream.base)
  await playground.field('messages').getByRole('textbox').first().fill(text.text)
})

test('parts are added from the picker, and removing them gives the plain string again', async ({
  page,
  playground,
  upstream,
}) => {
  await addPart(page, 'Image from a file …', small)
  await page.getByLabel('Detail of part 2 of user message 1').selectOption('low')
  await addPart(page, 'File …', pdf)
  await addPart(page, 'Audio …', wav)
  await addPart(page, 'File by its id')
  await page.getByRole('textbox', { name: 'File id of part 5 of user message 1' }).fill('file-7')
  await expect(page.getByRole('img', { name: 'Image in part 2 of user message 1' })).toBeVisible()
  expect(await sentContent(playground, upstream)).toEqual([
    text,
    { type: 'image_url', image_url: { url: urlOf(small), detail: 'low' } },
    { type: 'file', file: { filename: 'report.pdf', file_data: urlOf(pdf) } },
    {
      type: 'input_audio',
      input_audio: { data: wav.buffer.toString('base64'), format: 'wav' },
    },
    { type: 'file', file: { file_id: 'file-7' } },
  ])
  await page.getByLabel('Detail of part 2 of user message 1').selectOption('not sent')
  await page.getByLabel('Format of part 4 of user message 1').selectOption('mp3')
  await page.getByRole('button', { name: 'Move part 2 of user message 1 up' }).click()
  await expect(page.getByRole('status')).toContainText('is now part 1 of 5')
  expect(await sentContent(playground, upstream)).toMatchObject([
    imageOf(urlOf(small)),
    text,
    {},
    { input_audio: { format: 'mp3' } },
    {},
  ])
  for (const part of [5, 4, 3, 1]) {
    await page.getByRole('button', { name: `Remove part ${part} of user message 1` }).click()
  }
  await expect(page.getByRole('textbox', { name: 'Text of user message 1' })).toBeFocused()
  expect(await sentContent(playground, upstream)).toBe(text.text)
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  expect(await sentContent(playground, upstream)).toEqual([imageOf(urlOf(small)), text])
})

test('an image is pasted, and a large one is scaled down', async ({
  page,
  playground,
  upstream,
}) => {
  const field = page.getByRole('textbox', { name: 'Text of user message 1' })
  await field.focus()
  await field.press('Home')
  const large = pngFile('large.png', 3000, 1500, true)
  await expect(async () => {
    await giveFiles(page.locator('[data-message="0"] textarea').first(), ['paste'], [large])
    await expect(page.getByRole('status')).toContainText('scaled from 3000 × 1500 to 2048 × 1024')
  }).toPass()
  const words = page.getByRole('textbox', { name: 'Text of part 1 of user message 1' })
  await expect(words).toBeFocused()
  await page.keyboard.type('Tell me: ')
  await expect(words).toHaveValue(`Tell me: ${text.text}`)
  await expect(page.getByText(/JPEG, 2048 × 1024, .* in the request/)).toBeVisible()
  const content = await sentContent(playground, upstream)
  const url = firstImage(content)
  expect(content).toEqual([{ ...text, text: `Tell me: ${text.text}` }, imageOf(url)])
  expect(await pixelsOf(page, url)).toEqual({ width: 2048, height: 1024 })
  // Text that comes with a picture of itself stays text.
  await words.evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'only text')
    data.items.add(new File(['x'], 'a.png', { type: 'image/png' }))
    const init = { bubbles: true, cancelable: true, clipboardData: data }
    element.dispatchEvent(new ClipboardEvent('paste', init))
  })
  await expect(page.getByRole('group', { name: /^Part \d of user message 1/ })).toHaveCount(2)
})

test('files are dropped on a message; a preset that is dropped there is still opened', async ({
  page,
  playground,
  upstream,
}) => {
  const card = page.locator('[data-message="0"]')
  await card.hover()
  await expect(async () => {
    await giveFiles(card, ['dragover'], [small])
    await expect(card).toHaveAttribute('data-over', '', { timeout: 500 })
  }).toPass()
  await expect(page.getByText('Drop the file to open it')).toHaveCount(0)
  await giveFiles(card, ['drop'], [small, wav])
  await expect(page.getByRole('group', { name: /^Part \d of user message 1/ })).toHaveCount(3)
  expect(await sentContent(playground, upstream)).toMatchObject([
    text,
    imageOf(urlOf(small)),
    { type: 'input_audio' },
  ])
  const preset = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') }
  await giveFiles(card, ['dragover', 'drop'], [preset])
  await expect(page.getByRole('dialog', { name: 'This cannot be opened' })).toBeVisible()
  await page.keyboard.press('Escape')
  const svg = { name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
  await giveFiles(card, ['dragover', 'drop'], [svg])
  await expect(page.locator('[data-notice]')).toContainText('a.svg: SVG is no picture')
})

test('an unknown part is kept byte for byte beside edits, and parts can be written as JSON', async ({
  page,
  playground,
  upstream,
}) => {
  const unknown = {
    type: 'video_url',
    video_url: { url: 'https://v.example/a', fps: 0.5 },
    extra: [null],
  }
  const messages = playground.field('messages')
  await messages.getByRole('button', { name: 'Edit as JSON' }).click()
  const wire = [{ role: 'user', content: [unknown, text], cache_control: { type: 'ephemeral' } }]
  await writeText(messages, JSON.stringify(wire))
  await messages.getByRole('button', { name: 'Edit as cards' }).click()
  await expect(page.getByLabel('JSON of part 1 of user message 1')).toContainText('"fps": 0.5')
  await page.getByRole('textbox', { name: 'Text of part 2 of user message 1' }).fill('And this?')
  const content = await sentContent(playground, upstream)
  expect(JSON.stringify(content)).toBe(JSON.stringify([unknown, { ...text, text: 'And this?' }]))
  expect(upstream.completions()[0]?.text).toContain('"cache_control":{"type":"ephemeral"}')

  await messages
    .locator('[data-message]')
    .getByRole('button', { name: 'Edit parts as JSON' })
    .click()
  await writeText(messages.locator('[data-message]'), '[{"type": "text", "text": 7}]')
  await expect(messages.getByRole('button', { name: 'Edit as a list' })).toBeEnabled()
  await expect(messages).toContainText('A text part needs a "text".')
  await writeText(messages.locator('[data-message]'), '[{"type": "text"')
  await expect(messages.getByRole('button', { name: 'Edit as a list' })).toBeDisabled()
  await page.reload()
  await playground.ready()
  await expect(messages.getByRole('textbox', { name: /^Content parts of/ })).toContainText(
    '[{"type": "text"',
  )
})

test('addresses of images are checked at their part, and nothing is sent with a wrong one', async ({
  page,
  playground,
  upstream,
}) => {
  await addPart(page, 'Image by its address')
  const address = page.getByRole('textbox', { name: 'Address of part 2 of user message 1' })
  const part = page.getByRole('group', { name: 'Part 2 of user message 1: image_url' })
  await expect(address).toBeFocused()
  for (const wrong of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'a.png']) {
    await address.fill(wrong)
    await expect(part).toContainText('The address of an image is https://')
  }
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(address).toBeFocused()
  expect(upstream.completions()).toEqual([])
  await address.fill('http://10.0.0.2/a.png')
  await expect(part).toContainText('Not encrypted')
  await expect(part).toContainText('A private address')
  await expect(part).toContainText('Fetched by the provider from 10.0.0.2')
  await address.fill('https://images.example/a.png')
  await expect(part).not.toContainText('Not encrypted')
  expect(await sentContent(playground, upstream)).toEqual([
    text,
    imageOf('https://images.example/a.png'),
  ])
})

test('what is too large is said before it is sent, is kept, and does not fit into a link', async ({
  page,
  playground,
}) => {
  test.slow()
  const heavy = { ...pdf, buffer: Buffer.alloc(2_000_000, 'x') }
  await addPart(page, 'File …', heavy)
  await expect(page.getByText('PDF, 2.7 MB in the request')).toBeVisible()
  await addPart(page, 'File …', { ...heavy, name: 'more.pdf' })
  await expect(
    page.getByText(/The request is 5\.3 MB, and Nucleus takes at most 4\.0 MB/),
  ).toBeVisible()
  await addPart(page, 'File …', { ...heavy, name: 'huge.pdf', buffer: Buffer.alloc(3_100_000) })
  await expect(page.locator('[data-notice]')).toContainText('huge.pdf: It is 3.1 MB')
  await page.getByRole('button', { name: 'Remove part 3 of user message 1' }).click()
  await expect(page.getByText('The request is')).toHaveCount(0)
  await page.reload()
  await playground.ready()
  await expect(page.getByText('PDF, 2.7 MB in the request')).toBeVisible()
  const panel = await openShare(page)
  await expect(panel.getByRole('alert')).toContainText('too large for a link. Save it as a file')
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing on parts, nor in the menus', async ({ page }) => {
      await addPart(page, 'Image from a file …', small)
      await addPart(page, 'Audio …', wav)
      await addPart(page, 'Image by its address')
      await expect(page.getByText('The address of an image is')).toBeVisible()
      expect(await faults(page)).toEqual([])
      await page.getByRole('button', { name: 'Add a part to user message 1' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'More for user message 1' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      expect(await faults(page)).toEqual([])
    })
  })
}
