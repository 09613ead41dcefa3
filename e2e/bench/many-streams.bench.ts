import { expect, test } from '#e2e/fixtures/test.ts'
import type { Answer } from '#e2e/fixtures/upstream.ts'
import { ms, printTable } from './figures.ts'
import { mb, residentBytes, watchPeak } from './memory.ts'
import { steadily } from './paced.ts'
import { openRun, tokensOf, words } from './raw-stream.ts'

const streams = 200
const load = { tokens: 100, perSecond: 10, top: 20 }
const limit = 120e6

test('200 streams run at once without an error and in little memory', async ({
  nucleus,
  upstream,
}) => {
  test.setTimeout(120_000)
  const run = async () => tokensOf(await openRun(nucleus, upstream.base))
  await run()
  const sockets = countOpen(steadily(load))
  upstream.answerWith(sockets.answer)
  const idle = residentBytes(nucleus.pid)
  const peak = watchPeak(nucleus.pid)
  const began = performance.now()
  const replies = await Promise.all(Array.from({ length: streams }, run))
  const time = performance.now() - began
  const above = peak() - idle
  printTable(`${streams} streams of ${load.tokens} tokens at ${load.perSecond}/s`, [
    ['memory, idle', mb(idle)],
    ['most above idle', mb(above), `(limit ${mb(limit)})`],
    ['upstream connections at once', String(sockets.most())],
    ['all ended after', ms(time)],
  ])
  for (const tokens of replies) expect(tokens).toEqual(words(load.tokens))
  expect(sockets.most()).toBe(streams)
  await expect.poll(sockets.now).toBe(0)
  expect(above).toBeLessThanOrEqual(limit)
})

/**
 * Counts the connections over which an answer is being written. None is written before all have
 * come, so that they do run at once however long the start of the last one takes.
 */
function countOpen(answer: Answer) {
  const open = new Set<unknown>()
  let most = 0
  let begin: () => void = () => {}
  const allHere = new Promise<void>((resolve) => (begin = resolve))
  const counting: Answer = async (response, request) => {
    const { socket } = response
    open.add(socket)
    most = Math.max(most, open.size)
    response.on('close', () => open.delete(socket))
    if (open.size === streams) begin()
    await allHere
    return answer(response, request)
  }
  return { answer: counting, now: () => open.size, most: () => most }
}
