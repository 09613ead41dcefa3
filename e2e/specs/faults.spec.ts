import {
  beginSse,
  finishChunk,
  json,
  sendChunk,
  tokenChunk,
  type Answer,
} from '#e2e/fixtures/upstream.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const error = (status: number, message: string, rest: object = {}, headers = {}): Answer => {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify({ error: { message, ...rest } }))
  }
}

interface Case {
  name: string
  answer: Answer
  card: (string | RegExp)[]
  action: string
  /** The text of the reply that must stay. */
  kept?: string
}

const cases: Case[] = [
  {
    name: 'a refused key',
    answer: error(401, 'Incorrect API key provided', {}, { 'x-request-id': 'req-7' }),
    card: ['refused the key (401)', 'Incorrect API key provided', 'request req-7'],
    action: 'Enter a key',
  },
  {
    name: 'a limit with a pause',
    answer: error(429, 'Slow down', {}, { 'retry-after': '7' }),
    card: ['error (429)', 'It asks for a pause of 7 s.'],
    action: 'Try again',
  },
  {
    name: 'an HTML page',
    answer: (response) => {
      response.writeHead(502, { 'content-type': 'text/html' })
      response.end('<html><title>Bad gateway</title><img src=x onerror="document.title=1"></html>')
    },
    card: ['error (502)', 'Bad gateway'],
    action: 'Try again',
  },
  {
    name: 'a page instead of an API',
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<title>Sign in</title>')
    },
    card: ['something other than a chat completion', 'Sign in'],
    action: 'Try again',
  },
  {
    name: 'an empty answer',
    answer: (response) => void response.writeHead(200).end(),
    card: ['an empty reply'],
    action: 'Try again',
  },
  {
    name: 'an error in the middle of a stream',
    answer: (response) => {
      beginSse(response)
      sendChunk(response, tokenChunk('Rain'))
      response.end('data: {"error":{"message":"The engine died.","code":"503"}}\n\n')
    },
    card: ['The engine died.'],
    action: 'Try again',
    kept: 'Rain',
  },
  {
    name: 'a stream that breaks off',
    answer: (response) => {
      beginSse(response)
      sendChunk(response, tokenChunk('Rain'))
      response.end()
    },
    card: ['The reply broke off', 'What arrived is kept.'],
    action: 'Try again',
    kept: 'Rain',
  },
  {
    name: 'a connection that is cut',
    answer: (response) => {
      beginSse(response)
      response.write(`data: ${JSON.stringify(tokenChunk('Rain'))}\n\n`, () => response.destroy())
    },
    card: ['The reply broke off'],
    action: 'Try again',
    kept: 'Rain',
  },
  {
    name: 'a redirect',
    answer: (response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    card: ['This address is not allowed', 'redirect'],
    action: 'Change the address',
  },
]

for (const { name, answer, card, action, kept } of cases) {
  test(`${name} has its card, with one way on`, async ({ page, playground, upstream }) => {
    upstream.answerNext(answer)
    await playground.useServer(upstream.base)
    await playground.run()
    await playground.replied()
    const shown = page.getByRole('region', { name: 'Error' })
    for (const text of card) await expect(shown).toContainText(text)
    await expect(shown.getByRole('button', { name: action })).toBeVisible()
    if (kept) await expect(playground.reply).toHaveText(kept)
    expect(upstream.completions()).toHaveLength(1)
  })
}

test('the field that an answer blames is marked, and nothing typed is lost', async ({
  page,
  playground,
  upstream,
}) => {
  upstream.answerNext(error(400, "Unsupported value: 'seed' must be positive.", { param: 'seed' }))
  await playground.useServer(upstream.base)
  await (await playground.set('seed')).getByRole('textbox').fill('-5')
  await playground.run()
  const seed = playground.field('seed')
  await expect(seed).toContainText('must be positive')
  await expect(seed.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Show seed' }).click()
  await expect(seed.getByRole('textbox')).toBeFocused()
  await expect(seed.getByRole('textbox')).toHaveValue('-5')
  await seed.getByRole('textbox').fill('5')
  await expect(seed).not.toContainText('must be positive')
  await playground.run()
  await expect(playground.reply).toHaveText('Rain fell on the café.')
  expect(upstream.completions().map(({ body }) => body.seed)).toEqual([-5, 5])
})

test('an answer whole where a stream was asked is read all the same', async ({
  playground,
  upstream,
}) => {
  upstream.answerNext(
    json({ choices: [{ index: 0, message: { content: 'Whole.' }, finish_reason: 'stop' }] }),
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        [tokenChunk('In'), tokenChunk(' bits.'), finishChunk()]
          .map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`)
          .join(''),
      )
    },
  )
  await playground.useServer(upstream.base)
  await playground.run()
  await expect(playground.reply).toHaveText('Whole.')
  await playground.run()
  await expect(playground.reply).toHaveText('In bits.')
})
