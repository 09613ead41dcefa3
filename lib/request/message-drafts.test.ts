import { describe, expect, it } from 'vitest'
import { draftOfMessages, messagesOfDraft } from './message-drafts.ts'

const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } }

describe('cards', () => {
  it.each([
    [[{ role: 'user', content: 'Hello' }]],
    [[{ role: 'system', content: 'Be brief', name: 'teacher' }]],
    [[{ role: 'assistant', content: null, tool_calls: [call] }]],
    [[{ role: 'assistant', content: 'Let me see', tool_calls: [call] }]],
    [[{ role: 'tool', content: '12', tool_call_id: 'call_1' }]],
    [
      [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image_url', image_url: { url: 'data:,' } },
          ],
        },
      ],
    ],
    [[{ role: 'user', content: 'cached', cache_control: { type: 'ephemeral' } }]],
  ])('hold %j without loss', (messages) => {
    const draft = draftOfMessages(messages)
    expect(draft.mode).toBe('cards')
    expect(messagesOfDraft(draft)).toEqual({ ok: true, value: messages })
  })

  it('give way to JSON for what they cannot hold', () => {
    expect(draftOfMessages([{ role: 'robot' }]).mode).toBe('json')
    expect(draftOfMessages('hello').mode).toBe('json')
  })

  it('say which message and which key cannot be read', () => {
    const draft = draftOfMessages([
      { role: 'user', content: 'x' },
      { role: 'assistant', content: '', tool_calls: [] },
    ])
    const broken =
      draft.mode === 'cards'
        ? {
            ...draft,
            cards: draft.cards.map((card) =>
              card.toolCalls ? { ...card, toolCalls: '[{' } : card,
            ),
          }
        : draft
    const read = messagesOfDraft(broken)
    expect(read.ok ? [] : read.error[0]?.path).toEqual([1, 'tool_calls'])
  })
})
