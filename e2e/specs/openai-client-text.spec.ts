import { clientOf, teachingModel as model } from '#e2e/fixtures/openai-client.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const prompt = 'The rain falls on the roof and'

test('completes a text, the same for the same seed', async ({ nucleus }) => {
  const { completions } = clientOf(nucleus)
  const ask = (seed: number) => completions.create({ model, prompt, seed, n: 3, max_tokens: 20 })
  const [first, again, other] = await Promise.all([ask(7), ask(7), ask(8)])
  expect(first.object).toBe('text_completion')
  expect(first.choices.map(({ index }) => index)).toEqual([0, 1, 2])
  expect(first.choices).toEqual(again.choices)
  expect(first.choices).not.toEqual(other.choices)
  const { prompt_tokens = 0, completion_tokens = 0, total_tokens } = first.usage ?? {}
  expect(total_tokens).toBe(prompt_tokens + completion_tokens)
})

test('scores a given text with echo and logprobs', async ({ nucleus }) => {
  const { completions } = clientOf(nucleus)
  const text = 'The cat sat on the roof.'
  const scored = await completions.create({
    model,
    prompt: text,
    echo: true,
    logprobs: 3,
    max_tokens: 0,
  })
  const [choice] = scored.choices
  const { tokens = [], token_logprobs = [], top_logprobs, text_offset } = choice?.logprobs ?? {}
  expect(choice?.text).toBe(text)
  expect(tokens.join('')).toBe(text)
  expect(token_logprobs[0]).toBeNull()
  expect(token_logprobs.slice(1).every((one) => one < 0)).toBe(true)
  expect(top_logprobs?.[0]).toBeNull()
  expect(Object.keys(top_logprobs?.[1] ?? {}).length).toBeGreaterThanOrEqual(3)
  expect(text_offset?.[1]).toBe(tokens[0]?.length)
  expect(scored.usage?.completion_tokens).toBe(0)
})

test('gives a generated text the very log probabilities of its generation', async ({ nucleus }) => {
  const { completions } = clientOf(nucleus)
  const asked = { model, logprobs: 2, logit_bias: { 199999: -100 } }
  const made = await completions.create({ ...asked, prompt, max_tokens: 30, echo: true })
  const ids = made.choices[0]?.logprobs as { token_ids?: number[] }
  const again = await completions.create({
    ...asked,
    prompt: ids.token_ids ?? '',
    max_tokens: 0,
    echo: true,
  })
  expect(again.choices[0]?.logprobs).toEqual(made.choices[0]?.logprobs)
})

test('streams the very same text, for several prompts', async ({ nucleus }) => {
  const { completions } = clientOf(nucleus)
  const body = { model, prompt: [prompt, 'Tea is'], seed: 5, max_tokens: 12, logprobs: 0 }
  const whole = await completions.create(body)
  const texts = ['', '']
  const stream = await completions.create({
    ...body,
    stream: true,
    stream_options: { include_usage: true },
  })
  let usage
  for await (const chunk of stream) {
    for (const { index, text } of chunk.choices) texts[index] += text
    usage = chunk.usage ?? usage
  }
  expect(texts).toEqual(whole.choices.map(({ text }) => text))
  expect(usage).toEqual(whole.usage)
})
