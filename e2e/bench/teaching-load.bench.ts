import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from '#e2e/fixtures/test.ts'
import { median, ms, printTable, quantile } from './figures.ts'
import { mb, residentBytes, watchPeak } from './memory.ts'
import { longReply, timeModels, timeReply, type Timing } from './teaching-stream.ts'

const streams = 50
const tokens = 300

test('50 streams of the teaching model run side by side, and none starves', async ({ nucleus }) => {
  test.setTimeout(120_000)
  const body = longReply(tokens, { logprobs: true, top_logprobs: 20 })
  await timeReply(nucleus, body)
  const idle = residentBytes(nucleus.pid)
  const peak = watchPeak(nucleus.pid)
  const over = { yet: false }
  const began = performance.now()
  const watching = watchAnswers(() => timeModels(nucleus), over)
  const replies = await Promise.all(Array.from({ length: streams }, () => timeReply(nucleus, body)))
  over.yet = true
  const time = performance.now() - began
  const answers = await watching
  const totals = replies.map(({ total }) => total)
  const ratio = Math.max(...totals) / Math.min(...totals)
  printTable(`${streams} streams at once, ${tokens} tokens, 20 alternatives`, [
    ['all together', `${((streams * tokens * 1000) / time).toFixed(0)} tokens/s`],
    ['slowest / fastest to end', `× ${ratio.toFixed(2)} (limit 2)`],
    ['first token, median', ms(median(replies.map(({ first }) => first)))],
    ['first token, worst', ms(Math.max(...replies.map(({ first }) => first)))],
    ['/v1/models meanwhile, median', ms(median(answers))],
    ['/v1/models meanwhile, p95', ms(quantile(answers, 0.95))],
    ['/v1/models meanwhile, worst', ms(Math.max(...answers))],
    ['most memory above idle', mb(peak() - idle)],
  ])
  expectAll(replies)
  expect(ratio).toBeLessThanOrEqual(2)
  expect(quantile(answers, 0.95)).toBeLessThanOrEqual(100)
})

test('a prompt of a megabyte keeps nobody waiting', async ({ nucleus }) => {
  const letters = Array.from(
    { length: 900_000 },
    (_, at) => 'etaoinshrdlu'[(at * at * 7 + at) % 12],
  )
  const huge = { ...longReply(1), messages: [{ role: 'user', content: letters.join('') }] }
  await Promise.all(Array.from({ length: 5 }, () => timeModels(nucleus)))
  const over = { yet: false }
  const watching = watchAnswers(() => timeModels(nucleus), over)
  const refusal = await timeReply(nucleus, huge).catch((reason: unknown) => String(reason))
  over.yet = true
  const answers = await watching
  printTable('/v1/models while a prompt of 900 kB without a space is refused', [
    ['median', ms(median(answers))],
    ['worst', ms(Math.max(...answers))],
  ])
  expect(refusal).toContain('context_length_exceeded')
  expect(Math.max(...answers)).toBeLessThanOrEqual(250)
})

/** Asks again and again until it is over; gives the milliseconds of every answer. */
async function watchAnswers(
  ask: () => Promise<number>,
  over: Readonly<{ yet: boolean }>,
): Promise<number[]> {
  const times: number[] = []
  while (!over.yet) {
    times.push(await ask())
    // Few enough not to be a load of their own.
    await after(10)
  }
  return times
}

function expectAll(replies: readonly Timing[]): void {
  for (const reply of replies) expect(reply.tokens).toBe(tokens)
}
