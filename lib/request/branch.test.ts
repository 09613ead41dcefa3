import { describe, expect, it } from 'vitest'
import { buildRequest } from './body.ts'
import {
  branchNotice,
  branchSettings,
  continueWords,
  continuingSettings,
  howContinued,
} from './branch.ts'
import { checkRequest } from './check.ts'

const question = { role: 'user', content: 'Tell me about rain.' }
const kept = { text: 'Rain fell', ids: [1, 2] }

function settingsFor(provider: string, more: Record<string, unknown> = {}) {
  return { provider, model: 'm', messages: [question], ...more }
}

/** The body that leaves for the provider. */
function bodyOf(provider: string, more: Record<string, unknown> = {}, text = kept) {
  const checked = checkRequest(continuingSettings(settingsFor(provider, more), text))
  if (!checked.ok) throw new Error(checked.error[0]?.message)
  return buildRequest(checked.value).body
}

describe('branchSettings', () => {
  it('asks for one choice where several were asked for, and sets nothing that was not set', () => {
    expect(branchSettings(settingsFor('openai', { n: 3 })).n).toBe(1)
    expect(branchSettings(settingsFor('openai'))).toEqual(settingsFor('openai'))
  })

  it('keeps the token limit and the rest, without fallbacks', () => {
    const set = { max_tokens: 9, temperature: 0.2, fallbacks: ['b'] }
    const { fallbacks: _, ...rest } = set
    expect(branchSettings(settingsFor('openai', set))).toEqual(settingsFor('openai', rest))
  })
})

describe('the body of a branch', () => {
  it('ends natively with the text at providers that continue, marked as each wants it', () => {
    const last = { role: 'assistant', content: 'Rain fell' }
    expect(bodyOf('llamacpp').messages).toEqual([question, last])
    expect(bodyOf('vllm')).toMatchObject({
      messages: [question, last],
      add_generation_prompt: false,
      continue_final_message: true,
    })
    expect(bodyOf('mistral').messages).toEqual([question, { prefix: true, ...last }])
  })

  it('has the ids of the tokens for the teaching model, where all are known', () => {
    const model = { model: 'nucleus-teaching-1' }
    expect(bodyOf('teaching', model)).toEqual({
      ...model,
      messages: [question, { role: 'assistant', content: 'Rain fell' }],
      prefix_token_ids: [1, 2],
    })
    const without = continuingSettings(settingsFor('teaching'), { text: 'Rain fell' })
    expect(without).not.toHaveProperty('extra_body')
    const long = { text: 'Rain', ids: Array.from({ length: 16_385 }, () => 1) }
    expect(bodyOf('teaching', model, long)).not.toHaveProperty('prefix_token_ids')
  })

  it('sends ids to nobody else', () => {
    expect(JSON.stringify(bodyOf('vllm'))).not.toContain('token_ids')
  })

  it('asks in words where a provider cannot continue, or is not known to', () => {
    for (const provider of ['openai', 'openai_compatible', 'groq']) {
      expect(bodyOf(provider)).toEqual({
        model: 'm',
        messages: [
          question,
          { role: 'assistant', content: 'Rain fell' },
          { role: 'user', content: continueWords },
        ],
      })
    }
  })

  it('makes a message of the conversation grow that began the reply itself', () => {
    const begun = (content: unknown) => ({ messages: [question, { role: 'assistant', content }] })
    const grown = { role: 'assistant', content: 'So: Rain fell' }
    expect(bodyOf('llamacpp', begun('So: ')).messages).toEqual([question, grown])
    const parts = [{ type: 'text', text: 'So: ' }]
    expect(bodyOf('llamacpp', begun(parts)).messages).toEqual([
      question,
      { role: 'assistant', content: [...parts, { type: 'text', text: 'Rain fell' }] },
    ])
    const model = 'nucleus-teaching-1'
    const plain = bodyOf('teaching', { model, ...begun('So: ') })
    expect(plain).toEqual({ model, messages: [question, grown] })
    const extra_body = { prefix_token_ids: [9], other: 1 }
    expect(bodyOf('teaching', { model, ...begun('So: '), extra_body })).toMatchObject({
      prefix_token_ids: [9, 1, 2],
      other: 1,
    })
  })

  it('is that of a plain run where nothing is kept', () => {
    const settings = settingsFor('openai')
    expect(continuingSettings(settings, { text: '' })).toEqual(settings)
    expect(howContinued('openai', '')).toBe('native')
    expect(howContinued('openai', 'a')).toBe('simulated')
    expect(howContinued('vllm', 'a')).toBe('native')
  })
})

describe('branchNotice', () => {
  it('says which way it is, before it is made', () => {
    expect(branchNotice('openai')).toBe(
      'OpenAI cannot continue a partial reply. A branch is simulated: one new request, text up to here in the prompt.',
    )
    expect(branchNotice('groq')).toContain('It is not known that Groq can continue')
    expect(branchNotice('vllm')).toContain('vLLM can continue a partial reply')
    expect(branchNotice('teaching')).toBe('The teaching model goes on from the text up to here.')
  })
})
