import { expect, test } from '#e2e/fixtures/test.ts'

test('undo and redo reach every field and every message, by button and by key', async ({
  page,
  playground,
}) => {
  const conversation = playground.field('messages')
  const temperature = playground.field('temperature')
  await expect(conversation.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await playground.set('temperature')
  await temperature.getByRole('slider').focus()
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight')
  await expect(temperature.getByRole('slider')).toHaveValue('1.05')
  await conversation.getByRole('button', { name: 'Add message' }).click()
  await expect(conversation.getByRole('textbox')).toHaveCount(2)

  await page.getByRole('button', { name: /^Run/ }).focus()
  await page.keyboard.press('Control+z')
  await expect(conversation.getByRole('textbox')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(temperature.getByRole('slider')).toHaveValue('1')
  await conversation.getByRole('button', { name: 'Undo' }).click()
  await expect(temperature).toHaveAttribute('data-state', 'unset')
  await expect(conversation.getByRole('button', { name: 'Undo' })).toHaveCount(0)

  await page.getByRole('button', { name: /^Run/ }).focus()
  await page.keyboard.press('Control+Shift+z')
  await expect(temperature.getByRole('slider')).toHaveValue('1')
  await page.keyboard.press('Control+y')
  await expect(temperature.getByRole('slider')).toHaveValue('1.05')
  await conversation.getByRole('button', { name: 'Redo' }).click()
  await expect(conversation.getByRole('textbox')).toHaveCount(2)
  await expect(conversation.getByRole('button', { name: 'Redo' })).toHaveCount(0)
})

test('a text field keeps its own undo, and a JSON field shows what Undo brought back', async ({
  page,
  playground,
}) => {
  const message = playground.field('messages').getByRole('textbox')
  await message.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Briefly.')
  await page.keyboard.press('Control+z')
  await expect(message).not.toHaveValue(/Briefly\.$/)

  await playground.writeJson('logit_bias', '{"262": -100}')
  await playground.reset('logit_bias')
  await expect(playground.field('logit_bias')).toHaveAttribute('data-state', 'unset')
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await expect(playground.field('logit_bias').locator('textarea, .cm-content')).toContainText(
    '{"262": -100}',
  )
})

test('what is undone is what is sent', async ({ page, playground, upstream }) => {
  await playground.useServer(upstream.base)
  await playground.set('seed')
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await playground.run()
  await playground.replied()
  expect(upstream.completions()[0]?.body).not.toHaveProperty('seed')
  await page.getByRole('button', { name: 'Redo' }).click()
  await playground.run()
  await expect.poll(() => upstream.completions()[1]?.body.seed).toBe(42)
})

test('another page of Nucleus and back leaves the form, and its steps, as they were', async ({
  page,
  playground,
}) => {
  await playground.switchKeeping()
  const message = playground.field('messages').getByRole('textbox')
  await message.fill('What is fog?')
  await playground.set('seed')
  await page.getByRole('link', { name: 'Lessons' }).first().click()
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible()
  await page.getByRole('link', { name: 'Playground' }).first().click()
  await playground.ready()
  await expect(message).toHaveValue('What is fog?')
  await expect(playground.field('seed')).toHaveAttribute('data-state', 'set')
  await playground.field('messages').getByRole('button', { name: 'Undo' }).click()
  await expect(playground.field('seed')).toHaveAttribute('data-state', 'unset')
  await expect(message).toHaveValue('What is fog?')
})
