import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { dotOf, messageOf, nameOf, panelOf, save } from '#e2e/fixtures/presets.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('the More menu opens and closes by keys, and gives the focus back', async ({
  page,
  playground,
}) => {
  await playground.ready()
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(more).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('button', { name: 'Key list' }).waitFor()
  await page.keyboard.press('Tab')
  await expect(
    page.getByRole('group', { name: 'More' }).getByRole('button', { name: 'Presets' }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panelOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await expect(more).toHaveAttribute('aria-expanded', 'false')
})

for (const width of [1440, 1200, 1199, 1000, 800, 799, 390, 320]) {
  test(`at ${width} pixels a long name does not widen the bar`, async ({ page, playground }) => {
    await page.setViewportSize({ width, height: 800 })
    await save(
      await playground.openPresets(),
      'A very long name that no bar has room for, and then some more of it',
    )
    await page.keyboard.press('Escape')
    const bar = page.getByRole('banner')
    expect(await bar.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    const edges = await bar.getByRole('button').evaluateAll((buttons) =>
      buttons
        .map((button) => button.getBoundingClientRect())
        .filter((box) => box.width > 0)
        .map(({ left, right }) => ({ left, right }))
        .toSorted((a, b) => a.left - b.left),
    )
    expect(edges.at(-1)?.right).toBeLessThanOrEqual(width)
    for (const [at, { left }] of edges.slice(1).entries())
      expect(left).toBeGreaterThanOrEqual(edges[at]?.right ?? 0)
  })
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the panel, the notice and the menu', async ({
      page,
      playground,
    }) => {
      test.slow()
      const panel = await playground.openPresets()
      await panel.getByRole('button', { name: 'Open Ban a word' }).waitFor()
      expect(await faults(page)).toEqual([])
      await save(panel, 'One', 'About')
      await panel.getByRole('button', { name: 'Rename One' }).click()
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await panel.getByRole('button', { name: 'Open One' }).click()
      await messageOf(playground).fill('Changed')
      await expect(dotOf(page)).toBeVisible()
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('button', { name: 'Key list' }).waitFor()
      expect(await faults(page)).toEqual([])
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the menu has what the bar has no room for, and axe finds nothing', async ({
    page,
    playground,
  }) => {
    await playground.ready()
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    const menu = page.getByRole('group', { name: 'More' })
    for (const name of ['Presets', 'Import', 'History', 'Code', 'Key list'])
      await expect(menu.getByRole('button', { name })).toBeVisible()
    await expect(menu.getByRole('link', { name: 'Playground' })).toBeVisible()
    await expect(menu.getByRole('switch')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await menu.getByRole('button', { name: 'Presets' }).tap()
    const panel = panelOf(page)
    await save(panel, 'On the phone')
    expect(await faults(page)).toEqual([])
    await panel.getByRole('button', { name: 'Open On the phone' }).tap()
    await expect(nameOf(page)).toContainText('On the phone')
  })
})
