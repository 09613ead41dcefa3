import { Validator } from '@cfworker/json-schema'
import OpenAI from 'openai'
import type { ChatCompletionCreateParamsNonStreaming as Asked } from 'openai/resources'
import { formatOf, weatherQuestion, weatherSchema, weatherTool } from '#e2e/fixtures/weather.ts'
import { masterKey } from './fixtures/litellm-config.ts'
import { expect, test } from './fixtures/test.ts'

const model = 'teaching'

const clientOf = (base: string) => new OpenAI({ apiKey: masterKey, baseURL: base, maxRetries: 0 })

const ask = (content: string) => [{ role: 'user' as const, content }]

/** The calls of the first choice, without their ids. */
function callsOf({ choices }: OpenAI.ChatCompletion) {
  const calls = choices[0]?.message.tool_calls?.filter((call) => call.type === 'function')
  return calls?.map((call) => [call.function.name, JSON.parse(call.function.arguments) as unknown])
}

test('a schema is kept through the proxy, as at home, whole and streamed', async ({
  nucleus,
  litellm,
}) => {
  const body = {
    model,
    seed: 8,
    messages: ask(weatherQuestion),
    response_format: formatOf(weatherSchema),
    logprobs: true,
    top_logprobs: 3,
  }
  const { completions } = clientOf(litellm.base).chat
  const through = await completions.create(body)
  const home = await clientOf(`${nucleus.url}/v1`).chat.completions.create({
    ...body,
    model: 'nucleus-teaching-1',
  })
  const [there, here] = [through.choices[0], home.choices[0]]
  const text = there?.message.content ?? ''
  expect(new Validator(weatherSchema, '2020-12').validate(JSON.parse(text)).errors).toEqual([])
  expect(text).toBe(here?.message.content)
  expect(there?.logprobs?.content?.map(({ logprob }) => logprob)).toEqual(
    here?.logprobs?.content?.map(({ logprob }) => logprob),
  )
  let streamed = ''
  for await (const chunk of await completions.create({ ...body, stream: true })) {
    streamed += chunk.choices[0]?.delta.content ?? ''
  }
  expect(streamed).toBe(text)
})

test('json_object goes through it', async ({ litellm }) => {
  const { choices } = await clientOf(litellm.base).chat.completions.create({
    model,
    seed: 1,
    messages: ask('Reply in JSON with the keys name and age.'),
    response_format: { type: 'json_object' },
  })
  const document: unknown = JSON.parse(choices[0]?.message.content ?? '')
  expect(Object.keys(document ?? {}).toSorted()).toEqual(['age', 'name'])
})

test('a schema that cannot be kept is refused through it by its keyword', async ({ litellm }) => {
  const schema = { type: 'array', uniqueItems: true, items: { type: 'string' } }
  const error: unknown = await clientOf(litellm.base)
    .chat.completions.create({
      model,
      messages: ask('Go on.'),
      response_format: formatOf(schema),
    })
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(OpenAI.BadRequestError)
  expect(String(error)).toContain('uniqueItems')
})

test('tool_choice decides through it', async ({ litellm }) => {
  const { completions } = clientOf(litellm.base).chat
  const weather: Asked = {
    model,
    seed: 5,
    messages: ask(weatherQuestion),
    tools: [weatherTool],
  }
  const auto = await completions.create(weather)
  expect(callsOf(auto)).toEqual([['get_weather', { city: 'Lisbon' }]])
  expect(auto.choices[0]?.finish_reason).toBe('tool_calls')
  const none = await completions.create({ ...weather, tool_choice: 'none' })
  expect(callsOf(none) ?? []).toEqual([])
  expect(none.choices[0]?.message.content?.length).toBeGreaterThan(3)
  const rain = { ...weather, messages: ask('Tell me about rain.') }
  const forced = await completions.create({ ...rain, tool_choice: 'required' })
  expect(callsOf(forced)?.map(([name]) => name)).toEqual(['get_weather'])
  const { name } = weatherTool.function
  const named = { type: 'function' as const, function: { name } }
  const chosen = await completions.create({ ...rain, tool_choice: named })
  expect(callsOf(chosen)?.map(([called]) => called)).toEqual([name])
})

for (const stream of [false, true]) {
  test(`a whole round of tools goes through it, ${stream ? 'streamed' : 'whole'}`, async ({
    litellm,
  }) => {
    const asked: unknown[] = []
    const report = (args: unknown) => {
      asked.push(args)
      return { temperature: 23, sky: 'cloudy' }
    }
    const parse = (text: string): object => Object(JSON.parse(text))
    const tool = {
      ...weatherTool,
      function: { ...weatherTool.function, parse, function: report },
    }
    const { completions } = clientOf(litellm.base).chat
    const body = { model, seed: 5, messages: ask(weatherQuestion), tools: [tool] }
    const runner = stream
      ? completions.runTools({ ...body, stream: true })
      : completions.runTools(body)
    const said = await runner.finalContent()
    expect(asked).toEqual([{ city: 'Lisbon' }])
    expect(said).toMatch(/23/)
    expect(said).toMatch(/cloudy/)
  })
}

test('two calls at once come through it apart, streamed too', async ({ litellm }) => {
  const { completions } = clientOf(litellm.base).chat
  const body = {
    model,
    seed: 3,
    messages: ask('What is the weather in Lisbon and Porto?'),
    tools: [weatherTool],
  }
  const expected = [
    ['get_weather', { city: 'Lisbon' }],
    ['get_weather', { city: 'Porto' }],
  ]
  expect(callsOf(await completions.create(body))).toEqual(expected)
  expect(callsOf(await completions.stream(body).finalChatCompletion())).toEqual(expected)
})
