import * as fc from 'fast-check'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, it } from 'vitest'
import { replyTo } from '#lib/teaching-model/reply/reply.fixture.ts'
import { sampleTools } from '#lib/teaching-model/tools/tools.fixture.ts'
import { promptParts, type PromptParts, type Stretch } from './prompt-parts.ts'

const plain = { disallowedSpecial: new Set<string>() }
const tokensOf = ({ texts, labels, marks }: Stretch) =>
  [...texts, ...labels].reduce((sum, text) => sum + encode(text, plain).length, marks)

function sumOf({ messages, tools, opening }: PromptParts): number {
  const all = tools ? [...messages, tools] : messages
  return all.reduce((sum, one) => sum + tokensOf(one), opening)
}

const user = { role: 'user', content: 'Tell me about rain.' }
const said = { role: 'assistant', content: 'Rain is water' }
const call = (id: string, args: string) => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id, type: 'function', function: { name: 'get_time', arguments: args } }],
})
const result = (id: string, content: string) => ({ role: 'tool', tool_call_id: id, content })
const tools = [{ function: { ...sampleTools.get_time.function }, type: 'function', extra: 1 }]

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('<|endoftext|>', '', '🦩', 'x'.repeat(4500), '日本語'),
)
const turn = fc.oneof(
  text.map((content) => [{ role: 'user', content }]),
  text.map((content) => [{ role: 'system', content }]),
  text.map((content) => [{ role: 'assistant', content }]),
  text.map((content) => [{ role: 'user', content: [{ type: 'text', text: content }] }]),
  fc.tuple(text, text).map(([one, other]) => [call('a', JSON.stringify(one)), result('a', other)]),
)

describe('promptParts of the teaching model', () => {
  it('add up to the prompt_tokens that it reports, whatever the conversation', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 4 }), fc.boolean(), (turns, offers) => {
        const body = { messages: turns.flat(), ...(offers ? { tools } : {}) }
        const { prompt_tokens } = replyTo({ ...body, max_tokens: 1 }).usage
        const parts = promptParts('teaching', body)
        expect(sumOf(parts)).toBe(prompt_tokens)
        expect(parts.doubt).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  it('count variables as filled in', () => {
    const messages = [{ role: 'user', content: 'Tell me about {{what}}.' }]
    const parts = promptParts('teaching', { messages, variables: { what: 'rain' } })
    expect(parts).toEqual(promptParts('teaching', { messages: [user] }))
  })

  it('are in doubt where additional parameters replace them', () => {
    const settings = { messages: [user, said], extra_body: { prefix_token_ids: [1] } }
    expect(promptParts('teaching', settings).doubt).toContain('prefix_token_ids')
  })
})

describe('promptParts of OpenAI', () => {
  const about = (settings: object, provider: 'openai' | 'openrouter' = 'openai') =>
    promptParts(provider, { model: 'gpt-4o-mini', messages: [user], ...settings })

  it('are as documented: 3 for a message, 1 for a name, 3 for the reply', () => {
    const { messages, opening, doubt } = about({ messages: [user, { ...user, name: 'Ann' }] })
    expect(messages).toEqual([
      { texts: [user.content], labels: ['user'], marks: 3 },
      { texts: [user.content], labels: ['user', 'Ann'], marks: 4 },
    ])
    expect([opening, doubt]).toEqual([3, undefined])
  })

  it.each([
    [{ tools }, 'tools'],
    [{ messages: [user, call('a', '{}'), result('a', '1')] }, 'tools'],
    [{ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }, 'Images'],
    [{ response_format: { type: 'json_object' } }, 'format'],
    [{ model: 'gpt-5' }, 'marks roles'],
    [{ extra_body: { messages: [] } }, 'Additional parameters'],
  ])('are an estimate with %j', (settings, why) => {
    expect(about(settings).doubt).toContain(why)
  })

  it('are an estimate at others', () => {
    expect(about({}, 'openrouter').doubt).toContain('marks roles')
  })
})
