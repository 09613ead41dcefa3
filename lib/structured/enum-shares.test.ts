import { describe, expect, it } from 'vitest'
import { enumDecisions } from './enum-shares.ts'
import { membersAt } from './members.ts'
import { fieldAt, fieldsOf, madeUpReply, type MadeUp } from './tokens.fixture.ts'

function decisionsOf(made: readonly MadeUp[], members: readonly unknown[], isOver = true) {
  const reply = madeUpReply(made)
  return enumDecisions(fieldAt(fieldsOf(reply.content, isOver), 'sky'), members, reply)
}

const shares = (decisions: ReturnType<typeof enumDecisions>, at = 0) =>
  Object.fromEntries(
    (decisions[at]?.members ?? []).map(({ member, lower, upper }) => [
      member,
      [round(lower), round(upper)],
    ]),
  )
const round = (p: number) => Number(p.toFixed(9))

const sky = ['clear', 'cloudy', 'rain']

describe('enumDecisions', () => {
  it('sums the tokens that go on with one member alone, at the first token where members part', () => {
    const decisions = decisionsOf(
      [
        ['{"sky": "', 1],
        ['rain', 0.4, { r: 0.1, cl: 0.2, clear: 0.05, cloud: 0.15, cloudy: 0.02 }],
        ['"}', 1],
      ],
      sky,
    )
    expect(decisions).toHaveLength(1)
    expect(decisions[0]?.token).toBe(1)
    expect(shares(decisions)).toEqual({
      '"rain"': [0.5, 0.58],
      '"cloudy"': [0.17, 0.45],
      '"clear"': [0.05, 0.33],
    })
    expect(decisions[0]?.shared).toBeCloseTo(0.2, 12)
    expect(decisions[0]?.unseen).toBeCloseTo(0.08, 12)
    expect(decisions[0]?.other).toBe(0)
  })

  it('goes on to the next token where the chosen one is shared', () => {
    const decisions = decisionsOf(
      [
        ['{"sky":', 1],
        ['"cl', 0.6, { '"rain"': 0.4 }],
        ['oudy"', 0.75, { 'ear"': 0.25 }],
        ['}', 1],
      ],
      sky,
    )
    expect(decisions.map(({ token }) => token)).toEqual([1, 2])
    expect(decisions[0]?.shared).toBeCloseTo(0.6, 12)
    expect(shares(decisions)).toEqual({
      '"cloudy"': [0, 0.6],
      '"rain"': [0.4, 0.4],
      '"clear"': [0, 0.6],
    })
    expect(shares(decisions, 1)).toEqual({ '"cloudy"': [0.75, 0.75], '"clear"': [0.25, 0.25] })
  })

  it('reads a token that begins before the value, with other blanks or another text there', () => {
    const decisions = decisionsOf(
      [
        ['{"sky', 1],
        ['":"r', 0.5, { '": "c': 0.2, '":"clear': 0.1, '":null': 0.05, x: 0.05 }],
        ['ain"}', 1],
      ],
      sky,
    )
    expect(shares(decisions)).toEqual({
      '"rain"': [0.5, 0.6],
      '"clear"': [0.1, 0.4],
      '"cloudy"': [0, 0.3],
    })
    expect(decisions[0]?.shared).toBeCloseTo(0.2, 12)
    expect(decisions[0]?.other).toBeCloseTo(0.1, 12)
  })

  it('tells members that begin with each other apart at what follows', () => {
    const numbers = decisionsOf(
      [
        ['{"sky":', 1],
        ['1', 0.9, { '2': 0.1 }],
        ['}', 0.7, { '0': 0.2, ',"': 0.1 }],
      ],
      [1, 10, 2],
    )
    expect(numbers.map(({ token }) => token)).toEqual([1, 2])
    expect(shares(numbers, 1)).toEqual({ '1': [0.8, 0.8], '10': [0.2, 0.2] })
    const texts = decisionsOf(
      [
        ['{"sky":"rain', 1],
        ['"}', 0.6, { y: 0.3, 'y"': 0.1 }],
      ],
      ['rain', 'rainy'],
    )
    expect(shares(texts)).toEqual({ '"rain"': [0.6, 0.6], '"rainy"': [0.4, 0.4] })
  })

  it('knows true from false and null, and members in other spellings', () => {
    const truth = decisionsOf(
      [
        ['{"sky":', 1],
        ['true', 0.7, { false: 0.2, nu: 0.1 }],
        ['}', 1],
      ],
      [true, false, null],
    )
    expect(shares(truth)).toEqual({ true: [0.7, 0.7], false: [0.2, 0.2], null: [0.1, 0.1] })
    const cafe = decisionsOf(
      [
        ['{"sky":"', 1],
        ['bar', 0.5, { é: 0.25, '\\u00e9': 0.25 }],
        ['"}', 1],
      ],
      ['bar', 'été'],
    )
    expect(shares(cafe)).toEqual({ '"bar"': [0.5, 0.5], '"été"': [0.5, 0.5] })
  })

  it('compares bytes within a character', () => {
    // “é” is C3 A9 and “è” is C3 A8: they part at their second byte.
    const decisions = decisionsOf(
      [
        ['{"sky":"', 1],
        [[0xc3], 0.9],
        [[0xa9], 0.8],
        ['"}', 1],
      ],
      ['é', 'è'],
    )
    expect(decisions.map(({ token }) => token)).toEqual([2])
    expect(shares(decisions)).toEqual({ '"é"': [0.8, 1], '"è"': [0, 0.2] })
  })

  it('says nothing of a value that is no member, is not over, or has other tokens', () => {
    expect(decisionsOf([['{"sky":"fog"}', 1]], sky)).toEqual([])
    expect(decisionsOf([['{"sky":"rain', 1]], ['rain', 'rainy'], false)).toEqual([])
    const { tokens, segments } = madeUpReply([['{"sky":"fog"}', 1]], '{"sky":"rain"}')
    const field = fieldAt(fieldsOf('{"sky":"rain"}'), 'sky')
    expect(enumDecisions(field, sky, { tokens, segments, content: '{"sky":"rain"}' })).toEqual([])
  })
})

describe('membersAt', () => {
  const schema = {
    type: 'object',
    properties: {
      sky: { enum: sky },
      wet: { type: ['boolean', 'null'] },
      kind: { anyOf: [{ const: 'a' }, { $ref: '#/$defs/more' }] },
      open: { anyOf: [{ const: 'a' }, { type: 'string' }] },
      days: { type: 'array', prefixItems: [{ const: 0 }], items: { $ref: '#' } },
      loop: { $ref: '#/properties/loop' },
    },
    $defs: { more: { enum: ['b', 'a', null] } },
  }

  it.each([
    [['sky'], sky],
    [['wet'], [true, false, null]],
    [['kind'], ['a', 'b', null]],
    [['open'], undefined],
    [['days', 0], [0]],
    [['days', 1, 'days', 2, 'sky'], sky],
    [['loop'], undefined],
    [['none'], undefined],
    [[], undefined],
  ])('finds at %j %j', (path, expected) => {
    expect(membersAt(schema, path)).toEqual(expected)
  })
})
