import OpenAI from 'openai'
import { clientOf, teachingModel as model } from '#e2e/fixtures/openai-client.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const messages = [{ role: 'user' as const, content: 'Tell me about rain.' }]

test('lists the one model', async ({ nucleus }) => {
  const { data } = await clientOf(nucleus).models.list()
  expect(data.map(({ id }) => id)).toEqual([model])
})

test('completes three choices with log probabilities, the same for the same seed', async ({
  nucleus,
}) => {
  const client = clientOf(nucleus)
  const ask = (seed: number) =>
    client.chat.completions.create({ model, messages, n: 3, seed, logprobs: true, top_logprobs: 5 })
  const [first, again, other] = await Promise.all([ask(7), ask(7), ask(8)])
  expect(first.choices).toHaveLength(3)
  expect(first.choices).toEqual(again.choices)
  expect(first.choices).not.toEqual(other.choices)
  for (const { message, logprobs, finish_reason } of first.choices) {
    expect(finish_reason).toBe('stop')
    const tokens = logprobs?.content ?? []
    expect(Buffer.from(tokens.flatMap(({ bytes }) => bytes ?? [])).toString()).toBe(message.content)
    for (const { logprob, top_logprobs: top } of tokens) {
      expect(logprob).toBeLessThanOrEqual(0)
      expect(top).toHaveLength(5)
      expect(top.map((one) => one.logprob)).toEqual(
        top.map((one) => one.logprob).toSorted((a, b) => b - a),
      )
    }
  }
  const { prompt_tokens = 0, completion_tokens = 0, total_tokens } = first.usage ?? {}
  expect(total_tokens).toBe(prompt_tokens + completion_tokens)
})

test('streams the very same choices', async ({ nucleus }) => {
  const client = clientOf(nucleus)
  const body = { model, messages, n: 3, seed: 11, logprobs: true, top_logprobs: 2 }
  const whole = await client.chat.completions.create(body)
  const texts = ['', '', '']
  const tokens: number[] = [0, 0, 0]
  for await (const chunk of await client.chat.completions.create({
    ...body,
    stream: true,
    stream_options: { include_usage: true },
  })) {
    for (const { index, delta, logprobs } of chunk.choices) {
      texts[index] += delta.content ?? ''
      tokens[index] = (tokens[index] ?? 0) + (logprobs?.content?.length ?? 0)
    }
    if (chunk.usage) expect(chunk.usage).toEqual(whole.usage)
  }
  expect(texts).toEqual(whole.choices.map(({ message }) => message.content))
  expect(tokens).toEqual(whole.choices.map(({ logprobs }) => logprobs?.content?.length))
})

test('calls a tool, whole and streamed, and answers with its result', async ({ nucleus }) => {
  const { completions } = clientOf(nucleus).chat
  const parameters = {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
  }
  const weather = { name: 'get_weather', description: 'The weather in a city', parameters }
  const question = { role: 'user' as const, content: 'What is the weather in Lisbon and Porto?' }
  const body = { model, seed: 3, tools: [{ type: 'function' as const, function: weather }] }
  const whole = await completions.create({ ...body, messages: [question] })
  const [choice] = whole.choices
  const calls = choice?.message.tool_calls?.filter((call) => call.type === 'function') ?? []
  expect(choice?.finish_reason).toBe('tool_calls')
  expect(calls.map((call) => JSON.parse(call.function.arguments) as unknown)).toEqual([
    { city: 'Lisbon' },
    { city: 'Porto' },
  ])
  const streamed = await completions.stream({ ...body, messages: [question] }).finalMessage()
  expect(streamed.tool_calls).toMatchObject(calls)
  const results = calls.map(({ id }, index) => ({
    role: 'tool' as const,
    tool_call_id: id,
    content: JSON.stringify({ temperature: 18 + index }),
  }))
  const said = { role: 'assistant' as const, content: null, tool_calls: calls }
  const answer = await completions.create({ ...body, messages: [question, said, ...results] })
  expect(answer.choices[0]?.message.content).toMatch(/18[^]*19/)
})

test('varies without a seed, and is greedy at temperature 0', async ({ nucleus }) => {
  const client = clientOf(nucleus)
  const ask = (rest: object) => client.chat.completions.create({ model, messages, ...rest })
  const free = await Promise.all(Array.from({ length: 4 }, () => ask({})))
  expect(new Set(free.map(({ choices }) => choices[0]?.message.content)).size).toBeGreaterThan(1)
  const greedy = await Promise.all([ask({ temperature: 0 }), ask({ temperature: 0 })])
  expect(greedy[0]?.choices).toEqual(greedy[1]?.choices)
})

test('stops at a sequence, at the limit, and obeys a bias', async ({ nucleus }) => {
  const client = clientOf(nucleus)
  const ask = async (rest: object) => {
    const reply = await client.chat.completions.create({
      model,
      messages,
      seed: 3,
      logprobs: true,
      ...rest,
    })
    return reply.choices[0]
  }
  const limited = await ask({ max_tokens: 3 })
  expect(limited?.finish_reason).toBe('length')
  expect(limited?.logprobs?.content).toHaveLength(3)
  const stopped = await ask({ stop: [' '] })
  expect(stopped?.message.content).not.toContain(' ')
  // The id of " the" in o200k_base.
  const the = 290
  const banned = await ask({ logit_bias: { [the]: -100 } })
  expect(banned?.logprobs?.content?.map(({ token }) => token)).not.toContain(' the')
  const forced = await ask({ logit_bias: { [the]: 100 }, max_tokens: 4 })
  expect(forced?.message.content?.trim().split(/\s+/)).toEqual(['the', 'the', 'the', 'the'])
})

test('refuses what it cannot do, and names it', async ({ nucleus }) => {
  const client = clientOf(nucleus)
  const refusal = async (rest: object) => {
    const error: unknown = await client.chat.completions
      .create({ model, messages, ...rest })
      .catch((reason: unknown) => reason)
    return error instanceof OpenAI.APIError ? [error.status, error.param] : error
  }
  const tools = [{ type: 'custom', custom: { name: 'f' } }]
  expect(await refusal({ tools })).toEqual([400, 'tools'])
  const grammar = { type: 'grammar', grammar: 'root ::= "a"' }
  expect(await refusal({ response_format: grammar })).toEqual([400, 'response_format'])
  expect(await refusal({ temperature: 3 })).toEqual([400, 'temperature'])
  expect(await refusal({ n: 128, max_tokens: 10_000 })).toEqual([400, 'max_tokens'])
  expect(await refusal({ model: 'gpt-4o' })).toEqual([404, 'model'])
})
