import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright/test'
import { expect, test } from '#e2e/fixtures/test.ts'
import { compareClocks, now } from './clock.ts'
import { median, ms, printTable, quantile } from './figures.ts'
import { steadily } from './paced.ts'

const load = { tokens: 1000, perSecond: 500, top: 20 }
const rounds = 3
const settings = {
  provider: 'openai_compatible',
  model: 'test-a',
  messages: [{ role: 'user', content: 'Go on.' }],
  logprobs: true,
  top_logprobs: load.top,
  stream: true,
}

test('Nucleus adds little to the time a token takes', async ({ page, playground, upstream }) => {
  test.setTimeout(120_000)
  await playground.ready()
  upstream.answerWith(steadily(load))
  await throughNucleus(page, upstream.base)
  const clocks = await compareClocks(page)
  const direct: number[] = []
  const through: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    direct.push(...(await straight(upstream.base)))
    through.push(...(await throughNucleus(page, upstream.base)))
  }
  const latencies = through.map((latency) => latency - clocks.ahead)
  const added = median(latencies) - median(direct)
  printTable(
    `Latency per token, ${load.perSecond} tokens/s, ${load.top} alternatives, ${rounds} × ${load.tokens} tokens`,
    [
      ['', 'p50', 'p95'],
      ['upstream → Node, direct', ...both(direct)],
      ['upstream → Nucleus → page', ...both(latencies)],
      ['added (aim 3 ms)', ms(added), ms(quantile(latencies, 0.95) - quantile(direct, 0.95))],
      ['the two clocks agree within', ms(clocks.error)],
    ],
  )
  expect(direct).toHaveLength(rounds * load.tokens)
  expect(through).toHaveLength(rounds * load.tokens)
  expect(added).toBeLessThan(15)
})

function both(latencies: readonly number[]): string[] {
  return [ms(median(latencies)), ms(quantile(latencies, 0.95))]
}

/** Milliseconds from the upstream's write to the parsed chunk, per token, in a plain Node client. */
async function straight(base: string): Promise<number[]> {
  const response = await fetch(`${base}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...settings, provider: undefined }),
  })
  const latencies: number[] = []
  let rest = ''
  for await (const text of (response.body ?? new ReadableStream()).pipeThrough(
    new TextDecoderStream(),
  )) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const written = writtenAt(block.slice('data: '.length))
      if (written !== undefined) latencies.push(now() - written)
    }
  }
  return latencies
}

/** When the upstream wrote a chunk; nothing for chunks without a token. */
function writtenAt(data: string): number | undefined {
  if (data === '[DONE]') return undefined
  return (JSON.parse(data) as { written_at?: number }).written_at
}

/** The same in the page, by the page's clock, through the route that streams. */
async function throughNucleus(page: Page, endpoint: string): Promise<number[]> {
  const request = { runId: randomUUID(), settings, endpoint }
  return page.evaluate(async (body) => {
    const response = await fetch('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok || !response.body) throw new Error(await response.text())
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    const found: number[] = []
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return found
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = block.startsWith('event: chunk') ? block.split('\ndata: ')[1] : undefined
        if (data === undefined || data === '[DONE]') continue
        const { written_at: written } = JSON.parse(data) as { written_at?: number }
        if (written !== undefined) found.push(performance.timeOrigin + performance.now() - written)
      }
    }
  }, request)
}
