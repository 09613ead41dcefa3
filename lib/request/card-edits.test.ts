import { describe, expect, it } from 'vitest'
import {
  asPlainText,
  mergedCards,
  splitCard,
  textPart,
  withoutPart,
  withParts,
} from './card-edits.ts'
import { cardOf, messagesOfDraft, type Card } from './message-drafts.ts'

const image = { type: 'image_url', image_url: { url: 'https://a.example/b.png' } }
const plain: Card = { key: 'a', role: 'user', content: 'Hello there' }
const rich = cardOf({ role: 'user', content: [textPart('One two'), image] }, 'r')

function wire(...cards: Card[]): unknown {
  const read = messagesOfDraft({ mode: 'cards', cards })
  return read.ok ? read.value : read.error
}

describe('parts of a card', () => {
  it('begin with its text', () => {
    expect(wire(withParts(plain, [image]))).toEqual([
      { role: 'user', content: [textPart('Hello there'), image] },
    ])
    expect(wire(withParts(rich, [image, textPart('three')]))).toEqual([
      { role: 'user', content: [textPart('One two'), image, image, textPart('three')] },
    ])
  })

  it('end as the plain string that they were', () => {
    expect(withoutPart(withParts(plain, [image]), 1)).toEqual(plain)
    expect(wire(withoutPart(rich, 1))).toEqual([{ role: 'user', content: 'One two' }])
    expect(wire(withoutPart(withoutPart(rich, 0), 0))).toEqual([{ role: 'user', content: '' }])
  })

  it('stay a list while a part says more than its text', () => {
    const cached = { ...textPart('Hello'), cache_control: { type: 'ephemeral' } }
    const card = cardOf({ role: 'user', content: [cached, image] }, 'c')
    expect(wire(withoutPart(card, 1))).toEqual([{ role: 'user', content: [cached] }])
    expect(asPlainText(card)).toBeUndefined()
    expect(wire(withoutPart(rich, 0))).toEqual([{ role: 'user', content: [image] }])
  })

  it('are left alone where they cannot be read', () => {
    const broken = { ...rich, parts: '[{' }
    expect(withParts(broken, [image])).toEqual(broken)
    expect(withoutPart(broken, 0)).toEqual(broken)
  })
})

describe('splitCard', () => {
  it('cuts a text where it is told', () => {
    expect(splitCard(plain, { offset: 5 }, 'b')).toEqual([
      { ...plain, content: 'Hello' },
      { ...plain, key: 'b', content: ' there' },
    ])
  })

  it('keeps the name in both, and gives the calls to the second', () => {
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }
    const card = cardOf(
      { role: 'assistant', content: 'I look. Then', tool_calls: [call], name: 'x' },
      'a',
    )
    expect(wire(...splitCard(card, { offset: 7 }, 'b'))).toEqual([
      { role: 'assistant', content: 'I look.', name: 'x' },
      { role: 'assistant', content: ' Then', tool_calls: [call], name: 'x' },
    ])
  })

  it('cuts parts inside one, between two and at either end', () => {
    const at = (part: number, offset: number) => wire(...splitCard(rich, { part, offset }, 'b'))
    expect(at(0, 3)).toEqual([
      { role: 'user', content: 'One' },
      { role: 'user', content: [textPart(' two'), image] },
    ])
    expect(at(0, 0)).toEqual([
      { role: 'user', content: '' },
      { role: 'user', content: [textPart('One two'), image] },
    ])
    expect(at(0, 7)).toEqual([
      { role: 'user', content: 'One two' },
      { role: 'user', content: [image] },
    ])
  })
})

describe('mergedCards', () => {
  const merged = (first: Card, second: Card) => {
    const card = mergedCards(first, second)
    return card.ok ? wire(card.value) : card.error
  }

  it('joins texts with a blank line', () => {
    expect(merged(plain, { ...plain, key: 'b', content: 'More' })).toEqual([
      { role: 'user', content: 'Hello there\n\nMore' },
    ])
    expect(merged(plain, { ...plain, key: 'b', content: '' })).toEqual([
      { role: 'user', content: 'Hello there' },
    ])
  })

  it('puts parts after one another', () => {
    expect(merged(rich, { ...plain, key: 'b' })).toEqual([
      { role: 'user', content: [textPart('One two'), image, textPart('Hello there')] },
    ])
    expect(merged({ ...plain, content: '' }, rich)).toEqual([
      { role: 'user', content: [textPart('One two'), image] },
    ])
  })

  it('joins what differs in keys only one of them has, and else says why not', () => {
    const named = { ...plain, rest: { name: 'ann' } }
    expect(merged(named, plain)).toMatchObject([{ name: 'ann' }])
    expect(merged(plain, named)).toMatchObject([{ name: 'ann' }])
    expect(merged(named, { ...plain, rest: { name: 'bob' } })).toContain('name')
    expect(merged(plain, { ...plain, role: 'assistant' })).toContain('role')
    const tool: Card = { key: 't', role: 'tool', content: '1', toolCallId: 'a' }
    expect(merged(tool, { ...tool, toolCallId: 'b' })).toContain('calls')
    expect(merged(rich, { ...rich, parts: '[{' })).toContain('JSON')
  })

  it('undoes a split but for the blank line', () => {
    const [first, second] = splitCard(rich, { part: 1, offset: 0 }, 'b')
    expect(merged(first, second)).toEqual(wire(rich))
  })
})
