import { describe, expect, it } from 'vitest'
import type { Document } from '../conversation/document.ts'
import { readCorpus } from './index.ts'

const corpus = readCorpus().documents
const dialogues = corpus.filter((document) => /^(?:System|User): /.test(document.text))
const bytes = (documents: readonly Document[]) =>
  new TextEncoder().encode(documents.map((document) => document.text).join('')).length

const sentences = (text: string) =>
  text
    .replace(/^System: .*\n/, '')
    .replaceAll(/^(?:User|Assistant): /gm, '')
    .split(/(?<=[.!?]"?)\s+|\n+/)
    .filter((sentence) => sentence.length > 40)

const turns = (text: string) =>
  text.replace(/^System: .*\n\n/, '').split(/\n\n(?=(?:User|Assistant): )/)

const speakers = (text: string) => turns(text).map((turn) => turn.slice(0, turn.indexOf(': ')))

const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index)

describe('the corpus of the teaching model', () => {
  it('holds at least 250 kB of text', () => {
    expect(bytes(corpus)).toBeGreaterThanOrEqual(250_000)
  })

  it('covers at least 40 topics', () => {
    expect(new Set(corpus.map((document) => document.topic)).size).toBeGreaterThanOrEqual(40)
  })

  it('gives every document a title of its own', () => {
    expect(repeated(corpus.map((document) => document.title))).toEqual([])
  })

  it('repeats no sentence of more than 40 characters', () => {
    expect(repeated(corpus.flatMap((document) => sentences(document.text)))).toEqual([])
  })

  it('spends between a third and two thirds of its bytes on dialogue', () => {
    const share = bytes(dialogues) / bytes(corpus)
    expect(share).toBeGreaterThan(1 / 3)
    expect(share).toBeLessThan(2 / 3)
  })
})

describe.each(corpus)('$topic: $title', ({ text }) => {
  it('has text without control characters, indentation or stray spaces', () => {
    expect(text.length).toBeGreaterThan(40)
    expect(text).not.toMatch(/[^\P{Cc}\n]/u)
    expect(text).not.toMatch(/^ | $| {2}|\n{3}/m)
    expect(text).toBe(text.trim())
  })
})

describe.each(dialogues)('the dialogue $title', ({ text }) => {
  it('alternates between user and assistant and ends with an answer', () => {
    const asked = turns(text).map((_, index) => (index % 2 === 0 ? 'User' : 'Assistant'))
    expect(speakers(text)).toEqual(asked)
    expect(asked.length % 2).toBe(0)
  })

  it('has one line for each question and words in each answer', () => {
    for (const [index, turn] of turns(text).entries()) {
      expect(turn).toMatch(index % 2 === 0 ? /^User: \S[^\n]*$/ : /^Assistant: \S/)
    }
  })
})

describe('a text that is not a dialogue', () => {
  it('never speaks as the user or the assistant', () => {
    const prose = corpus.filter((document) => !dialogues.includes(document))
    expect(prose.filter(({ text }) => /^(?:User|Assistant):/m.test(text))).toEqual([])
  })
})
