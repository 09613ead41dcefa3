import { startNucleus } from '#e2e/fixtures/nucleus.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { median, ms, printTable } from './figures.ts'
import { mb, residentBytes } from './memory.ts'
import {
  callingReply,
  formattedReply,
  longReply,
  timeModels,
  timeReply,
} from './teaching-stream.ts'

const rounds = 5
const tokens = 2000

const settings = [
  { name: 'without log probabilities', limit: 2000, more: {} },
  { name: 'with 20 alternatives', limit: 500, more: { logprobs: true, top_logprobs: 20 } },
  {
    name: 'with 20, top_p and penalties',
    limit: 500,
    more: {
      logprobs: true,
      top_logprobs: 20,
      top_p: 0.9,
      temperature: 0.8,
      frequency_penalty: 0.5,
    },
  },
]

test('the teaching model writes quickly over HTTP', async ({ nucleus }) => {
  test.setTimeout(120_000)
  await timeReply(nucleus, longReply(500))
  const rows: string[][] = []
  const speeds: { speed: number; limit: number }[] = []
  for (const { name, limit, more } of settings) {
    const times = await inTurn(rounds, () => timeReply(nucleus, longReply(tokens, more)))
    for (const reply of times) expect(reply.tokens).toBe(tokens)
    const speed = median(times.map(({ total }) => (tokens * 1000) / total))
    speeds.push({ speed, limit })
    rows.push([name, `${speed.toFixed(0)} tokens/s`, `(at least ${limit})`])
  }
  printTable(`Teaching model over HTTP, ${tokens} tokens, median of ${rounds}`, rows)
  for (const { speed, limit } of speeds) expect(speed).toBeGreaterThanOrEqual(limit)
})

test('it writes quickly in a required form', async ({ nucleus }) => {
  const once = () => timeReply(nucleus, formattedReply({ logprobs: true, top_logprobs: 20 }))
  await inTurn(2, once)
  const replies = await inTurn(rounds, once)
  const speed = median(replies.map(({ tokens: written, total }) => (written * 1000) / total))
  printTable(`A reply in a required form, with 20 alternatives, median of ${rounds}`, [
    ['tokens', `${median(replies.map(({ tokens: written }) => written))}`],
    ['speed', `${speed.toFixed(0)} tokens/s`, '(at least 500)'],
  ])
  expect(speed).toBeGreaterThanOrEqual(500)
})

const told = { logprobs: true, top_logprobs: 20 }
const kinds = [
  { name: 'text', body: longReply(8, told) },
  { name: 'in a required form', body: { ...formattedReply(told), max_tokens: 8 } },
  { name: 'calls of a tool', body: callingReply() },
]

test('its first token comes soon', async ({ nucleus }) => {
  const rows: string[][] = []
  const medians: number[] = []
  for (const { name, body } of kinds) {
    const once = () => timeReply(nucleus, body)
    await inTurn(3, once)
    const firsts = (await inTurn(20, once)).map(({ first }) => first)
    medians.push(median(firsts))
    rows.push([name, ms(median(firsts)), '(limit 30 ms)', `worst ${ms(Math.max(...firsts))}`])
  }
  printTable('Request to first token, warm, median of 20', rows)
  for (const time of medians) expect(time).toBeLessThanOrEqual(30)
})

test('it is ready soon after the start of the server, and takes little memory', async () => {
  test.setTimeout(120_000)
  const delays: number[] = []
  const grown: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const nucleus = await startNucleus()
    const before = residentBytes(nucleus.pid)
    // What npm start asks before it says that the server is there.
    await timeModels(nucleus)
    const body = longReply(200, { logprobs: true, top_logprobs: 20 })
    const cold = await timeReply(nucleus, body)
    const warm = await inTurn(5, () => timeReply(nucleus, body))
    delays.push(cold.first - median(warm.map(({ first }) => first)))
    grown.push(residentBytes(nucleus.pid) - before)
    await nucleus.stop()
  }
  printTable('First reply of a fresh server, asked for as soon as it is there, median of 3', [
    ['first token, above a warm one', ms(median(delays)), '(limit 300 ms)'],
    ['memory added, routes and tokenizer included', mb(median(grown)), '(limit 150 MB)'],
  ])
  expect(median(delays)).toBeLessThanOrEqual(300)
  expect(median(grown)).toBeLessThanOrEqual(150e6)
})

async function inTurn<Value>(times: number, once: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  for (let round = 0; round < times; round += 1) values.push(await once())
  return values
}
