import { describe, expect, it } from 'vitest'
import { readLiteLlmHeaders } from './litellm-headers.ts'

describe('readLiteLlmHeaders', () => {
  it('reads what a proxy tells', () => {
    expect(
      readLiteLlmHeaders({
        'content-type': 'application/json',
        'x-litellm-version': '1.90.0',
        'x-litellm-call-id': 'abc',
        'x-litellm-model-id': 'dep-good',
        'x-litellm-attempted-retries': '2',
        'x-litellm-attempted-fallbacks': '0',
        'x-litellm-response-cost': '1.5e-05',
        'x-litellm-response-duration-ms': '12.5',
      }),
    ).toEqual({
      version: '1.90.0',
      callId: 'abc',
      modelId: 'dep-good',
      attemptedRetries: 2,
      attemptedFallbacks: 0,
      cost: 0.000015,
      durationMs: 12.5,
    })
  })

  it('leaves out what the proxy does not know', () => {
    expect(
      readLiteLlmHeaders({
        'x-litellm-version': '1',
        'x-litellm-response-cost': 'None',
        'x-litellm-model-id': '',
      }),
    ).toEqual({ version: '1' })
  })

  it('gives nothing for other servers', () => {
    expect(readLiteLlmHeaders({ 'x-request-id': '1' })).toBeUndefined()
  })
})
