import { describe, expect, it } from 'vitest'
import { readCorpus } from './corpus/index.ts'
import { assemble, complete, openTeachingModel, parseTeachingRequest } from './index.ts'
import { createTeachingModel } from './model.ts'
import { endOfText } from './tokens.ts'

const corpus = readCorpus()
const model = openTeachingModel(corpus)

const questions = [
  'Tell me about rain.',
  'Tell me about the sea',
  'Tell me about cats',
  'What is a good way to make soup?',
  'How do trains work?',
  'Why is the sky blue?',
  'What is a language model?',
  'Explain temperature in one sentence.',
  'Tell me a story',
  'What is top_p?',
  'Who are you?',
  'Write a haiku about snow.',
]

/** The tokens of several replies at temperature 1, each with 20 alternatives. */
function sample(question: string, seed: number) {
  const messages = [{ role: 'user', content: question }]
  const wanted = { n: 8, logprobs: true, top_logprobs: 20, temperature: 1, seed }
  const request = parseTeachingRequest({ messages, ...wanted })
  if (!request.ok) throw new Error(request.error.message)
  const reply = assemble(complete(model, request.value, { id: 'x', created: 0, seed: 0 }))
  return reply.choices.flatMap(({ logprobs }) => logprobs?.content ?? [])
}

describe('createTeachingModel', () => {
  it('gives the same model for the same documents, and another fingerprint for others', () => {
    expect(createTeachingModel(corpus.documents).fingerprint).toBe(model.fingerprint)
    expect(createTeachingModel(corpus.documents.slice(1)).fingerprint).not.toBe(model.fingerprint)
  })

  it('can draw the end of the text and no marker', () => {
    expect(model.vocabulary).toContain(endOfText)
    expect(Math.min(...model.vocabulary)).toBeGreaterThanOrEqual(0)
  })

  it('works with a single short document and with none', () => {
    const tiny = createTeachingModel([{ topic: 'a', title: 'b', text: 'Rain falls.' }])
    const request = parseTeachingRequest({
      messages: [{ role: 'user', content: 'rain?' }],
      seed: 1,
    })
    if (!request.ok) throw new Error(request.error.message)
    const identity = { id: 'x', created: 0, seed: 0 }
    const text = (of: typeof tiny) =>
      assemble(complete(of, request.value, identity)).choices[0]?.message.content
    expect(text({ ...tiny })).toMatch(/^(Rain| falls|\.)/)
    expect(text(createTeachingModel([]))).toBe('')
  })
})

describe('the model does not recite', () => {
  const tokens = questions.flatMap((question, index) => sample(question, index))

  it('draws at least 18 % of the tokens at temperature 1 with a probability below 0.7', () => {
    expect(tokens.length).toBeGreaterThan(1_000)
    const open = tokens.filter(({ logprob }) => Math.exp(logprob) < 0.7)
    expect(open.length / tokens.length).toBeGreaterThanOrEqual(0.18)
  })

  it('has at least 20 finite alternatives at every position', () => {
    for (const { top_logprobs } of tokens) {
      expect(top_logprobs).toHaveLength(20)
      expect(top_logprobs.every(({ logprob }) => Number.isFinite(logprob))).toBe(true)
    }
  })
})
