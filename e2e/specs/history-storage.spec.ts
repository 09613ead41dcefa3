import { ask, openHistory } from '#e2e/fixtures/kept-runs.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('a run is kept though the page is left before the database has it', async ({
  page,
  nucleus,
  playground,
}) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('left') !== null) return
    sessionStorage.setItem('left', 'yes')
    const open = indexedDB.open.bind(indexedDB)
    IDBFactory.prototype.open = (name, version) => {
      if (name !== 'nucleus-history') return open(name, version)
      // A newer version waits until the older one is closed, which nobody does.
      Object.assign(window, { held: open('held', 1) })
      return open('held', 2)
    }
  })
  await page.goto(nucleus.url)
  await playground.ready()
  await ask(playground, 'Tell me about rain.')
  await page.reload()
  await playground.ready()
  const runs = await openHistory(page, 1)
  await expect(runs).toContainText('Tell me about rain.')
  await runs.getByRole('button', { name: /^Delete/ }).click()
  await expect(runs).toHaveCount(0)
  await page.reload()
  await playground.ready()
  await openHistory(page, 0)
})

test('where storage is closed, runs work and the history says so', async ({
  page,
  nucleus,
  playground,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('closed', 'SecurityError')
    }
  })
  await page.goto(nucleus.url)
  await playground.ready()
  await playground.run()
  await playground.replied()
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('does not let Nucleus keep runs')
})

test('where there is no room, the oldest go and the run is kept; else it is said', async ({
  page,
  playground,
}) => {
  await ask(playground, 'Tell me about rain.')
  await openHistory(page, 1)
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    let refusals = 1
    Object.assign(window, { refuse: (count: number) => void (refusals = count) })
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...all: Parameters<typeof put>) {
      if (this.name === 'bodies' && refusals > 0) {
        refusals -= 1
        throw new DOMException('full', 'QuotaExceededError')
      }
      return put.apply(this, all)
    }
  })
  await ask(playground, 'Tell me about bread.')
  const runs = await openHistory(page, 1)
  await expect(runs).toContainText('bread')
  await page.keyboard.press('Escape')
  await page.evaluate('refuse(9)')
  await ask(playground, 'Tell me about the moon.')
  await expect(page.locator('[data-notice]')).toContainText('There is no room left')
  await page.locator('[data-notice]').getByRole('button', { name: 'Open the history' }).click()
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible()
})
