import { branchSection, chooseToken, question, runShown, runTree } from '#e2e/fixtures/branching.ts'
import {
  beginSse,
  finishChunk,
  json,
  sendChunk,
  tokenChunk,
  type Answer,
} from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { continueWords } from '#lib/request/branch.ts'

/** A stream of these tokens, whatever was asked. */
const words =
  (...tokens: string[]): Answer =>
  (response) => {
    beginSse(response)
    for (const token of tokens) sendChunk(response, tokenChunk(token, { top: 3 }))
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  }

test('elsewhere a branch is simulated: one request, which asks in words, and says so', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await (await playground.set('n')).getByRole('textbox').fill('2')
  await (await playground.set('max_tokens')).locator('input:not([type=range])').fill('50')
  await playground.run()
  await playground.replied()
  await chooseToken(page, 2)
  await expect(branchSection(page)).toContainText(
    'It is not known that OpenAI-compatible can continue a partial reply. A branch is simulated: one new request, text up to here in the prompt.',
  )
  upstream.answerNext(words(' like', ' silk', '.'))
  await branchSection(page).getByRole('button', { name: 'Branch from here' }).click()
  await runShown(page, playground, 2)
  await expect(playground.reply).toHaveText('Rain fell like silk.')
  await expect(page.locator('[data-branch-label]')).toHaveText(
    'Branch · from Run 1 at 3 · simulated',
  )
  await expect(branchSection(page)).toContainText('a branch of Run 1: simulated')
  const [first, second, ...more] = upstream.completions().map(({ body }) => body)
  expect(more).toEqual([])
  expect(second).toEqual({
    ...first,
    n: 1,
    messages: [
      question,
      { role: 'assistant', content: 'Rain fell' },
      { role: 'user', content: continueWords },
    ],
  })
})

test('what a provider repeats is not doubled', async ({ page, playground, upstream }) => {
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await chooseToken(page, 3)
  await page.keyboard.press('b')
  await runShown(page, playground, 2)
  await expect(playground.reply).toHaveText('Rain fell on the café.')
  await playground.text.hasTokens(6)
})

test('vLLM continues natively, with its own keys on the wire', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.choose('vllm', 'test-a')
  await page.getByLabel('Address', { exact: true }).fill(upstream.base)
  await playground.run()
  await playground.replied()
  await chooseToken(page, 2)
  await expect(branchSection(page)).toContainText('vLLM can continue a partial reply')
  upstream.answerNext(words(' softly', '.'))
  await branchSection(page).getByRole('button', { name: 'Branch from here' }).click()
  await runShown(page, playground, 2)
  await expect(playground.reply).toHaveText('Rain fell softly.')
  await expect(page.locator('[data-branch-label]')).toContainText('native')
  const [first, second] = upstream.completions().map(({ body }) => body)
  expect(second).toEqual({
    ...first,
    messages: [question, { role: 'assistant', content: 'Rain fell' }],
    add_generation_prompt: false,
    continue_final_message: true,
  })
})

test('a branch is stopped as a run is, from wherever one looks', async ({
  page,
  playground,
  upstream,
}) => {
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await chooseToken(page, 1)
  upstream.answerNext((response) => {
    beginSse(response)
    sendChunk(response, tokenChunk(' came', { top: 3 }))
  })
  await page.keyboard.press('b')
  await expect(playground.reply).toHaveText('Rain came')
  await expect(branchSection(page)).toContainText('A run is under way.')
  await runTree(page).getByRole('button', { name: 'Run 1' }).first().click()
  await expect(playground.reply).toHaveText('Rain fell on the café.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Run Ctrl/ })).toBeVisible()
  await expect.poll(() => upstream.completions()[1]?.abortedAt).toBeDefined()
  await runTree(page)
    .getByRole('button', { name: /^Run 2/ })
    .click()
  await expect(playground.reply).toHaveText('Rain came')
  await expect(page.locator('[data-reply-status=stopped]')).toBeVisible()
})

test('a character that tokens share is not parted, and says so', async ({
  page,
  playground,
  upstream,
}) => {
  const half = (bytes: number[]) => ({
    token: '\\x',
    bytes,
    logprob: -1,
    top_logprobs: [
      { token: '\\x', bytes, logprob: -1 },
      { token: ' a', bytes: [32, 97], logprob: -2 },
    ],
  })
  upstream.answerNext((response) => {
    beginSse(response)
    const chunk = tokenChunk('é')
    const [choice] = chunk.choices
    sendChunk(response, {
      ...chunk,
      choices: [{ ...choice, logprobs: { content: [half([0xc3]), half([0xa9])] } }],
    })
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  })
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await playground.text.walkTo(1)
  await expect(page.locator('[data-token-panel]')).toContainText('position 2 of 2')
  const button = branchSection(page).getByRole('button', { name: 'Branch from here' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(branchSection(page)).toContainText('begins inside a character')
  await page.keyboard.press('b')
  await expect(page.getByRole('status')).toContainText('begins inside a character')
  expect(upstream.completions()).toHaveLength(1)
})

test('a branch that failed is tried again as a branch', async ({ page, playground, upstream }) => {
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await chooseToken(page, 2)
  upstream.answerNext(json({ error: { message: 'Overloaded' } }, 503), words(' hard', '.'))
  await page.keyboard.press('b')
  const card = page.getByRole('region', { name: 'Error' })
  await expect(page.getByRole('note')).toHaveCount(0)
  await card.getByRole('button', { name: 'Try again' }).click()
  await runShown(page, playground, 3)
  await expect(playground.reply).toHaveText('Rain fell hard.')
  const [, failed, again] = upstream.completions().map(({ body }) => body)
  expect(again).toEqual(failed)
})
