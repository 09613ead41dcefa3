import OpenAI from 'openai'
import { clientOf, teachingModel as model } from '#e2e/fixtures/openai-client.ts'
import { send, jsonType } from '#e2e/fixtures/raw-requests.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const messages = [{ role: 'user' as const, content: 'Tell me about rain.' }]
const long = ' rain'.repeat(33_000)

/** Why a call fails; nothing where it does not. Asked for at once, so that no refusal goes unheard. */
function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
}

test('an unknown model is a NotFoundError', async ({ nucleus }) => {
  const client = clientOf(nucleus)
  const calls = [
    errorOf(client.models.retrieve('gpt-4o')),
    errorOf(client.chat.completions.create({ model: 'gpt-4o', messages })),
    errorOf(client.completions.create({ model: 'gpt-4o', prompt: 'Rain' })),
  ]
  for (const call of calls) {
    const error = await call
    expect(error).toBeInstanceOf(OpenAI.NotFoundError)
    expect(error).toMatchObject({ code: 'model_not_found', param: 'model' })
  }
  expect((await client.models.retrieve(model)).id).toBe(model)
})

test('a bad value is a BadRequestError that names its parameter', async ({ nucleus }) => {
  const { chat, completions } = clientOf(nucleus)
  const calls = [
    ['temperature', errorOf(chat.completions.create({ model, messages, temperature: 3 }))],
    [
      'top_logprobs',
      errorOf(chat.completions.create({ model, messages, logprobs: true, top_logprobs: 21 })),
    ],
    ['suffix', errorOf(completions.create({ model, prompt: 'Rain', suffix: 'end' }))],
    ['best_of', errorOf(completions.create({ model, prompt: 'Rain', best_of: 3 }))],
    ['logprobs', errorOf(completions.create({ model, prompt: 'Rain', logprobs: 21 }))],
  ] as const
  for (const [param, call] of calls) {
    const error = await call
    expect(error).toBeInstanceOf(OpenAI.BadRequestError)
    expect(error).toMatchObject({ param, type: 'invalid_request_error' })
  }
})

test('what is too long says so, streamed or not', async ({ nucleus }) => {
  const { chat, completions } = clientOf(nucleus)
  const talk = [{ role: 'user' as const, content: long }]
  const calls = [
    errorOf(chat.completions.create({ model, messages: talk })),
    errorOf(chat.completions.create({ model, messages: talk, stream: true })),
    errorOf(completions.create({ model, prompt: long })),
  ]
  for (const call of calls) {
    const error = await call
    expect(error).toBeInstanceOf(OpenAI.BadRequestError)
    expect(error).toMatchObject({ code: 'context_length_exceeded' })
  }
})

test('other paths and methods answer in JSON', async ({ nucleus }) => {
  const client = clientOf(nucleus)
  const embed = client.embeddings.create({ model, input: 'Rain' })
  const error = await errorOf(embed)
  expect(error).toBeInstanceOf(OpenAI.NotFoundError)
  expect(error).toMatchObject({ code: 'unknown_url' })
  for (const [path, status, body] of [
    ['/v1', 404],
    ['/v1/chat', 404],
    ['/v1/models/a/b', 404],
    ['/v1/chat/completions', 405],
    ['/v1/models', 405, '{}'],
    ['/v1/completions', 413, JSON.stringify({ prompt: 'x'.repeat(1_000_001) })],
    ['/v1/completions', 400, '{"prompt": '],
  ] as const) {
    const got = await send(nucleus, path, { ...jsonType, host: `127.0.0.1:${nucleus.port}` }, body)
    expect([path, got.status]).toEqual([path, status])
    expect(JSON.parse(got.text)).toMatchObject({ error: { type: 'invalid_request_error' } })
  }
})

test('too many at once is a RateLimitError, and leaving makes room', async ({ nucleus }) => {
  const client = clientOf(nucleus)
  const slow = { headers: { 'x-nucleus-tokens-per-second': '0.1' } }
  const open = await Promise.all(
    Array.from({ length: 64 }, () =>
      client.chat.completions.create({ model, messages, stream: true }, slow),
    ),
  )
  const ask = () => client.chat.completions.create({ model, messages, max_tokens: 2 })
  const error = await errorOf(ask())
  expect(error).toBeInstanceOf(OpenAI.RateLimitError)
  for (const stream of open) stream.controller.abort()
  await expect
    .poll(() =>
      ask().then(
        ({ choices }) => choices.length,
        () => 0,
      ),
    )
    .toBe(1)
})

test('a pace slows a reply down, and a wrong one is refused', async ({ nucleus }) => {
  const { chat } = clientOf(nucleus)
  const body = { model, messages, max_tokens: 6, seed: 1, logit_bias: { 199999: -100 } }
  const at = (pace: string) => ({ headers: { 'x-nucleus-tokens-per-second': pace } })
  const began = performance.now()
  const arrivals: number[] = []
  for await (const chunk of await chat.completions.create({ ...body, stream: true }, at('20'))) {
    if (chunk.choices[0]?.delta.content) arrivals.push(performance.now() - began)
  }
  // Timers never fire early, so the sixth token cannot come before 5/20 s have passed.
  expect(arrivals.at(-1)).toBeGreaterThanOrEqual(249)
  const whole = performance.now()
  await chat.completions.create(body, at('20'))
  expect(performance.now() - whole).toBeGreaterThanOrEqual(249)
  const error = await errorOf(chat.completions.create(body, at('fast')))
  expect(error).toBeInstanceOf(OpenAI.BadRequestError)
})
