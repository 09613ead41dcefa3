import { describe, expect, it } from 'vitest'
import { textBlocks } from './blocks.ts'
import { chunk } from './fixtures/chunks.ts'
import { replyTo } from './fixtures/replies.ts'
import { applyEvent } from './reducer.ts'
import { createReply, type Choice } from './reply.ts'

const listed = (...tokens: string[]) => tokens.map((token) => ({ token, logprob: -0.5 }))

function blocksOf(choice: Choice | undefined) {
  return choice
    ? textBlocks(choice).map(({ kind, text, tokens }) => [
        kind,
        text,
        Array.from({ length: tokens.length }, (_, index) => tokens.text(index)),
      ])
    : []
}

const wholeBlocks = (message: object, logprobs: object) =>
  blocksOf(replyTo({ choices: [{ message, logprobs, finish_reason: 'stop' }] }).choices[0])

function streamedBlocks(...chunks: string[]) {
  const reply = createReply()
  for (const data of chunks) applyEvent(reply, { type: 'chunk', data, at: 1 })
  return blocksOf(reply.choices[0])
}

describe('textBlocks', () => {
  it('gives a refusal its own block beside the content, each with its tokens', () => {
    const message = { content: 'Well.', refusal: 'I cannot.' }
    const logprobs = { content: listed('Well', '.'), refusal: listed('I', ' cannot', '.') }
    const wanted = [
      ['content', 'Well.', ['Well', '.']],
      ['refusal', 'I cannot.', ['I', ' cannot', '.']],
    ]
    expect(wholeBlocks(message, logprobs)).toEqual(wanted)
    expect(streamedBlocks(chunk(0, message, logprobs))).toEqual(wanted)
  })

  it('gives reasoning its tokens, in a list of their own or before those of the content', () => {
    const message = { reasoning_content: 'Hm.', content: 'Yes 😀' }
    const smile = [
      { token: ' ', logprob: -1, bytes: [32] },
      { token: '\\xf0\\x9f', logprob: -1, bytes: [0xf0, 0x9f] },
      { token: '\\x98\\x80', logprob: -1, bytes: [0x98, 0x80] },
    ]
    const content = [...listed('Yes'), ...smile]
    const names = content.map(({ token }) => token)
    expect(wholeBlocks(message, { content, reasoning_content: listed('Hm', '.') })).toEqual([
      ['reasoning', 'Hm.', ['Hm', '.']],
      ['content', 'Yes 😀', names],
    ])
    const inOneRow = [...listed('<think>', 'Hm', '.', '</think>'), ...content, ...listed('<|end|>')]
    expect(wholeBlocks(message, { content: inOneRow })).toEqual([
      ['reasoning', 'Hm.', ['<think>', 'Hm', '.', '</think>']],
      ['content', 'Yes 😀', [...names, '<|end|>']],
    ])
  })

  it('leaves all tokens with the content where they do not spell it', () => {
    const message = { reasoning: 'Hm.', content: 'Yes' }
    expect(wholeBlocks(message, { content: listed('Hm', '.', 'No') })).toEqual([
      ['reasoning', 'Hm.', []],
      ['content', 'Yes', ['Hm', '.', 'No']],
    ])
  })

  it('keeps reasoning, content, tool calls and annotations of one choice apart', () => {
    const call = { index: 0, id: 'c1', function: { name: 'f', arguments: '{"a":1}' } }
    const citation = { type: 'url_citation', url_citation: { url: 'https://example.com' } }
    const reply = createReply()
    for (const data of [
      chunk(0, { reasoning: 'Hm' }, { content: listed('Hm') }),
      chunk(0, { content: 'Yes', tool_calls: [call] }, { content: listed('Yes') }),
      chunk(0, { annotations: [citation] }, undefined, 'tool_calls'),
    ])
      applyEvent(reply, { type: 'chunk', data, at: 1 })
    const [choice] = reply.choices
    expect(blocksOf(choice)).toEqual([
      ['reasoning', 'Hm', ['Hm']],
      ['content', 'Yes', ['Yes']],
    ])
    expect(choice).toMatchObject({
      toolCalls: [{ id: 'c1', name: 'f', arguments: '{"a":1}' }],
      annotations: [citation],
      finishReason: 'tool_calls',
    })
  })

  it('has nothing for an empty choice', () => {
    expect(wholeBlocks({ content: '' }, {})).toEqual([])
  })
})
