import type { ServerResponse } from 'node:http'
import { expect, test } from '#e2e/fixtures/test.ts'
import { beginSse, finishChunk, tokenChunk, type Answer } from '#e2e/fixtures/upstream.ts'
import { printTable } from './figures.ts'
import { mb, residentBytes, watchPeak } from './memory.ts'
import { atOnce } from './paced.ts'
import { openRun, tokensOf } from './raw-stream.ts'

const readers = 4
const offered = 128e6
const limit = 5e6

test('a reader that stalls holds the upstream back instead of filling memory', async ({
  nucleus,
  upstream,
}) => {
  test.setTimeout(120_000)
  // The heap grows to its working size first, on more than the stalled streams will carry.
  upstream.answerWith(atOnce({ tokens: 4000, top: 20 }))
  for (let round = 0; round < 2; round += 1)
    await Promise.all(
      Array.from({ length: readers }, async () => tokensOf(await openRun(nucleus, upstream.base))),
    )
  const writers: Writer[] = []
  upstream.answerWith(writing(writers))
  const before = residentBytes(nucleus.pid)
  const peak = watchPeak(nucleus.pid)
  const stalled = await Promise.all(
    Array.from({ length: readers }, () => openRun(nucleus, upstream.base)),
  )
  await expect.poll(() => writers.length).toBe(readers)
  await expect.poll(() => atRest(writers), { timeout: 30_000, intervals: [1000] }).toBe(true)
  const grown = (peak() - before) / readers
  const taken = writers.map(({ bytes }) => bytes)
  printTable(`${readers} readers that take the head and stall, ${mb(offered)} offered to each`, [
    ['memory per reader', mb(grown), `(limit ${mb(limit)})`],
    ['most that one upstream could write', mb(Math.max(...taken))],
  ])
  expect(writers.every(({ response }) => response.writableNeedDrain)).toBe(true)
  expect(Math.max(...taken)).toBeLessThan(offered / 2)
  expect(grown).toBeLessThanOrEqual(limit)
  for (const response of stalled) response.destroy()
  await expect.poll(() => writers.every(({ response }) => response.closed)).toBe(true)
})

/** One stream that the upstream writes, and how much of it was taken so far. */
interface Writer {
  response: ServerResponse
  bytes: number
  seen: number
}

/** Whether no writer got further since this was last asked. */
function atRest(writers: Writer[]): boolean {
  const still = writers.every(({ bytes, seen }) => bytes > 0 && bytes === seen)
  for (const writer of writers) writer.seen = writer.bytes
  return still
}

/** Writes tokens for as long as they are taken, up to what is offered. */
function writing(writers: Writer[]): Answer {
  const event = `data: ${JSON.stringify(tokenChunk(' word', { top: 20 }))}\n\n`
  return async (response) => {
    const writer: Writer = { response, bytes: 0, seen: -1 }
    writers.push(writer)
    beginSse(response)
    const closed = new Promise<void>((resolve) => response.once('close', resolve))
    while (writer.bytes < offered && !response.closed) {
      writer.bytes += event.length
      if (response.write(event)) continue
      const drained = new Promise<void>((resolve) => response.once('drain', resolve))
      await Promise.race([drained, closed])
    }
    response.end(`data: ${JSON.stringify(finishChunk())}\n\ndata: [DONE]\n\n`)
  }
}
