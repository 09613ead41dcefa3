import { describe, expect, it } from 'vitest'
import { idSourceFor } from './id-source.ts'

const local = { provider: 'llamacpp', model: 'qwen', address: undefined } as const

describe('idSourceFor', () => {
  it('takes the id that the reply told, while the same model is asked', () => {
    expect(idSourceFor(42, local, local)).toEqual({
      encoding: undefined,
      told: 42,
      isOfAnother: false,
    })
  })

  it('does not carry an id to another model, provider or address', () => {
    for (const next of [
      { ...local, model: 'gemma' },
      { ...local, provider: 'vllm' } as const,
      { ...local, address: 'http://127.0.0.1:9/v1' },
    ]) {
      expect(idSourceFor(42, local, next)).toEqual({
        encoding: undefined,
        told: undefined,
        isOfAnother: true,
      })
    }
  })

  it('looks a token up in the encoding of the model that is asked next', () => {
    const next = { provider: 'openai', model: 'gpt-4-turbo' } as const
    expect(idSourceFor(42, local, next).encoding).toBe('cl100k_base')
    expect(idSourceFor(undefined, local, next).isOfAnother).toBe(false)
  })

  it('believes what the reply called itself only for the same id', () => {
    const azure = { provider: 'azure', model: 'prod' } as const
    const writer = { ...azure, answered: 'gpt-4o-2024-11-20' }
    expect(idSourceFor(undefined, writer, azure).encoding).toBe('o200k_base')
    expect(idSourceFor(undefined, writer, { ...azure, model: 'other' }).encoding).toBeUndefined()
  })
})
