import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRequest } from './body.ts'
import { continuingSettings } from './branch.ts'
import { draftsOf, parseDrafts } from './drafts.ts'
import { draftOfMessages } from './message-drafts.ts'
import { filledPieces, withRenamed } from './variable-pieces.ts'
import {
  filledText,
  mayNameVariables,
  variablesIn,
  variablesInText,
  variablesWithoutValue,
  withVariables,
} from './variables.ts'

const messages = [
  { role: 'system' as const, content: 'You know {{city}}.' },
  {
    role: 'user' as const,
    content: [{ type: 'text' as const, text: 'In {{ city }} on {{day}}?' }],
  },
]

describe('variables', () => {
  it('are found in texts and text parts, each once', () => {
    expect(variablesIn(messages)).toEqual(['city', 'day'])
    expect(variablesWithoutValue(messages, { city: 'Oslo' })).toEqual(['day'])
  })

  it('are filled in, and a name without a value stays as it is', () => {
    expect(withVariables(messages, { city: 'Oslo' })).toEqual([
      { role: 'system', content: 'You know Oslo.' },
      { role: 'user', content: [{ type: 'text', text: 'In Oslo on {{day}}?' }] },
    ])
  })

  it('do not reach into what is no variable', () => {
    const strange = [
      { role: 'user', content: '{{ }} {{1a}} {{a b}} {a} {{toString}} {{__proto__}}' },
    ]
    expect(withVariables(strange, { a: 'x' })).toEqual(strange)
  })

  it('put values in as they are, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(withVariables([{ content: '<{{a}}>' }], { a: value })).toEqual([
          { content: `<${value}>` },
        ])
      }),
    )
  })

  it('are filled in where the body is built, which has no table of them', () => {
    const request = {
      provider: 'teaching',
      model: 'm',
      messages,
      variables: { city: 'Oslo' },
    } as const
    const { body } = buildRequest({ ...request, messages: [...messages] })
    expect(body).not.toHaveProperty('variables')
    expect(JSON.stringify(body.messages)).toContain('You know Oslo.')
  })

  it('are filled in before a reply is continued, whose own braces stay', () => {
    const sent = continuingSettings(
      { provider: 'teaching', messages, variables: { city: 'Oslo' } },
      { text: 'Write {{city}}' },
    )
    expect(sent).not.toHaveProperty('variables')
    expect(JSON.stringify(sent.messages)).toContain('Write {{city}}')
    expect(JSON.stringify(sent.messages)).toContain('You know Oslo.')
  })

  it('can be shown in their text, piece by piece', () => {
    expect(filledPieces('In {{city}} on {{ day }}!', { city: 'Oslo' })).toEqual([
      { text: 'In ' },
      { text: 'Oslo', name: 'city', filled: true },
      { text: ' on ' },
      { text: '{{ day }}', name: 'day', filled: false },
      { text: '!' },
    ])
    const piece = fc.constantFrom('{{a}}', '{{ b }}', '{', '}}', 'x', '{{1}}')
    fc.assert(
      fc.property(fc.array(piece), fc.string(), (pieces, a) => {
        const text = pieces.join('')
        const together = filledPieces(text, { a })
          .map((one) => one.text)
          .join('')
        expect(together).toBe(filledText(text, { a }))
      }),
    )
  })

  it('get another name in all their braces, and only there', () => {
    expect(withRenamed('{{a}} a {{ a }} {{ab}} {{b}}', 'a', 'c')).toBe(
      '{{c}} a {{ c }} {{ab}} {{b}}',
    )
    expect(variablesInText(withRenamed('{{a}} {{b}}', 'a', 'b'))).toEqual(['b'])
  })

  it('are suspected in cards and JSON that have double braces', () => {
    expect(mayNameVariables(draftOfMessages(messages))).toBe(true)
    expect(mayNameVariables(draftOfMessages([{ role: 'user', content: '{a}' }]))).toBe(false)
    expect(mayNameVariables({ mode: 'json', text: '[{{' })).toBe(true)
  })

  it('are not filled in where that would be too much, and say so', () => {
    const many = [{ role: 'user', content: '{{a}}'.repeat(30) }]
    const variables = { a: 'x'.repeat(200_000) }
    expect(withVariables(many, variables)).toEqual(many)
    const settings = { provider: 'teaching', model: 'm', messages: many, variables }
    expect(parseDrafts(draftsOf(settings)).problems).toEqual([
      {
        parameter: 'variables',
        message:
          'Filled in, the messages would have 6,000,000 characters; at most 4,000,000 can be sent.',
        path: [],
      },
    ])
  })
})
