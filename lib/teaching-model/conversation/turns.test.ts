import { describe, expect, it } from 'vitest'
import { encode, endOfText } from '../tokens.ts'
import {
  encodePassage,
  encodePrompt,
  encodeTurns,
  openPrompt,
  passagesOf,
  spokenByAssistant,
  turnsOf,
} from './turns.ts'

const dialogue =
  'User: Is it wet?\n\nAssistant: Very.\n\nAnd cold.\n\nUser: Thanks\n\nAssistant: Yes.'

describe('turnsOf', () => {
  it('reads labels and lets unlabelled paragraphs continue a turn', () => {
    expect(turnsOf(dialogue)).toEqual([
      { speaker: 'user', text: 'Is it wet?' },
      { speaker: 'assistant', text: 'Very.\n\nAnd cold.' },
      { speaker: 'user', text: 'Thanks' },
      { speaker: 'assistant', text: 'Yes.' },
    ])
  })

  it('takes a text without labels for the assistant’s', () => {
    expect(turnsOf('One.\n\nTwo: three.')).toEqual([
      { speaker: 'assistant', text: 'One.\n\nTwo: three.' },
    ])
  })
})

describe('passagesOf', () => {
  it('keeps a question and its answer together and apart from the next question', () => {
    const passages = passagesOf({ topic: 'weather', title: 'Talk', text: dialogue })
    expect(passages.map(({ turns }) => turns.map(({ speaker }) => speaker))).toEqual([
      ['user', 'assistant'],
      ['user', 'assistant'],
    ])
    expect(passages[1]).toMatchObject({ topic: 'weather', title: 'Talk' })
  })
})

describe('encoding', () => {
  const question = { speaker: 'user', text: 'Is it wet?' } as const
  const answer = { speaker: 'assistant', text: 'Very.' } as const

  it('ends every turn of the assistant with the end of the text, and no other', () => {
    const row = encodeTurns([question, answer, question])
    expect(row.filter((id) => id === endOfText)).toHaveLength(1)
    expect(row.filter((id) => id >= 0 && id !== endOfText)).toEqual(
      [question, answer, question].flatMap(({ text }) => encode(text)),
    )
  })

  it('takes a last turn of the assistant for the beginning of the reply', () => {
    expect(openPrompt([question])).toEqual({ turns: [question], prefix: [] })
    expect(openPrompt([question, answer])).toEqual({ turns: [question], prefix: encode('Very.') })
    expect(openPrompt([question, answer], [1, 2])).toEqual({ turns: [question], prefix: [1, 2] })
    const row = encodePrompt(openPrompt([question, answer]))
    expect(row).toEqual([...encodePrompt(openPrompt([question])), ...encode('Very.')])
    expect(row).not.toContain(endOfText)
  })

  it('makes a prompt whose end looks as it does before a learnt answer', () => {
    const prompt = encodePrompt(openPrompt([question]))
    const passage = encodePassage({ topic: '', title: '', turns: [question, answer] })
    expect(passage.slice(1, prompt.length + 1)).toEqual(prompt)
  })

  it('learns what the assistant says with its end, and not what it is told', () => {
    const row = encodeTurns([question, answer])
    const learned = row.filter((_, index) => spokenByAssistant(row)[index])
    expect(learned).toEqual([...encode('Very.'), endOfText])
  })
})
