import { describe, expect, it } from 'vitest'
import { providerIds, providerOf, providers } from './catalogue.ts'
import { namesOfModel, providerForModel, splitModelId } from './model-ids.ts'

describe('splitModelId', () => {
  it.each([
    ['anthropic/claude-opus-4', 'anthropic', 'claude-opus-4'],
    ['openrouter/openai/gpt-4o', 'openrouter', 'openai/gpt-4o'],
    ['azure/my-deployment', 'azure', 'my-deployment'],
    ['ollama_chat/llama3.2:1b', 'ollama', 'llama3.2:1b'],
  ])('reads %s', (id, provider, model) => {
    expect(splitModelId(id)).toEqual({ provider, model })
  })

  it.each(['gpt-4o', 'unknown/gpt-4o', '/gpt-4o', 'openai/', 'openai/ ', '', 'constructor/x'])(
    'finds no provider in %j',
    (id) => expect(splitModelId(id)).toBeUndefined(),
  )

  it('knows every prefix, and none belongs to two providers', () => {
    const all = providers.flatMap(({ prefixes }) => prefixes)
    expect(new Set(all).size).toBe(all.length)
    for (const { id, prefixes } of providers) {
      for (const prefix of prefixes) expect(splitModelId(`${prefix}/m`)?.provider).toBe(id)
    }
  })
})

describe('providerForModel', () => {
  it('names another provider, or the same one by its prefix', () => {
    expect(providerForModel('anthropic/claude-x', 'openai')?.provider).toBe('anthropic')
    expect(providerForModel('openai/gpt-4o', 'openai')).toEqual({
      provider: 'openai',
      model: 'gpt-4o',
    })
  })

  it('leaves ids alone where they are the provider’s own', () => {
    expect(providerForModel('openai/gpt-oss-20b', 'groq')).toBeUndefined()
    expect(providerForModel('groq/compound', 'groq')).toBeUndefined()
    expect(providerForModel('anthropic/claude-x', 'groq')?.provider).toBe('anthropic')
  })

  it('never reads a prefix where any id can begin with a name', () => {
    const open = providerIds.filter((id) => providerOf(id).ownPrefixes === 'any')
    expect(open).toContain('litellm')
    expect(open).toContain('openrouter')
    expect(open).toContain('openai_compatible')
    for (const id of open) expect(providerForModel('anthropic/claude-x', id)).toBeUndefined()
  })
})

describe('namesOfModel', () => {
  it('gives the id, the id with the prefix, and the id without one', () => {
    expect(namesOfModel('gpt-4o', 'openai')).toEqual(['gpt-4o', 'openai/gpt-4o'])
    expect(namesOfModel('openai/gpt-4o', 'litellm')).toContain('gpt-4o')
    expect(namesOfModel('a', 'openai_compatible')[0]).toBe('a')
  })
})
