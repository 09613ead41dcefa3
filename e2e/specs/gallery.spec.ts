import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright/test'
import type { Nucleus } from '#e2e/fixtures/nucleus.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const states =
  'steps unknown filter joined edges chosen probability surprisal entropy rank difference what-if signs no-signs split replaced right-to-left code unbroken differs no-bytes legacy no-logprobs short refusal parts empty sentence line paragraph passage branch'.split(
    ' ',
  )

async function open(page: Page, nucleus: Nucleus): Promise<void> {
  await page.goto(`${nucleus.url}/gallery`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gallery of the viewer')
  await expect(textOf(page.locator('#growing'))).toHaveText(/Rain/)
}

function textOf(section: Locator): Locator {
  return section.locator('[data-reply-text]')
}

function idsOf(elements: Element[]): string[] {
  return elements.map(({ id }) => id)
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('the gallery opens without a complaint, and axe finds nothing', async ({
      page,
      nucleus,
      complaints,
    }) => {
      test.slow()
      await open(page, nucleus)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id} ${target.join(' ')}`),
        ),
      ).toEqual([])
      expect(complaints).toEqual([])
    })
  })
}

test('every section shows its text to the character, with either painter', async ({
  page,
  nucleus,
  complaints,
}) => {
  await open(page, nucleus)
  expect(await page.locator('section[data-text]').evaluateAll(idsOf)).toEqual(states)
  for (const id of states) {
    const section = page.locator(`[id="${id}"]`)
    const text: unknown = JSON.parse((await section.getAttribute('data-text')) ?? '')
    const shown = await textOf(section).evaluateAll((roots) =>
      roots.map(({ textContent }) => textContent),
    )
    expect(shown, id).toEqual([text, text])
    for (const painter of ['highlights', 'canvas'])
      await expect(
        section.locator(`[data-gallery-painter="${painter}"] [data-reply-text]`),
      ).toHaveAttribute('data-painter', painter)
  }
  await expect(textOf(page.locator('#split')).first()).toHaveText(
    'Split: 😀, 天気, 🇵🇹🇫🇷, 👩‍👩‍👧‍👦 and e\u0301.',
  )
  await expect(textOf(page.locator('#choices'))).toHaveText(
    'The ferry leaves at nine from the old quay.',
  )
  expect(complaints).toEqual([])
})

test('text grows at the end, and strips lead to the place where choices part', async ({
  page,
  nucleus,
  complaints,
}) => {
  await open(page, nucleus)
  const growing = page.locator('#growing')
  await growing.getByRole('button', { name: 'Add 70 tokens' }).click()
  await expect(growing.getByRole('status')).toHaveText('82 tokens')
  const text = ' Rain comes and goes over Belém.\n'.repeat(11) + ' Rain comes and goes over'
  expect(await textOf(growing).textContent()).toBe(text)
  await page.getByRole('button', { name: /^B, 10 tokens, forks at 5/ }).press('Enter')
  await expect(textOf(page.locator('#choices'))).toContainText('in dense fog')
  await expect(textOf(page.locator('#choices'))).toHaveAttribute('data-selected', '4')
  expect(complaints).toEqual([])
})

test('a step of a legend dims in all metrics and nowhere else', async ({
  page,
  nucleus,
  complaints,
}) => {
  await open(page, nucleus)
  const dimmed = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('dimmed')?.keys() ?? [])].map(
        (range) => range.startContainer.parentElement?.closest('section')?.id,
      ),
    )
  await expect.poll(dimmed).toContain('filter')
  expect(await dimmed()).not.toContain('surprisal')
  await page.locator('#probability [data-step="6"] button').press('Enter')
  await expect.poll(dimmed).toContain('surprisal')
  expect(await dimmed()).not.toContain('steps')
  expect(complaints).toEqual([])
})

test('on a phone the page does not scroll sideways', async ({ page, nucleus, complaints }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, nucleus)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(complaints).toEqual([])
})
