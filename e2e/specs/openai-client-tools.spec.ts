import { zodFunction } from 'openai/helpers/zod'
import * as z from 'zod'
import { clientOf, teachingModel as model } from '#e2e/fixtures/openai-client.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { weatherQuestion, weatherTool } from '#e2e/fixtures/weather.ts'

const ask = (content: string) => [{ role: 'user' as const, content }]

interface Asked {
  city: string
}

/** A tool that the client calls by itself, and what it was called with. */
function recording(result: object) {
  const asked: unknown[] = []
  const run = (args: Asked) => {
    asked.push(args)
    return result
  }
  const parse = (text: string) => JSON.parse(text) as Asked
  const tool = {
    ...weatherTool,
    function: { ...weatherTool.function, parse, function: run },
  }
  return { asked, tool }
}

for (const stream of [false, true]) {
  test(`the client’s runner makes the whole round, ${stream ? 'streamed' : 'whole'}`, async ({
    nucleus,
  }) => {
    const { completions } = clientOf(nucleus).chat
    const { asked, tool } = recording({ temperature: 23, sky: 'cloudy' })
    const body = { model, seed: 5, messages: ask(weatherQuestion), tools: [tool] }
    const runner = stream
      ? completions.runTools({ ...body, stream: true })
      : completions.runTools(body)
    const said = await runner.finalContent()
    expect(asked).toEqual([{ city: 'Lisbon' }])
    expect(said).toMatch(/23/)
    expect(said).toMatch(/cloudy/)
    expect(runner.messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'tool',
      'assistant',
    ])
    const total = await runner.totalUsage()
    if (!stream) expect(total.completion_tokens).toBeGreaterThan(5)
  })
}

test('two cities make two calls, both are run, and both results are told', async ({ nucleus }) => {
  const asked: string[] = []
  const parameters = z.object({ city: z.string() })
  const tool = zodFunction({
    name: 'get_weather',
    description: 'The weather in a city',
    parameters,
    function: ({ city }) => {
      asked.push(city)
      return { city, temperature: city === 'Lisbon' ? 21 : 17 }
    },
  })
  const runner = clientOf(nucleus).chat.completions.runTools({
    model,
    seed: 2,
    messages: ask('What is the weather in Lisbon and Porto?'),
    tools: [tool],
  })
  const said = await runner.finalContent()
  expect(asked.toSorted()).toEqual(['Lisbon', 'Porto'])
  expect(said).toMatch(/21/)
  expect(said).toMatch(/17/)
})

test('the stream helper tells the arguments as they come, and at the end', async ({ nucleus }) => {
  const stream = clientOf(nucleus).chat.completions.stream({
    model,
    seed: 3,
    messages: ask(weatherQuestion),
    tools: [weatherTool],
    stream_options: { include_usage: true },
  })
  let pieces = ''
  const done: unknown[] = []
  stream.on('tool_calls.function.arguments.delta', ({ arguments_delta: piece }) => {
    pieces += piece
  })
  stream.on('tool_calls.function.arguments.done', ({ name, arguments: text }) => {
    done.push([name, JSON.parse(text)])
  })
  const { choices, usage } = await stream.finalChatCompletion()
  expect(done).toEqual([['get_weather', { city: 'Lisbon' }]])
  expect(JSON.parse(pieces)).toEqual({ city: 'Lisbon' })
  expect(choices[0]?.finish_reason).toBe('tool_calls')
  expect(choices[0]?.message.tool_calls?.[0]?.id).toMatch(/^call_/)
  expect(usage?.completion_tokens).toBeGreaterThan(0)
})

test('tool_choice decides: none, required, and a named one', async ({ nucleus }) => {
  const { completions } = clientOf(nucleus).chat
  const small = { messages: ask('Tell me about rain.'), tools: [weatherTool] }
  const choose = async (tool_choice: 'none' | 'auto' | 'required' | 'named') => {
    const named = { type: 'function' as const, function: { name: 'get_weather' } }
    const { choices } = await completions.create({
      model,
      seed: 6,
      ...small,
      tool_choice: tool_choice === 'named' ? named : tool_choice,
    })
    const calls = choices[0]?.message.tool_calls?.filter((call) => call.type === 'function')
    return [calls?.map((call) => call.function.name) ?? [], choices[0]?.finish_reason]
  }
  expect(await choose('none')).toEqual([[], 'stop'])
  expect(await choose('auto')).toEqual([[], 'stop'])
  expect(await choose('required')).toEqual([['get_weather'], 'tool_calls'])
  expect(await choose('named')).toEqual([['get_weather'], 'stop'])
})
