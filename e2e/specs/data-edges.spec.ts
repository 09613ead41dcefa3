import type { Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'
import { json } from '#e2e/fixtures/upstream.ts'

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

/** A whole reply of some 2 million characters on one line. */
function longWhole() {
  const content = Array.from({ length: 4000 }, (_, at) => ({
    token: ` w${at}`,
    logprob: -at / 4000,
    bytes: [...Buffer.from(` w${at}`)],
    top_logprobs: Array.from({ length: 8 }, (_each, place) => ({
      token: ` w${at + place}`,
      logprob: -1 - place,
      bytes: null,
    })),
  }))
  const message = { role: 'assistant', content: content.map(({ token }) => token).join('') }
  return {
    id: 'chatcmpl-long',
    choices: [{ index: 0, message, logprobs: { content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 4000, total_tokens: 4001 },
  }
}

for (const way of ['stream', 'no stream'] as const) {
  test(`a long whole reply is read apart from the page and kept as it came (${way})`, async ({
    page,
    playground,
    upstream,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const body = longWhole()
    upstream.answerNext(json(body))
    await playground.useServer(upstream.base)
    if (way === 'no stream') await playground.reset('stream')
    const workers: string[] = []
    page.on('worker', (worker) => workers.push(worker.url()))
    await playground.run()
    await playground.replied()
    expect(workers).toHaveLength(1)
    await expect(playground.reply).toContainText('w3999')
    await openTab(page, 'Run')
    await expect(page.getByRole('tabpanel')).toContainText('4,001')
    await openTab(page, 'Response')
    const text = JSON.stringify(body)
    await expect(page.getByRole('tabpanel')).toContainText(
      `Status 200, ${text.length.toLocaleString('en')} characters`,
    )
    await page.getByRole('button', { name: 'Copy response' }).click()
    await expect(page.getByRole('button', { name: /^Copied [\d,]+ characters$/ })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  })
}

test('reasoning, a refusal beside content, tool calls and sources have blocks of their own', async ({
  page,
  playground,
  upstream,
}) => {
  const call = { id: 'c1', type: 'function', function: { name: 'look_up', arguments: '{"a":1}' } }
  const listed = (token: string) => [{ token, logprob: -0.5, bytes: null, top_logprobs: [] }]
  const message = {
    content: 'Partly.',
    refusal: 'Not the rest.',
    reasoning_content: 'Hm, let me see.',
    tool_calls: [call],
    annotations: [
      { type: 'url_citation', url_citation: { url: 'https://example.com/a', title: 'A source' } },
      { type: 'url_citation', url_citation: { url: 'javascript:alert(1)', title: 'Bad' } },
    ],
  }
  const logprobs = { content: listed('Partly.'), refusal: listed('Not the rest.') }
  upstream.answerNext(json({ choices: [{ index: 0, message, logprobs, finish_reason: 'stop' }] }))
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await expect(playground.reply).toHaveText('Partly.')
  await expect(page.getByRole('region', { name: 'Refusal' })).toContainText('Not the rest.')
  await expect(page.getByRole('region', { name: 'Tool call look_up' })).toContainText('"a": 1')
  await page.getByText('Reasoning', { exact: true }).click()
  await expect(page.getByText('Hm, let me see.')).toBeVisible()
  const sources = page.getByRole('region', { name: 'Annotations' })
  await expect(sources.getByRole('link')).toHaveCount(1)
  await expect(sources.getByRole('link', { name: 'A source' })).toHaveAttribute(
    'href',
    'https://example.com/a',
  )
  await expect(sources).toContainText('javascript:alert(1)')
})

test('sentinels, probabilities and the older shape reach the page as what they are', async ({
  page,
  playground,
  upstream,
}) => {
  const bodies = [
    {
      content: [
        { token: 'A', logprob: '-Infinity', top_logprobs: [{ token: 'B', logprob: -0.1 }] },
      ],
    },
    { content: [{ token: 'A', prob: 0.25, top_probs: [{ token: 'B', prob: 0.75 }] }] },
    { tokens: ['A'], token_logprobs: [null], top_logprobs: [[['B', -0.1]]], text_offset: [0] },
  ]
  const shown = [/unknown/i, /25\.0 %/, /unknown/i]
  await playground.useServer(upstream.base)
  await playground.reset('stream')
  for (const [at, logprobs] of bodies.entries()) {
    upstream.answerNext(json({ choices: [{ index: 0, message: { content: 'A' }, logprobs }] }))
    await playground.run()
    await playground.replied()
    await expect(playground.reply).toHaveText('A')
    await openTab(page, 'Token')
    await playground.text.click('A')
    await expect(page.locator('[data-token-panel]')).toContainText(shown[at] ?? '')
    await expect(page.getByRole('tabpanel', { name: 'Token' })).toContainText('B')
  }
})
