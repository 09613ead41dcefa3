import { describe, expect, it } from 'vitest'
import {
  draftOfMessages,
  messagesOfDraft,
  type MessagesDraft,
} from '#lib/request/message-drafts.ts'
import { jsonInstruction, withJsonInstruction } from './json-instruction.ts'

const user = { role: 'user', content: 'List three rivers.' }

function messages(draft: MessagesDraft) {
  const next = withJsonInstruction(draft, 'new')
  const read = next && messagesOfDraft(next)
  return read?.ok ? read.value : undefined
}

describe.each([
  ['cards', draftOfMessages],
  ['JSON', (value: unknown): MessagesDraft => ({ mode: 'json', text: JSON.stringify(value) })],
])('withJsonInstruction on %s', (_, draftOf) => {
  it('adds a system message where there is none', () => {
    expect(messages(draftOf([user]))).toEqual([{ role: 'system', content: jsonInstruction }, user])
  })

  it('goes on in the first system or developer message', () => {
    const developer = { role: 'developer', content: 'Be brief.\n' }
    expect(messages(draftOf([user, developer, { role: 'system', content: 'x' }]))).toEqual([
      user,
      { role: 'developer', content: `Be brief.\n${jsonInstruction}` },
      { role: 'system', content: 'x' },
    ])
    expect(messages(draftOf([{ role: 'system', content: '' }]))).toEqual([
      { role: 'system', content: jsonInstruction },
    ])
  })

  it('adds a part where the message has parts', () => {
    const part = { type: 'text', text: 'Be brief.' }
    expect(messages(draftOf([{ role: 'system', content: [part] }]))).toEqual([
      { role: 'system', content: [part, { type: 'text', text: jsonInstruction }] },
    ])
  })
})

it('changes nothing that cannot be read', () => {
  expect(withJsonInstruction({ mode: 'json', text: '[{' }, 'new')).toBeUndefined()
  const broken = { key: 'a', role: 'system' as const, content: '', parts: '[' }
  expect(withJsonInstruction({ mode: 'cards', cards: [broken] }, 'new')).toBeUndefined()
})
