import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { ask, openHistory } from '#e2e/fixtures/kept-runs.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { json } from '#e2e/fixtures/upstream.ts'

test('every run is kept: shown again, searched, pinned, deleted and brought back', async ({
  page,
  playground,
}) => {
  await ask(playground, 'Tell me about rain.')
  await ask(playground, 'Tell me about bread.')
  await page.reload()
  await playground.ready()
  let runs = await openHistory(page, 2)
  await expect(runs.first()).toContainText('bread')
  const search = page.getByRole('searchbox', { name: 'Search the history' })
  await search.fill('about RAIN')
  await expect(runs).toHaveCount(1)
  await expect(page.getByRole('dialog').getByRole('status').first()).toHaveText('1 of 2 runs')
  await runs.getByRole('button', { name: /^Pin/ }).click()
  await search.fill('')
  await page.getByLabel('Kind of run').selectOption('pinned')
  await expect(runs).toHaveCount(1)
  await page.getByLabel('Kind of run').selectOption('failed')
  await expect(runs).toHaveCount(0)
  await page.getByLabel('Kind of run').selectOption('all')
  await runs.filter({ hasText: 'rain' }).getByRole('button', { name: /^Show/ }).click()
  await expect(page.locator('[data-recorded=history]')).toBeVisible()
  await expect(playground.reply).toContainText(/rain/i)
  await expect(page.locator('#inspector-panel')).toContainText('Alternatives')
  await page.getByRole('tab', { name: 'Response' }).click()
  await expect(page.locator('#inspector-panel')).toContainText('not its raw text')
  await page.getByRole('tab', { name: 'Request' }).click()
  await expect(page.locator('#inspector-panel')).toContainText('Tell me about rain.')

  runs = await openHistory(page, 2)
  await runs
    .filter({ hasText: 'bread' })
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(runs).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await openHistory(page, 2)
})

test('the form of a run is restored as one step', async ({ page, playground }) => {
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('1.7')
  await ask(playground, 'Tell me about the moon.')
  await playground.reset('temperature')
  await playground.field('messages').getByRole('textbox').fill('Something else')
  const runs = await openHistory(page, 1)
  await runs.getByRole('button', { name: /^Restore the form/ }).click()
  const temperature = playground.field('temperature')
  await expect(temperature.locator('input:not([type=range])')).toHaveValue('1.7')
  await expect(playground.field('messages').getByRole('textbox')).toHaveValue(
    'Tell me about the moon.',
  )
  await page.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await expect(temperature).toHaveAttribute('data-state', 'unset')
  await expect(playground.field('messages').getByRole('textbox')).toHaveValue('Something else')
})

test('failed runs and tool calls are kept too, and never a key', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await page.getByLabel('API key').fill('sk-not-for-the-history')
  upstream.answerNext(json({ error: { message: 'Too many requests today.' } }, 400))
  await ask(playground, 'One')
  const call = {
    id: 'c1',
    type: 'function',
    function: { name: 'get_rain', arguments: '{"in": "Porto"}' },
  }
  upstream.answerNext(
    json({
      model: 'test-a',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', tool_calls: [call] },
          finish_reason: 'tool_calls',
        },
      ],
    }),
  )
  await playground.reset('stream')
  await ask(playground, 'Two')
  const runs = await openHistory(page, 2)
  await expect(runs.nth(1)).toContainText('Too many requests today.')
  await expect(runs.nth(1).getByRole('img', { name: 'failed' })).toBeVisible()
  await expect(runs.nth(0)).toContainText('get_rain')
  const kept = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        indexedDB.open('nucleus-history').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest
          result.transaction('bodies').objectStore('bodies').getAll().onsuccess = (event) =>
            resolve(JSON.stringify((event.target as IDBRequest<unknown>).result))
        }
      }),
  )
  expect(kept).toContain('get_rain')
  expect(kept).not.toContain('sk-not-for-the-history')
})

test('the history is taken along in a file, and comes back', async ({ page, playground }) => {
  await ask(playground, 'Tell me about rain.')
  await ask(playground, 'Tell me about bread.')
  await openHistory(page, 2)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export all' }).click()
  const path = await (await saved).path()
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ nucleus: 'history', version: 1 })
  await page.getByRole('button', { name: 'Clear all…' }).click()
  await page.getByRole('button', { name: 'Delete all', exact: true }).click()
  await expect(page.locator('[data-kept-run]')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toContainText('No run is kept yet')
  await page.getByLabel('History file').setInputFiles(path)
  await expect(page.locator('[data-kept-run]')).toHaveCount(2)
  await page.getByLabel('History file').setInputFiles(path)
  await expect(page.getByRole('dialog')).toContainText('2 runs were there already.')
  await expect(page.locator('[data-kept-run]')).toHaveCount(2)
  await page
    .locator('[data-kept-run]')
    .filter({ hasText: 'bread' })
    .getByRole('button', { name: /^Show/ })
    .click()
  await expect(playground.reply).toContainText(/\w/)
  await expect(page.locator('#inspector-panel')).toContainText('Alternatives')

  await openHistory(page, 2)
  await page.getByLabel('History file').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"nucleus":"preset"}'),
  })
  await expect(page.getByRole('dialog')).toContainText('This file holds no history')
})

test('“Keep nothing” clears the history and keeps no more', async ({ page, playground }) => {
  await ask(playground, 'Tell me about rain.')
  await openHistory(page, 1)
  await page.getByRole('switch', { name: 'Keep nothing on this device' }).click()
  await expect(page.locator('[data-kept-run]')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await ask(playground, 'Tell me about bread.')
  await page.reload()
  await playground.ready()
  await openHistory(page, 0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the panel is used by keyboard, and axe finds nothing in the ${colorScheme} theme`, async ({
    page,
    playground,
  }) => {
    await page.emulateMedia({ colorScheme })
    await ask(playground, 'Tell me about rain.')
    await page.getByRole('button', { name: 'History', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-kept-run]')).toHaveCount(1)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.getByRole('button', { name: /^Show run/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('button', { name: 'History', exact: true }).click()
    await expect(page.locator('[data-kept-run]')).toHaveCount(1)
    const box = await page.getByRole('dialog').boundingBox()
    expect(box?.width).toBeLessThanOrEqual(390)
  })
}
