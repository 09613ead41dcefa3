import { describe, expect, it } from 'vitest'
import { fillSlots, isPattern } from './slots.ts'
import { passagesOf } from './turns.ts'

const document = (text: string) => ({ topic: 'talk', title: text, text })

const name = document(
  'User: My name is {name|Ana}.\n\nAssistant: Hello, {name|Ana}!\n\nUser: What is my name?\n\nAssistant: {name|Ana}.',
)
const cats = document('User: I have {number|3} cats.\n\nAssistant: {number|3} cats!')
const both = document(
  'User: I am {name|Tom} and I live in {city|Leeds}.\n\nAssistant: Hello, {name|Tom} of {city|Leeds}.',
)
const likes = document('User: I like {thing|plums}.\n\nAssistant: {thing|plums} are good.')

/** The answers that a conversation fills. */
function answers(of: ReturnType<typeof document>, ...said: string[]) {
  const turns = said.map((text) => ({ speaker: 'user', text }) as const)
  return fillSlots([of], turns).map(({ turns: made }) => made.at(-1)?.text)
}

describe('slots', () => {
  it('are seen', () => {
    expect(passagesOf(name).every(isPattern)).toBe(true)
    expect(passagesOf(document('User: {a}\n\nAssistant: {"b": "c|d"}')).some(isPattern)).toBe(false)
  })

  it.each([
    [name, ['My name is Sam'], ['Hello, Sam!', 'Sam.']],
    [name, ['Hi! my  name is bob, and yours?'], ['Hello, bob!', 'Bob.']],
    [name, ['My name is Ana Maria.', 'What is my name?'], ['Hello, Ana Maria!', 'Ana Maria.']],
    [name, ['My name is Sam', 'No, my name is Kim.'], ['Hello, Kim!', 'Kim.']],
    [name, ['What is my name?'], []],
    [cats, ['I have 12 cats and a dog'], ['12 cats!']],
    [cats, ['I have two cats'], ['Two cats!']],
    [cats, ['I have 12 dogs'], []],
    [both, ['I am Zoë. I live in New York'], ['Hello, Zoë of New York.']],
    [both, ['I am tired and I live in Leeds'], []],
    [likes, ['I like old maps, mostly'], ['Old maps are good.']],
  ])('of %# are filled from the words around them', (of, said, expected) => {
    expect(answers(of, ...said)).toEqual(expected)
  })

  it('are not filled from what the assistant or the system says', () => {
    const turns = [{ speaker: 'assistant', text: 'My name is Sam' } as const]
    expect(fillSlots([name], turns)).toEqual([])
  })
})
