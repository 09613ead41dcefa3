import OpenAI from 'openai'
import { masterKey } from './fixtures/litellm-config.ts'
import { expect, test } from './fixtures/test.ts'

const model = 'teaching'
const messages = [{ role: 'user' as const, content: 'Tell me about rain.' }]
const asked = { model, messages, seed: 7, max_tokens: 16, logprobs: true, top_logprobs: 4 }

const clientOf = (base: string) => new OpenAI({ apiKey: masterKey, baseURL: base, maxRetries: 0 })

test('the teaching model answers through the proxy as it does at home', async ({
  nucleus,
  litellm,
}) => {
  const through = await clientOf(litellm.base).chat.completions.create(asked)
  const home = await clientOf(`${nucleus.url}/v1`).chat.completions.create({
    ...asked,
    model: 'nucleus-teaching-1',
  })
  const [there, here] = [through.choices[0], home.choices[0]]
  expect(there?.message.content).toBe(here?.message.content)
  expect(there?.finish_reason).toBe(here?.finish_reason)
  const told = (choice: typeof here) =>
    choice?.logprobs?.content?.map(({ token, logprob, bytes, top_logprobs }) => ({
      token,
      logprob,
      bytes,
      top: top_logprobs.map((one) => [one.token, one.logprob]),
    }))
  expect(told(there)).toEqual(told(here))
  expect(through.usage).toMatchObject({
    prompt_tokens: home.usage?.prompt_tokens,
    completion_tokens: home.usage?.completion_tokens,
  })
})

test('it streams through the proxy, with log probabilities and usage', async ({ litellm }) => {
  const client = clientOf(litellm.base)
  const whole = await client.chat.completions.create(asked)
  let text = ''
  const logprobs: number[] = []
  let usage
  for await (const chunk of await client.chat.completions.create({
    ...asked,
    stream: true,
    stream_options: { include_usage: true },
  })) {
    text += chunk.choices[0]?.delta.content ?? ''
    logprobs.push(...(chunk.choices[0]?.logprobs?.content ?? []).map(({ logprob }) => logprob))
    usage = chunk.usage ?? usage
  }
  expect(text).toBe(whole.choices[0]?.message.content)
  expect(logprobs).toEqual(whole.choices[0]?.logprobs?.content?.map(({ logprob }) => logprob))
  expect(usage).toMatchObject({ completion_tokens: whole.usage?.completion_tokens })
})

test('its refusals come through with their status', async ({ litellm }) => {
  const { chat } = clientOf(litellm.base)
  const refusal = async (change: object) => {
    const error: unknown = await chat.completions
      .create({ ...asked, ...change })
      .catch((reason: unknown) => reason)
    return error instanceof OpenAI.APIError ? error : undefined
  }
  expect(await refusal({ top_logprobs: 21 })).toMatchObject({ status: 400 })
  const talk = [{ role: 'user', content: ' rain'.repeat(33_000) }]
  const tooLong = await refusal({ messages: talk })
  expect(tooLong?.status).toBe(400)
  expect(tooLong?.message).toContain('32768')
})

test('plain text completions go through it too', async ({ litellm }) => {
  const { completions } = clientOf(litellm.base)
  const reply = await completions.create({ model, prompt: 'The rain', seed: 3, max_tokens: 8 })
  expect(reply.object).toBe('text_completion')
  expect(reply.choices[0]?.text.length).toBeGreaterThan(3)
})
