import { describe, expect, it } from 'vitest'
import { isSameModel } from './model-names.ts'

describe('isSameModel', () => {
  it.each([
    ['gpt-4o', 'gpt-4o'],
    ['gpt-4o', 'gpt-4o-2024-08-06'],
    ['gpt-4o-2024-08-06', 'gpt-4o'],
    ['gpt-4', 'gpt-4-0613'],
    ['openai/gpt-4o-mini', 'gpt-4o-mini-2024-07-18'],
    ['accounts/fireworks/models/Llama-3', 'llama-3'],
    ['llama3', 'llama3:latest'],
    ['claude-3-5-sonnet-latest', 'claude-3-5-sonnet-20241022'],
    ['gemini-1.5-pro', 'gemini-1.5-pro-002'],
  ])('takes %s and %s for one', (asked, answered) => {
    expect(isSameModel(asked, answered)).toBe(true)
  })

  it.each([
    ['gpt-4o', 'gpt-4o-mini'],
    ['gpt-4o', 'gpt-4o-mini-2024-07-18'],
    ['gpt-4o', 'gpt-4'],
    ['gpt-4o-2024-08-06', 'gpt-4o-2024-11-20'],
    ['gpt-4o', 'claude'],
    ['my-alias', 'gpt-4o'],
  ])('tells %s and %s apart', (asked, answered) => {
    expect(isSameModel(asked, answered)).toBe(false)
  })
})
