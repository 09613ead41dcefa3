import type { Playground } from '#e2e/fixtures/playground.ts'
import {
  branchSection,
  chooseToken,
  question,
  runShown,
  runTree,
  sentBody,
} from '#e2e/fixtures/branching.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

async function greedyRun(playground: Playground): Promise<string> {
  await (await playground.set('temperature')).locator('input:not([type=range])').fill('0')
  await playground.run()
  await playground.replied()
  return (await playground.reply.textContent()) ?? ''
}

test('the teaching model goes on from the very tokens, so a greedy branch repeats the reply', async ({
  page,
  playground,
}) => {
  const whole = await greedyRun(playground)
  await expect(runTree(page)).toHaveCount(0)
  await chooseToken(page, 5)
  await expect(branchSection(page)).toContainText(
    'The teaching model goes on from the text up to here',
  )
  await branchSection(page).getByRole('button', { name: 'Branch from here' }).click()
  await runShown(page, playground, 2)
  await expect(playground.reply).toHaveText(whole)
  await expect(page.locator('[data-branch-label]')).toHaveText('Branch · from Run 1 at 6 · native')
  const body = await sentBody(page)
  expect(body.prefix_token_ids).toHaveLength(5)
  const [first, last] = body.messages as { role: string; content: string }[]
  expect(first).toEqual(question)
  expect(last?.role).toBe('assistant')
  expect(whole.startsWith(last?.content ?? 'nothing')).toBe(true)
})

test('an alternative leads elsewhere; the tree leads back, by mouse and by keyboard', async ({
  page,
  playground,
}) => {
  const whole = await greedyRun(playground)
  await chooseToken(page, 3)
  const menu = branchSection(page).getByLabel('Token to branch with')
  const offered = await menu.locator('option').allTextContents()
  expect(offered.length).toBeGreaterThan(2)
  await menu.selectOption({ index: 1 })
  const shown = offered[1]?.split(/ {2}/)[0] ?? ''
  await branchSection(page)
    .getByRole('button', { name: `Branch with ${shown}`, exact: true })
    .click()
  await runShown(page, playground, 2)
  const text = (await playground.reply.textContent()) ?? ''
  expect(text).not.toBe(whole)
  const { messages } = (await sentBody(page)) as { messages: { content: string }[] }
  const begun = messages[1]?.content ?? ''
  const replaced = shown.replace('·', ' ')
  expect(begun.endsWith(replaced) && text.startsWith(begun)).toBe(true)
  expect(whole.startsWith(begun.slice(0, -replaced.length))).toBe(true)
  const lines = runTree(page).getByRole('button')
  await expect(lines).toHaveText(['Run 1', `Run 2 · from Run 1 at 4 ${shown} · native`])

  // It is chosen, with the figures that it had in the first run.
  await expect(page.locator('[data-token-panel]')).toContainText('position 4 of')
  await expect(page.locator('[data-token-panel] [data-chosen]')).toContainText(shown)

  await lines.first().click()
  await expect(playground.reply).toHaveText(whole)
  await expect(page.locator('[data-branch-label]')).toHaveCount(0)
  await lines.nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(playground.reply).toHaveText(text)
})

test('B branches at the chosen token, not while one types; a branch can be branched', async ({
  page,
  playground,
}) => {
  await greedyRun(playground)
  await chooseToken(page, 4)
  const field = playground.field('messages').getByRole('textbox').first()
  await field.press('End')
  await field.press('b')
  await expect(field).toHaveValue(/b$/)
  await expect(runTree(page)).toHaveCount(0)
  await chooseToken(page, 4)
  await page.keyboard.press('b')
  await runShown(page, playground, 2)
  await chooseToken(page, 6)
  await page.keyboard.press('b')
  await runShown(page, playground, 3)
  await expect(runTree(page).getByRole('button')).toHaveText([
    'Run 1',
    'Run 2 · from Run 1 at 5 · native',
    'Run 3 · from Run 2 at 7 · native',
  ])
  const indents = await runTree(page)
    .getByRole('button')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().left))
  expect(indents.toSorted((a, b) => a - b)).toEqual(indents)
  expect(new Set(indents).size).toBe(3)
  // The conversation is that of the run, not what has been typed since.
  expect((await sentBody(page)).messages).toContainEqual(question)
})

test('a branch is brought back after a reload, and says that its parent is gone', async ({
  page,
  playground,
}) => {
  const whole = await greedyRun(playground)
  await chooseToken(page, 5)
  await page.keyboard.press('b')
  await runShown(page, playground, 2)
  await expect(async () => {
    await page.reload()
    await playground.ready()
    await expect(page.locator('[data-branch-label]')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(playground.reply).toHaveText(whole)
  await expect(page.locator('[data-branch-label]')).toHaveText(
    'Branch · from Run 1 at 6 · native · parent no longer kept',
  )
  await chooseToken(page, 2)
  expect(await page.locator('[data-token-panel] section li').count()).toBeGreaterThan(3)
})
