import { describe, expect, it } from 'vitest'
import type { Request } from '#lib/request/check.ts'
import { failureOf, play, typesOf } from './fixtures/forwarding.ts'

const rain: Partial<Request> = {
  provider: 'teaching',
  model: 'nucleus-teaching-1',
  messages: [{ role: 'user', content: 'Tell me about rain.' }],
  max_tokens: 40,
}

describe('the teaching model in process', () => {
  it('streams chunks, or gives the whole, as a provider does', async () => {
    const streamed = typesOf(await play('', { ...rain, stream: true }))
    expect(streamed.slice(0, 2)).toEqual(['attempt', 'response'])
    expect(streamed.at(-1)).toBe('end')
    expect(new Set(streamed.slice(2, -1))).toEqual(new Set(['chunk']))
    expect(typesOf(await play('', rain))).toEqual(['attempt', 'response', 'completion', 'end'])
  })

  it('refuses what does not fit into the context window', async () => {
    const messages = [{ role: 'user' as const, content: ' rain'.repeat(33_000) }]
    const events = await play('', { ...rain, messages })
    expect(failureOf(events)).toMatchObject({ kind: 'invalid', code: 'context_length_exceeded' })
  })

  it('stops where it is told to', async () => {
    const events = await play('', { ...rain, stream: true }, AbortSignal.abort())
    expect(failureOf(events)).toMatchObject({ kind: 'stopped' })
    expect(typesOf(events)).not.toContain('chunk')
  })
})
