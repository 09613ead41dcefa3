import { chatEnabledModels } from '../../node_modules/gpt-tokenizer/esm/modelsChatEnabled.gen.js'
import { modelToEncodingMap } from 'gpt-tokenizer/mapping'
import { describe, expect, it } from 'vitest'
import { encodingOf } from './encoding-of.ts'

/** What gpt-tokenizer lists without saying which tokens it uses, or what is no chat model. */
const unknown = ['chat-latest', 'daybreak-blue-latest', 'daybreak-red-latest', 'gpt-image-1']

const theirs: Readonly<Record<string, string>> = modelToEncodingMap

describe('encodingOf', () => {
  it.each(chatEnabledModels.filter((model) => !unknown.includes(model)))(
    'agrees with gpt-tokenizer about %s',
    (model) => {
      expect(encodingOf('openai', model)).toBe(theirs[model] ?? 'o200k_base')
    },
  )

  it('says nothing against gpt-tokenizer about any model that it maps', () => {
    const known = Object.entries(theirs).filter(([model]) => encodingOf('openai', model))
    expect(known.length).toBeGreaterThan(20)
    for (const [model, encoding] of known)
      expect([model, encodingOf('openai', model)]).toEqual([model, encoding])
  })

  it.each([
    ...unknown,
    'gpt-image-2',
    'gpt-4o-mini-tts',
    'gpt-4o-transcribe',
    'gpt-4o-realtime-preview',
    'gpt-6',
    'gpt-5.9',
    'gpt-50',
    'o2',
    'o30',
    'o3x',
    'gpt-4x',
    'gpt-4-of-mine',
    'llama-3.3-70b',
    'claude-opus-4',
    'my-gpt-4o',
    'gpt-oss',
    'test-a',
    '',
  ])('does not guess about “%s”', (model) => {
    expect(encodingOf('openai', model)).toBeUndefined()
  })

  it.each([
    ['litellm', 'openai/gpt-4o', 'o200k_base'],
    ['openrouter', 'openai/gpt-4o-2024-08-06', 'o200k_base'],
    ['openrouter', 'openrouter/openai/gpt-4-turbo', 'cl100k_base'],
    ['github', 'openai/gpt-4.1-nano', 'o200k_base'],
    ['groq', 'openai/gpt-oss-120b', 'o200k_harmony'],
    ['ollama', 'gpt-oss:20b', 'o200k_harmony'],
    ['openai', 'ft:gpt-4o-mini-2024-07-18:acme::abc', 'o200k_base'],
    ['openai', 'ft:gpt-3.5-turbo-0125:acme::abc', 'cl100k_base'],
    ['openai', 'GPT-4O', 'o200k_base'],
    ['openrouter', 'openai-community/gpt2', 'gpt2'],
    ['openrouter', 'anthropic/claude-opus-4', undefined],
  ] as const)('reads the path before the name: %s %s', (provider, model, encoding) => {
    expect(encodingOf(provider, model)).toBe(encoding)
  })

  it('knows its own model, whatever it is called', () => {
    expect(encodingOf('teaching', 'nucleus-teaching-1')).toBe('o200k_base')
  })

  it('takes a deployment’s name for no model, but believes the reply', () => {
    expect(encodingOf('azure', 'gpt-4o')).toBeUndefined()
    expect(encodingOf('azure', 'gpt-4o', 'gpt-4-0613')).toBe('cl100k_base')
    expect(encodingOf('azure_v1', 'prod', 'gpt-4.1-2025-04-14')).toBe('o200k_base')
    expect(encodingOf('litellm', 'azure/gpt-4o')).toBeUndefined()
    expect(encodingOf('litellm', 'azure/prod', 'gpt-35-turbo')).toBe('cl100k_base')
  })

  it('believes the reply about an alias, and nothing where the reply names a stranger', () => {
    expect(encodingOf('litellm', 'prod', 'gpt-4o-2024-08-06')).toBe('o200k_base')
    expect(encodingOf('litellm', 'gpt-4o', 'gpt-4-0613')).toBe('cl100k_base')
    expect(encodingOf('openai', 'gpt-4o', 'gpt-4o-2024-08-06')).toBe('o200k_base')
    expect(encodingOf('openai_compatible', 'gpt-4o', 'llama-3.3-70b')).toBeUndefined()
    expect(encodingOf('openai_compatible', 'prod', 'prod')).toBeUndefined()
  })
})
