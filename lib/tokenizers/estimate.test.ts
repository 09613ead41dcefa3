import { describe, expect, it } from 'vitest'
import { draftsOf } from '#lib/request/drafts.ts'
import { roughCard, roughTotal } from './estimate.ts'

const card = { key: 'a', role: 'user', content: 'x'.repeat(9) } as const

describe('rough counts', () => {
  it('take four characters for a token, begun ones too', () => {
    expect(roughCard(card, null)).toBe(3)
    expect(roughCard({ ...card, content: '' }, null)).toBe(0)
    expect(roughCard({ ...card, toolCalls: '[1]' }, null)).toBe(3)
  })

  it('fill variables in', () => {
    const asked = { ...card, content: '{{what}}!' }
    expect(roughCard(asked, { what: 'seven' })).toBe(2)
    expect(roughCard(asked, null)).toBe(3)
  })

  it('add up messages, cards or not, and tools', () => {
    const messages = [card, card].map(({ role, content }) => ({ role, content }))
    const drafts = draftsOf({ messages })
    expect(roughTotal(drafts)).toBe(6)
    expect(roughTotal({ ...drafts, tools: '[\n    { "a": 1 }\n]' })).toBe(9)
    expect(roughTotal({ ...drafts, messages: { mode: 'json', text: '12345' } })).toBe(2)
    expect(roughTotal({ ...drafts, messages: null })).toBe(0)
  })
})
