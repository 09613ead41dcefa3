import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOfMessages, messagesOfDraft, type MessagesDraft } from './message-drafts.ts'
import { placeInJson, textsIn, withTexts } from './message-texts.ts'

const call = {
  id: 'call_1',
  type: 'function',
  function: { name: 'weather', arguments: '{"city": "Oslo"}' },
}
const messages = [
  { role: 'system', content: 'Be brief.' },
  {
    role: 'user',
    content: [
      { type: 'text', text: 'What is "this"?\n' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,AA' } },
    ],
  },
  { role: 'assistant', content: null, tool_calls: [call] },
  { role: 'tool', tool_call_id: 'call_1', content: 'Rain é 😀' },
]
const cards = draftOfMessages(messages)
const json: MessagesDraft = { mode: 'json', text: JSON.stringify(messages, null, 2) }
const known = [
  [0, 'content', 'Be brief.'],
  [1, 'part', 'What is "this"?\n'],
  [2, 'arguments', '{"city": "Oslo"}'],
  [3, 'content', 'Rain é 😀'],
]

const found = (draft: MessagesDraft) =>
  textsIn(draft)
    .filter(({ text }) => text !== '')
    .map(({ message, kind, text }) => [message, kind, text])

describe('the texts of a conversation', () => {
  it('are found in cards and in JSON alike', () => {
    expect(found(cards)).toEqual(known)
    expect(found(json)).toEqual(known)
  })

  it('are changed in both, each where it stands, and nothing else', () => {
    const shouted = messages.map((message) => JSON.parse(JSON.stringify(message)) as object)
    const expected = JSON.parse(
      JSON.stringify(shouted)
        .replace('Be brief.', 'BE BRIEF.')
        .replace(String.raw`What is \"this\"?`, String.raw`WHAT IS \"THIS\"?`)
        .replace(String.raw`{\"city\": \"Oslo\"}`, String.raw`{\"CITY\": \"OSLO\"}`)
        .replace('Rain é', 'RAIN É'),
    ) as object[]
    for (const draft of [cards, json]) {
      const next = withTexts(draft, ({ text }) => text.toUpperCase())
      expect(messagesOfDraft(next)).toEqual({ ok: true, value: expected })
    }
  })

  it('keep comments, layout and quotes around them', () => {
    const text = '[ // one\n  {"content": “a \\“b\\””,\n   "role": "user"}, ]'
    expect(found({ mode: 'json', text })).toEqual([[0, 'content', 'a "b"']])
    const same = withTexts({ mode: 'json', text }, (one) => one.text)
    expect(same).toEqual({ mode: 'json', text })
    const next = withTexts({ mode: 'json', text }, () => 'c')
    expect(next).toEqual({
      mode: 'json',
      text: '[ // one\n  {"content": "c",\n   "role": "user"}, ]',
    })
  })

  it('come in the order in which they are changed, also where calls stand first', () => {
    const turned = [{ role: 'assistant', tool_calls: [call], content: 'Well' }]
    for (const draft of [
      { mode: 'json' as const, text: JSON.stringify(turned) },
      draftOfMessages(turned),
    ]) {
      const order: string[] = []
      withTexts(draft, ({ kind, text }) => {
        order.push(kind)
        return text
      })
      expect(textsIn(draft).map(({ kind }) => kind)).toEqual(order)
    }
  })

  it('are none where the JSON cannot be read, which stays as it is', () => {
    const broken: MessagesDraft = { mode: 'json', text: '[{"role": "user", "content": "a"' }
    expect(textsIn(broken)).toEqual([])
    expect(withTexts(broken, () => 'b')).toEqual(broken)
    expect(textsIn({ mode: 'json', text: '{"content": "a"}' })).toEqual([])
  })

  it('have a place in their JSON for every unit of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (content, at) => {
        const place = Math.min(at, content.length)
        const text = JSON.stringify([{ role: 'user', content: `${content}|` }])
        const [one] = textsIn({ mode: 'json', text })
        const start = one?.written ? placeInJson(one.written, place) : -1
        const rest = JSON.parse(`"${text.slice(start, text.lastIndexOf('"') + 1)}`) as string
        expect(rest).toBe(`${content}|`.slice(place))
      }),
    )
  })
})
