import { describe, expect, it } from 'vitest'
import { completionsUrl, keyHeader, modelsUrl } from './address.ts'
import { providerOf } from './catalogue.ts'
import type { Provider } from './provider.ts'

const compatible = providerOf('openai_compatible')
const deployed: Provider = {
  ...compatible,
  auth: 'api-key',
  path: '/openai/deployments/{model}/chat/completions',
  modelsPath: null,
}

describe('completionsUrl', () => {
  it('adds the path once, and the version where there is one', () => {
    expect(completionsUrl('http://a/v1/', compatible, 'm')).toBe('http://a/v1/chat/completions')
    expect(completionsUrl('http://a/v1', compatible, 'm', '2025 x')).toBe(
      'http://a/v1/chat/completions?api-version=2025%20x',
    )
  })

  it('writes the model into a path that names it, and nothing of it can leave its place', () => {
    expect(completionsUrl('http://a', deployed, 'my-gpt', 'v')).toBe(
      'http://a/openai/deployments/my-gpt/chat/completions?api-version=v',
    )
    expect(completionsUrl('http://a', deployed, '../x?y#z')).toBe(
      'http://a/openai/deployments/..%2Fx%3Fy%23z/chat/completions',
    )
  })
})

describe('modelsUrl', () => {
  it('is beside the completions, or nowhere', () => {
    expect(modelsUrl('http://a/v1/', compatible)).toBe('http://a/v1/models')
    expect(modelsUrl('http://a', deployed)).toBeUndefined()
  })
})

describe('keyHeader', () => {
  it('carries the key as the provider wants it', () => {
    expect(keyHeader(compatible, 'k')).toEqual({ authorization: 'Bearer k' })
    expect(keyHeader(deployed, 'k')).toEqual({ 'api-key': 'k' })
    expect(keyHeader(providerOf('teaching'), 'k')).toEqual({})
  })
})
