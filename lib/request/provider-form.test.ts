import { describe, expect, it } from 'vitest'
import { completionsUrl, keyHeader } from '#lib/providers/address.ts'
import { providerOf, type ProviderId } from '#lib/providers/catalogue.ts'
import type { Settings } from '#lib/parameters/index.ts'
import { buildRequest } from './body.ts'
import { checkRequest } from './check.ts'

const user = { role: 'user' as const, content: 'Hello' }
const begun = { role: 'assistant' as const, content: 'Once' }

/** The body that a provider is sent, after the same check as in a run. */
function bodyAt(provider: ProviderId, settings: Settings): Record<string, unknown> {
  const checked = checkRequest({ provider, model: 'm', messages: [user], ...settings })
  if (!checked.ok) throw new Error(checked.error.map(({ message }) => message).join(' '))
  return buildRequest(checked.value).body
}

describe('a request to Azure by deployments', () => {
  const azure = providerOf('azure')

  it('names the deployment in the path, the version in the query and the key in its own header', () => {
    const url = completionsUrl('https://r.openai.azure.com/', azure, 'my-gpt', '2024-10-21')
    expect(url).toBe(
      'https://r.openai.azure.com/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21',
    )
    expect(keyHeader(azure, 'k')).toEqual({ 'api-key': 'k' })
  })

  it('is refused at the field without a version', () => {
    const checked = checkRequest({ provider: 'azure', model: 'm', messages: [user] })
    expect(checked).toMatchObject({ ok: false, error: [{ parameter: 'api_version' }] })
    expect(bodyAt('azure', { api_version: '2024-10-21' })).not.toHaveProperty('api_version')
  })

  it('needs none at the newer address', () => {
    expect(bodyAt('azure_v1', {})).toMatchObject({ model: 'm' })
    expect(
      completionsUrl('https://r.openai.azure.com/openai/v1', providerOf('azure_v1'), 'm'),
    ).toBe('https://r.openai.azure.com/openai/v1/chat/completions')
  })
})

describe('names of a provider’s own', () => {
  it('replace ours', () => {
    expect(bodyAt('mistral', { seed: 7, max_completion_tokens: 5 })).toEqual({
      model: 'm',
      messages: [user],
      random_seed: 7,
      max_tokens: 5,
    })
    expect(bodyAt('lm_studio', { repetition_penalty: 1.1 })).toMatchObject({ repeat_penalty: 1.1 })
  })

  it('can still be overridden by additional parameters', () => {
    expect(bodyAt('mistral', { seed: 7, extra_body: { random_seed: 8 } })).toMatchObject({
      random_seed: 8,
    })
  })
})

describe('log probabilities asked for with a number', () => {
  it.each<[Settings, unknown]>([
    [{ logprobs: true, top_logprobs: 5 }, 5],
    [{ logprobs: true, top_logprobs: 0 }, 1],
    [{ logprobs: true }, 1],
    [{ logprobs: false }, 0],
    [{}, undefined],
  ])('turn %j into %j', (settings, count) => {
    const body = bodyAt('together_ai', settings)
    expect(body.logprobs).toBe(count)
    expect(body).not.toHaveProperty('top_logprobs')
    expect(Object.hasOwn(body, 'logprobs')).toBe(count !== undefined)
  })
})

describe('a conversation that ends with the assistant', () => {
  it('is marked so that it is continued, where the provider wants a mark', () => {
    const messages = [user, begun]
    expect(bodyAt('mistral', { messages }).messages).toEqual([user, { ...begun, prefix: true }])
    expect(bodyAt('dashscope', { messages }).messages).toEqual([user, { ...begun, partial: true }])
    expect(bodyAt('vllm', { messages })).toMatchObject({
      messages,
      add_generation_prompt: false,
      continue_final_message: true,
    })
  })

  it('keeps a mark that the person wrote', () => {
    const own = { ...begun, prefix: false }
    expect(bodyAt('mistral', { messages: [user, own] }).messages).toEqual([user, own])
  })

  it('is left alone elsewhere, and where it ends otherwise', () => {
    for (const provider of ['openai', 'llamacpp', 'litellm', 'openai_compatible'] as const) {
      expect(bodyAt(provider, { messages: [user, begun] })).toEqual({
        model: 'm',
        messages: [user, begun],
      })
    }
    expect(bodyAt('vllm', {})).toEqual({ model: 'm', messages: [user] })
    const call = { id: 'c', type: 'function' }
    const calling = { role: 'assistant' as const, tool_calls: [call] }
    expect(bodyAt('mistral', { messages: [user, calling] }).messages).toEqual([user, calling])
  })
})

describe('what is sent anyway', () => {
  it('is in the body only then', () => {
    expect(bodyAt('groq', { logit_bias: { '5': 1 } })).not.toHaveProperty('logit_bias')
    expect(bodyAt('groq', { logit_bias: { '5': 1 }, send_anyway: ['logit_bias'] })).toMatchObject({
      logit_bias: { '5': 1 },
    })
  })

  it('may be wider than the provider’s limit, never than the registry', () => {
    const top = (top_logprobs: number, send_anyway?: string[]) =>
      checkRequest({
        provider: 'xai',
        model: 'm',
        messages: [user],
        logprobs: true,
        top_logprobs,
        send_anyway,
      }).ok
    expect([top(8), top(9), top(9, ['top_logprobs']), top(21, ['top_logprobs'])]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('takes the names of parameters that can be left out, each once', () => {
    const isFine = (send_anyway: string[]) =>
      checkRequest({ provider: 'openai', model: 'm', messages: [user], send_anyway }).ok
    expect([isFine(['top_k']), isFine(['nonsense']), isFine(['model']), isFine([])]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(isFine(['top_k', 'top_k'])).toBe(false)
    expect(isFine(['send_anyway'])).toBe(false)
  })
})
