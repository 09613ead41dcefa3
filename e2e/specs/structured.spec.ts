import { sendToken, streamTokens, type KnownToken } from '#e2e/fixtures/known-reply.ts'
import {
  form,
  openWith,
  rowOf,
  rows,
  schemaFormat,
  token,
  weather,
} from '#e2e/fixtures/structured.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { beginSse, finishChunk, json, sendChunk, type Answer } from '#e2e/fixtures/upstream.ts'

/** Streams some tokens, waits to be let on, and streams the others. */
function inTwoParts(first: readonly KnownToken[], second: readonly KnownToken[]) {
  let goOn = () => {}
  const gate = new Promise<void>((resolve) => (goOn = resolve))
  const answer: Answer = async (response) => {
    beginSse(response)
    for (const one of first) sendToken(response, one)
    await gate
    for (const one of second) sendToken(response, one)
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  }
  return { answer, goOn: () => goOn() }
}

test('a reply is held against its schema while it streams, and its faults are named', async ({
  page,
  playground,
  upstream,
}) => {
  const { answer, goOn } = inTwoParts(weather.slice(0, 9), weather.slice(9))
  upstream.answerNext(answer)
  await openWith(playground, schemaFormat, upstream.base)
  await playground.run()
  await expect(form(page)).toContainText('Fits so far')
  goOn()
  await playground.replied()
  await expect(form(page)).toContainText('1 problem')
  await expect(form(page).getByRole('list', { name: 'Problems of the JSON' })).toHaveText(
    'days[1].high“high” must be a whole number.',
  )
  expect(upstream.completions()[0]?.body.response_format).toEqual(schemaFormat)
})

for (const [title, format, answer, told] of [
  [
    'text before the JSON and a fence',
    { type: 'json_object' },
    streamTokens([token('Here:\n```json\n', 0.5), token('{"a": 1}', 0.5), token('\n```', 0.5)]),
    ['Text stands before the JSON: “Here:”.', 'The JSON stands in a code fence'],
  ],
  [
    'a reply without JSON',
    schemaFormat,
    streamTokens([token('I am sorry.', 0.5)]),
    ['No JSON in the reply'],
  ],
  [
    'a list in JSON mode',
    { type: 'json_object' },
    streamTokens([token('[1, 2]', 0.5)]),
    ['JSON mode gives an object; this is a list.'],
  ],
  [
    'a reply that the token limit cut off',
    schemaFormat,
    json({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: 'test-a',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: '{"city": "Por' },
          finish_reason: 'length',
        },
      ],
    }),
    ['The token limit was reached before the JSON was over. Allow more tokens.'],
  ],
] as const) {
  test(`${title} is told`, async ({ page, playground, upstream }) => {
    upstream.answerNext(answer)
    await openWith(playground, format, upstream.base)
    await playground.run()
    await playground.replied()
    for (const words of told) await expect(form(page)).toContainText(words)
  })
}

test('a pattern that never ends is given up, and the page goes on', async ({
  page,
  playground,
  upstream,
}) => {
  const slow = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }
  upstream.answerNext(streamTokens([token(`{"a": "${'a'.repeat(40)}!"}`, 0.5)]))
  await openWith(
    playground,
    { type: 'json_schema' as const, json_schema: { name: 'slow', schema: slow } },
    upstream.base,
  )
  await playground.run()
  await playground.replied()
  await form(page).getByRole('radio', { name: 'Tree' }).click()
  await expect(rows(page)).toHaveCount(1)
  await expect(form(page)).toContainText('took more than a second and was ended')
})

test('the teaching model fits its schema, and JSON that nobody asked for has a tree too', async ({
  page,
  playground,
  upstream,
}) => {
  await openWith(playground, schemaFormat)
  await playground.run()
  await playground.replied()
  await expect(form(page)).toContainText('Fits the schema')
  await form(page).getByRole('radio', { name: 'Tree' }).click()
  await expect(rowOf(page, 'sky')).toHaveAttribute('aria-label', /of the possible values/)
  await playground.reset('response_format')
  upstream.answerNext(streamTokens([token('{"a": [1, 2]}', 0.5)]))
  await playground.useServer(upstream.base)
  await playground.run()
  await playground.replied()
  await expect(rows(page)).toHaveCount(3)
  await expect(form(page)).not.toContainText('schema')
})
