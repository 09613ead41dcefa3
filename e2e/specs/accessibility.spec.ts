import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { registry } from '#lib/parameters/index.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test.beforeEach(() => test.slow())

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing on a fresh page, after a run, and in every tab', async ({
      page,
      playground,
    }) => {
      expect(await faults(page)).toEqual([])
      await (await playground.set('n')).getByRole('textbox').fill('2')
      await playground.run()
      await playground.replied()
      expect(await faults(page)).toEqual([])
      for (const tab of ['Run', 'Request', 'Response']) {
        await page.getByRole('tab', { name: tab, exact: true }).click()
        expect(await faults(page)).toEqual([])
      }
    })

    test('axe finds nothing with every parameter set and problems in view', async ({
      page,
      playground,
    }) => {
      await playground.useServer('http://127.0.0.1:9/v1')
      const drawn = registry.filter(
        ({ widget: { kind } }) => kind !== 'messages' && kind !== 'beside',
      )
      for (const { name } of drawn) {
        if ((await playground.field(name).getAttribute('data-state')) === 'unset')
          await playground.set(name)
      }
      await playground.field('temperature').locator('input:not([type=range])').fill('9')
      await playground.run()
      expect(await faults(page)).toEqual([])
    })

    test('axe finds nothing on an error and in a dialog', async ({ page, playground }) => {
      await playground.useServer('http://127.0.0.1:9/v1')
      await playground.run()
      await expect(page.getByRole('region', { name: 'Error' })).toBeVisible()
      expect(await faults(page)).toEqual([])
      await page.evaluate(() => void (location.hash = 'temperature=1.2&mystery=1'))
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await faults(page)).toEqual([])
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('axe finds nothing in any pane, and the job can be done', async ({ page, playground }) => {
    await playground.run()
    await playground.replied()
    expect(await faults(page)).toEqual([])
    await playground.text.walkTo(1)
    await page.getByRole('button', { name: 'Inspect', exact: true }).first().click()
    await expect(page.locator('[data-token-panel]')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Parameters' }).click()
    await (await playground.set('temperature')).locator('input:not([type=range])').fill('1.1')
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Chat' }).click()
    await playground.run()
    await playground.replied()
  })
})
