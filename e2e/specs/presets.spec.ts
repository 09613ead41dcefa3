import { readFile } from 'node:fs/promises'
import { Playground } from '#e2e/fixtures/playground.ts'
import { dotOf, listOf, messageOf, nameOf, panelOf, save } from '#e2e/fixtures/presets.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('a preset is saved, shown in the bar, and told apart from what was changed since', async ({
  page,
  playground,
}) => {
  await expect(nameOf(page)).toHaveText(/Untitled/)
  await expect(dotOf(page)).toHaveCount(0)
  await messageOf(playground).fill('First question')
  await expect(dotOf(page)).toBeVisible()
  const panel = await playground.openPresets()
  await save(panel, 'One', 'What it is for')
  await expect(listOf(page).getByRole('listitem')).toHaveText(/One.*in the form.*What it is for/s)
  await page.keyboard.press('Escape')
  await expect(nameOf(page)).toHaveText(/One/)
  await expect(dotOf(page)).toHaveCount(0)

  await messageOf(playground).fill('Second question')
  await expect(dotOf(page)).toBeVisible()
  await page.reload()
  await playground.ready()
  await expect(nameOf(page)).toHaveText(/One/)
  await expect(dotOf(page)).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.locator('[data-notice]')).toContainText('Saved “One”.')
  await expect(dotOf(page)).toHaveCount(0)

  await messageOf(playground).fill('Third question')
  await (await playground.openPresets()).getByRole('button', { name: 'Open One' }).click()
  await expect(messageOf(playground)).toHaveValue('Second question')
  await page.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await expect(messageOf(playground)).toHaveValue('Third question')
  await messageOf(playground).fill('Second question')
  await expect(dotOf(page)).toHaveCount(0)
})

test('a name stays when what was typed before saving is undone', async ({ page, playground }) => {
  await (await playground.set('temperature')).getByRole('textbox').fill('0.5')
  await save(await playground.openPresets(), 'Half')
  await page.keyboard.press('Escape')
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await expect(nameOf(page)).toHaveText(/Half/)
  await expect(dotOf(page)).toBeVisible()
})

test('presets are renamed, duplicated, filtered, and deleted with a way back', async ({
  page,
  playground,
}) => {
  const panel = await playground.openPresets()
  await save(panel, 'One')
  await panel.getByRole('button', { name: 'Duplicate One', exact: true }).click()
  await panel.getByRole('button', { name: 'Rename One 2' }).click()
  await page.keyboard.type('Dropped')
  await page.keyboard.press('Escape')
  await expect(panel.getByRole('button', { name: 'Rename One 2' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Two')
  await page.keyboard.press('Enter')
  await expect(listOf(page).getByRole('listitem')).toHaveText([/^Two/, /^One/])
  await expect(panel.getByRole('button', { name: 'Rename Two' })).toBeFocused()
  await panel.getByRole('button', { name: 'Rename One' }).click()
  await page.keyboard.type('Two')
  await page.keyboard.press('Enter')
  await expect(listOf(page).getByRole('listitem')).toHaveText([/^Two/, /^Two 2.*in the form/s])
  await expect(nameOf(page)).toHaveText(/Two 2/)

  await panel.getByRole('searchbox').fill('two 2')
  await expect(listOf(page).getByRole('listitem')).toHaveCount(1)
  await panel.getByRole('searchbox').fill('')
  await panel.getByRole('button', { name: 'Delete Two', exact: true }).click()
  await expect(listOf(page).getByRole('listitem')).toHaveText([/^Two 2/])
  await page.keyboard.press('Escape')
  await page.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await playground.openPresets()
  await expect(listOf(page).getByRole('listitem')).toHaveCount(2)
})

test('saving anew leaves the first as it was, under a name that is free', async ({
  page,
  playground,
}) => {
  await messageOf(playground).fill('First')
  await save(await playground.openPresets(), 'One')
  await page.keyboard.press('Escape')
  await messageOf(playground).fill('Second')
  const panel = await playground.openPresets()
  await panel.getByRole('button', { name: 'Save as new' }).click()
  await expect(listOf(page).getByRole('listitem')).toHaveCount(2)
  await expect(nameOf(page)).toHaveText(/One 2/)
  await panel.getByRole('button', { name: 'Open One', exact: true }).click()
  await expect(messageOf(playground)).toHaveValue('First')
})

test('what has a problem or holds a key is left out, and named', async ({ page, playground }) => {
  await (await playground.set('temperature')).getByRole('textbox').fill('9')
  await playground.writeJson('extra_body', '{"api_key": "sk-secret"}')
  const panel = await playground.openPresets()
  await save(panel, 'Odd')
  await expect(panel.locator('[data-save-note]')).toContainText('temperature, extra_body')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Export all' }).click(),
  ])
  expect(await readFile(await file.path(), 'utf8')).not.toContain('sk-secret')
})

test('all go out in one file and come in again elsewhere', async ({
  page,
  playground,
  browser,
  nucleus,
}) => {
  await messageOf(playground).fill('Żółć 🦩 “quoted”')
  const panel = await playground.openPresets()
  await save(panel, 'One', 'The first')
  await panel.getByRole('button', { name: 'Duplicate One', exact: true }).click()
  await expect(listOf(page).getByRole('listitem')).toHaveCount(2)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Export all' }).click(),
  ])
  const path = await file.path()
  const text = await readFile(path, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ nucleus: 'presets', version: 1, presets: [{}, {}] })

  const context = await browser.newContext()
  const other = new Playground(await context.newPage(), nucleus.url)
  await other.open()
  const there = await other.openPresets()
  await there.getByRole('tab', { name: 'Yours' }).click()
  const picker = there.getByLabel('Files with presets')
  await picker.setInputFiles(path)
  await expect(there.locator('[data-import-outcome]')).toHaveText('2 presets came in.')
  await picker.setInputFiles([
    { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{') },
    { name: file.suggestedFilename(), mimeType: 'application/json', buffer: Buffer.from(text) },
  ])
  await expect(there.locator('[data-import-outcome]')).toContainText('bad.json is not JSON.')
  await expect(listOf(other.page).getByRole('listitem')).toHaveText([
    /^One 3/,
    /^One 4/,
    /^One 2/,
    /^One/,
  ])
  await there.getByRole('button', { name: 'Open One', exact: true }).click()
  await expect(messageOf(other)).toHaveValue('Żółć 🦩 “quoted”')
  await context.close()
})

test('two tabs stay in step', async ({ page, playground, context }) => {
  const panel = await playground.openPresets()
  const other = new Playground(await context.newPage(), playground.url)
  await other.open()
  await save(await other.openPresets(), 'From there')
  await panel.getByRole('tab', { name: 'Yours' }).click()
  await expect(listOf(page).getByRole('listitem')).toHaveText(/^From there/)
  await panel.getByRole('button', { name: 'Delete From there' }).click()
  await expect(listOf(other.page).getByRole('listitem')).toHaveCount(0)
})

test('“keep nothing” deletes presets, says so before, and lets them be brought back', async ({
  page,
  playground,
}) => {
  await save(await playground.openPresets(), 'One')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const keeping = page.getByRole('switch', { name: 'Keep nothing on this device' })
  await expect(keeping).toHaveAccessibleDescription(/your saved preset/)
  await keeping.click()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-notice]')).toContainText('1 saved preset was deleted')
  const panel = await playground.openPresets()
  await expect(panel.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  await expect(panel).toContainText('presets cannot be saved')
  await panel.getByRole('tab', { name: /^Yours/ }).click()
  await expect(listOf(page).getByRole('listitem')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /bring presets back/ }).click()
  await playground.openPresets()
  await expect(listOf(page).getByRole('listitem')).toHaveText(/^One.*in the form/s)
})

test('storage that is closed is told in words, and the page works on', async ({
  page,
  playground,
}) => {
  await page.evaluate(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('closed', 'SecurityError')
        },
      },
    })
  })
  const panel = await playground.openPresets()
  await panel.getByLabel('Name', { exact: true }).fill('One')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel.locator('[data-save-note]')).toContainText('does not let Nucleus keep presets')
  await expect(panel.getByLabel('Name', { exact: true })).toHaveValue('One')
  await panel.getByRole('tab', { name: 'Starter set' }).click()
  await panel.getByRole('button', { name: 'Open Ban a word' }).click()
  await playground.run()
  await playground.replied()
})

test('keys alone name, save, open and delete', async ({ page, playground }) => {
  await messageOf(playground).focus()
  await page.keyboard.press('Control+s')
  await expect(panelOf(page).getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panelOf(page).locator('[data-save-note]')).toHaveText('Give it a name first.')
  await page.keyboard.type('By keys')
  await page.keyboard.press('Enter')
  await expect(listOf(page).getByRole('listitem')).toHaveText(/^By keys/)
  await page.keyboard.press('Escape')
  await expect(messageOf(playground)).toBeFocused()

  await nameOf(page).focus()
  await page.keyboard.press('Enter')
  await panelOf(page).getByRole('button', { name: 'Open By keys' }).focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab')
  await expect(panelOf(page).getByRole('button', { name: 'Delete By keys' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(listOf(page).getByRole('listitem')).toHaveCount(0)
  await expect(panelOf(page).getByRole('tab', { selected: true })).toBeFocused()
})
