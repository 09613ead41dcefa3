import { Validator } from '@cfworker/json-schema'
import OpenAI from 'openai'
import { LengthFinishReasonError } from 'openai/core/error'
import { zodResponseFormat } from 'openai/helpers/zod'
import * as z from 'zod'
import { clientOf, teachingModel as model } from '#e2e/fixtures/openai-client.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { formatOf, weatherQuestion, weatherSchema } from '#e2e/fixtures/weather.ts'

const ask = (content: string) => [{ role: 'user' as const, content }]

const report = z.object({
  city: z.string(),
  sky: z.enum(['clear', 'cloudy', 'rain']),
  hours: z.array(z.object({ hour: z.int().min(0).max(23), wet: z.boolean() })).max(3),
  note: z.union([z.string().max(60), z.null()]),
})

test('a reply is parsed into what a zod schema describes, whatever the seed', async ({
  nucleus,
}) => {
  const { completions } = clientOf(nucleus).chat
  for (let seed = 1; seed <= 12; seed += 1) {
    const { choices } = await completions.parse({
      model,
      seed,
      messages: ask(weatherQuestion),
      response_format: zodResponseFormat(report, 'report'),
      temperature: seed % 3,
    })
    const [choice] = choices
    expect(choice?.finish_reason).toBe('stop')
    expect(choice?.message.refusal).toBeNull()
    expect(choice?.message.parsed).toEqual(report.parse(JSON.parse(choice?.message.content ?? '')))
  }
})

test('a schema of one’s own holds for each choice, streamed or not, with log probabilities', async ({
  nucleus,
}) => {
  const { completions } = clientOf(nucleus).chat
  const body = {
    model,
    messages: ask(weatherQuestion),
    response_format: formatOf(weatherSchema),
    seed: 4,
    n: 3,
    logprobs: true,
    top_logprobs: 20,
  }
  const whole = await completions.create(body)
  const validator = new Validator(weatherSchema, '2020-12')
  expect(whole.choices).toHaveLength(3)
  for (const { message, logprobs } of whole.choices) {
    expect(validator.validate(JSON.parse(message.content ?? '')).errors).toEqual([])
    const tokens = logprobs?.content ?? []
    expect(tokens.map(({ token }) => token).join('')).toBe(message.content)
    // At the opening brace there was no choice, and the numbers say so.
    expect(tokens[0]?.top_logprobs.every(({ token }) => token.startsWith('{'))).toBe(true)
    const mass = (tokens[0]?.top_logprobs ?? []).reduce(
      (sum, one) => sum + Math.exp(one.logprob),
      0,
    )
    expect(mass).toBeCloseTo(1, 9)
  }
  const streamed = await completions.stream(body).finalChatCompletion()
  expect(streamed.choices.map(({ message }) => message.content)).toEqual(
    whole.choices.map(({ message }) => message.content),
  )
})

test('the stream helper gives the parsed document at the end', async ({ nucleus }) => {
  const stream = clientOf(nucleus).chat.completions.stream({
    model,
    seed: 2,
    messages: ask(weatherQuestion),
    response_format: zodResponseFormat(report, 'report'),
  })
  let text = ''
  stream.on('content', (piece) => {
    text += piece
  })
  const { choices } = await stream.finalChatCompletion()
  expect(text).toBe(choices[0]?.message.content)
  expect(choices[0]?.message.parsed).toEqual(report.parse(JSON.parse(text)))
})

test('json_object gives an object with the keys that were asked for', async ({ nucleus }) => {
  const { completions } = clientOf(nucleus).chat
  for (const seed of [1, 2, 3, 4]) {
    const { choices } = await completions.create({
      model,
      seed,
      messages: ask('Reply in JSON with the keys name and age.'),
      response_format: { type: 'json_object' },
    })
    expect(choices[0]?.finish_reason).toBe('stop')
    const document: unknown = JSON.parse(choices[0]?.message.content ?? '')
    expect(Object.keys(document ?? {}).toSorted()).toEqual(['age', 'name'])
  }
})

test('a reply cut off by the limit is an error of the parser, not half a document', async ({
  nucleus,
}) => {
  const cut = clientOf(nucleus).chat.completions.parse({
    model,
    seed: 1,
    max_tokens: 4,
    messages: ask(weatherQuestion),
    response_format: zodResponseFormat(report, 'report'),
  })
  await expect(cut).rejects.toThrow(LengthFinishReasonError)
})

test('what it cannot keep to is a BadRequestError that names the keyword', async ({ nucleus }) => {
  const { completions } = clientOf(nucleus).chat
  for (const [keyword, schema] of Object.entries({
    uniqueItems: { type: 'array', uniqueItems: true, items: { type: 'string' } },
    not: { not: { type: 'null' } },
    if: { if: { type: 'string' } },
  })) {
    const error: unknown = await completions
      .create({ model, messages: ask('Go on.'), response_format: formatOf(schema) })
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OpenAI.BadRequestError)
    expect(error).toMatchObject({ param: 'response_format' })
    expect(String(error)).toContain(`“${keyword}”`)
  }
})
