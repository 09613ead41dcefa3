import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRequest } from './body.ts'
import { continuingSettings } from './branch.ts'
import { variablesIn, variablesWithoutValue, withVariables } from './variables.ts'

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
})
