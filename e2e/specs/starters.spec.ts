import { starterGroups } from '#lib/preset/starters/index.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const starters = starterGroups.flatMap(({ presets }) => presets)

test('every starter opens and runs without a problem, and Undo brings back what was there', async ({
  page,
  playground,
}) => {
  test.slow()
  const message = playground.field('messages').getByRole('textbox').first()
  await message.fill('My own question')
  for (const { name, id, authorNote } of starters) {
    const panel = await playground.openPresets()
    await panel.getByRole('tab', { name: 'Starter set' }).click()
    await panel.getByRole('button', { name: `Open ${name}`, exact: true }).click()
    await expect(panel).toBeHidden()
    await expect(page.locator('[data-notice]'), id).toContainText(authorNote)
    await expect(page.locator('[data-preset-name]')).toContainText(name)
    await expect(page.getByText(/\d problems?$/)).toHaveCount(0)
    await playground.run()
    await expect(page.locator('[data-reply-status]'), id).toHaveAttribute(
      'data-reply-status',
      'done',
    )
  }
})

test('the set can be filtered by what a preset sets', async ({ playground }) => {
  const panel = await playground.openPresets()
  await panel.getByRole('tab', { name: 'Starter set' }).click()
  await expect(panel.getByRole('listitem')).toHaveCount(starters.length)
  await panel.getByRole('searchbox').fill('min_p')
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await panel.getByRole('searchbox').fill('no such thing')
  await expect(panel).toContainText('No starter has “no such thing” in it.')
})

test('opening takes one step, with the way back in the notice and in Undo', async ({
  page,
  playground,
}) => {
  const message = playground.field('messages').getByRole('textbox').first()
  await message.fill('My own question')
  const panel = await playground.openPresets()
  await panel.getByRole('button', { name: 'Open Ban a word' }).click()
  await expect(message).toHaveValue('Tell me about the sea.')
  await page.locator('[data-notice]').getByRole('button', { name: 'Undo' }).click()
  await expect(message).toHaveValue('My own question')
  await expect(page.locator('[data-preset-name]')).toContainText('Untitled')
  await (await playground.openPresets()).getByRole('button', { name: 'Open Ban a word' }).click()
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await expect(message).toHaveValue('My own question')
  await expect(page.locator('[data-preset-name]')).toContainText('Untitled')
})
