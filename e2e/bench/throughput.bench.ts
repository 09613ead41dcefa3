import type { IncomingMessage } from 'node:http'
import { expect, test } from '#e2e/fixtures/test.ts'
import { median, ms, printTable } from './figures.ts'
import { steadily } from './paced.ts'
import { openDirect, openRun, tokensOf, words } from './raw-stream.ts'

const load = { tokens: 10_000, perSecond: 5000, top: 20 }
const rounds = 3
const limit = 1.05

test('a fast stream takes at most 1.05 times as long through Nucleus', async ({
  nucleus,
  upstream,
}) => {
  test.setTimeout(180_000)
  upstream.answerWith(steadily(load))
  await timeOf(() => openRun(nucleus, upstream.base))
  const direct: number[] = []
  const plain: number[] = []
  const zipped: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    direct.push(await timeOf(() => openDirect(upstream.base)))
    plain.push(await timeOf(() => openRun(nucleus, upstream.base)))
    zipped.push(await timeOf(() => openRun(nucleus, upstream.base, { 'accept-encoding': 'gzip' })))
  }
  const ratio = median(plain) / median(direct)
  printTable(
    `Total time, ${load.tokens} tokens at ${load.perSecond}/s, ${load.top} alternatives, median of ${rounds}`,
    [
      ['direct', ms(median(direct))],
      ['through Nucleus', ms(median(plain)), `× ${ratio.toFixed(3)} (limit ${limit})`],
      ['through Nucleus, gzip', ms(median(zipped)), `× ${ratioText(zipped, direct)}`],
    ],
  )
  expect(ratio).toBeLessThanOrEqual(limit)
})

function ratioText(some: readonly number[], others: readonly number[]): string {
  return (median(some) / median(others)).toFixed(3)
}

/** Milliseconds from the request to the end of its stream, in which every token must have come. */
async function timeOf(open: () => Promise<IncomingMessage>): Promise<number> {
  const began = performance.now()
  const tokens = await tokensOf(await open())
  const time = performance.now() - began
  expect(tokens).toEqual(words(load.tokens))
  return time
}
