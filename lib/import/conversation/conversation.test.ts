import { describe, expect, it } from 'vitest'
import { readPaste } from '#lib/import/index.ts'

function read(value: unknown, entry?: number) {
  const result = readPaste(typeof value === 'string' ? value : JSON.stringify(value), entry)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const messagesOf = (value: unknown) => read(value).preset.settings.messages
const call = (id: string, name: string, text: string) => ({
  id,
  type: 'function',
  function: { name, arguments: text },
})

describe('tools and images', () => {
  it('are read from Anthropic’s blocks, in a body with a model too', () => {
    const imported = read({
      model: 'claude-x',
      max_tokens: 9,
      system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AA==' } },
            { type: 'image', source: { type: 'url', url: 'https://example.org/a.png' } },
            { type: 'text', text: 'What is it?' },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'hm', signature: 'x' },
            { type: 'text', text: 'I look.' },
            { type: 'tool_use', id: 'toolu_1', name: 'look', input: { at: 'sky' } },
          ],
        },
        {
          role: 'user',
          content: [
            {
              type: 'tool_result',
              tool_use_id: 'toolu_1',
              content: [{ type: 'text', text: 'clouds' }],
            },
            { type: 'text', text: 'So?' },
          ],
        },
      ],
    })
    expect(imported.preset.settings).toEqual({
      model: 'claude-x',
      max_tokens: 9,
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } },
            { type: 'image_url', image_url: { url: 'https://example.org/a.png' } },
            { type: 'text', text: 'What is it?' },
          ],
        },
        {
          role: 'assistant',
          content: 'I look.',
          tool_calls: [call('toolu_1', 'look', '{"at":"sky"}')],
        },
        { role: 'tool', tool_call_id: 'toolu_1', content: 'clouds' },
        { role: 'user', content: 'So?' },
      ],
    })
    expect(imported.notes).toContain('What the model thought was left out.')
    expect(imported.refused).toEqual([])
  })

  it('are read from Gemini, with what its configuration sets', () => {
    const imported = read({
      contents: [
        {
          role: 'user',
          parts: [{ text: 'Look' }, { inlineData: { mimeType: 'image/png', data: 'AA==' } }],
        },
        { role: 'model', parts: [{ functionCall: { name: 'look', args: { at: 'sky' } } }] },
        { role: 'user', parts: [{ functionResponse: { name: 'look', response: { is: 'blue' } } }] },
      ],
      generationConfig: { temperature: 0.3, maxOutputTokens: 9, responseMimeType: 'text/plain' },
    })
    expect(imported.preset.settings).toEqual({
      temperature: 0.3,
      max_completion_tokens: 9,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } },
          ],
        },
        { role: 'assistant', content: null, tool_calls: [call('call_1', 'look', '{"at":"sky"}')] },
        { role: 'tool', tool_call_id: 'call_1', content: '{"is":"blue"}' },
      ],
    })
    expect(imported.notes).toEqual(['Of generationConfig was left out: responseMimeType.'])
  })

  it('are read from ShareGPT and from OpenAI’s older names', () => {
    expect(
      messagesOf({
        conversations: [
          { from: 'human', value: 'Look' },
          { from: 'function_call', value: '{"name": "look", "arguments": {"at": "sky"}}' },
          { from: 'observation', value: 'blue' },
          { from: 'Zoe', value: 'Nice' },
        ],
      }),
    ).toEqual([
      { role: 'user', content: 'Look' },
      { role: 'assistant', content: null, tool_calls: [call('call_1', 'look', '{"at":"sky"}')] },
      { role: 'tool', tool_call_id: 'call_1', content: 'blue' },
      { role: 'user', content: 'Nice' },
    ])
    const imported = read({
      messages: [
        { role: 'user', content: 'Look', weight: 0 },
        { role: 'assistant', content: null, function_call: { name: 'look', arguments: '{}' } },
        { role: 'function', name: 'look', content: 'blue' },
      ],
    })
    expect(imported.preset.settings.messages).toEqual([
      { role: 'user', content: 'Look' },
      { role: 'assistant', content: null, tool_calls: [call('call_1', 'look', '{}')] },
      { role: 'tool', tool_call_id: 'call_1', content: 'blue' },
    ])
    expect(imported.notes).toHaveLength(2)
  })

  it('never bring a credential along', () => {
    const imported = read({
      messages: [{ role: 'user', content: 'Hi', api_key: 'sk-hidden' }],
      temperature: 1,
    })
    expect(JSON.stringify(imported)).not.toContain('hidden')
    expect(imported.preset.settings).toEqual({ temperature: 1 })
  })
})

describe('a transcript', () => {
  it('keeps labels of another kind, and code, in what was said', () => {
    expect(
      messagesOf(
        'User: How?\nQ: is no label here, nor\nuser: or\n**User:** or\nHuman: this.\nAssistant: Try\n```yaml\nUser: root\nAssistant: none\n```\nDone.\n\nUser: Ok',
      ),
    ).toEqual([
      {
        role: 'user',
        content: 'How?\nQ: is no label here, nor\nuser: or\n**User:** or\nHuman: this.',
      },
      { role: 'assistant', content: 'Try\n```yaml\nUser: root\nAssistant: none\n```\nDone.' },
      { role: 'user', content: 'Ok' },
    ])
  })

  it('may quote a command or code, which is not what is imported', () => {
    const imported = read(
      'User: what does `curl` do?\nAssistant: It sends:\n```sh\ncurl x/y -d \'{"model": "m"}\'\n```',
    )
    expect(imported.kind).toBe('conversation')
    expect(imported.preset.settings).not.toHaveProperty('model')
  })

  it('ends where the model would begin, and may stand in a fence', () => {
    expect(
      messagesOf('```\nHuman: Hi\n\nAssistant: Hello\n\nHuman: So?\n\nAssistant:\n```'),
    ).toEqual([
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello' },
      { role: 'user', content: 'So?' },
    ])
  })

  it.each([
    'Note: buy milk\nUser: no, tea',
    'Dear all,\nUser: a\nAssistant: b',
    'User: only one turn',
    'System: booting\nSystem: up',
    'model: gpt-4o\nprompt: hello',
    'Summary: rain\nAnswer: 42',
    'Answer: 42',
    'Answer: 42\nAnswer: 43',
    'User a\nAssistant b',
    '# Users\n# Assistants',
    'http://user: a\nassistant: b',
  ])('is not seen in other text: %j', (text) => {
    expect(readPaste(text).ok).toBe(false)
  })

  it('takes ChatML only from its beginning, with names and other roles', () => {
    expect(
      messagesOf(
        '<|im_start|>system name=example_user\nBe brief.<|im_end|>\n<|im_start|>critic\nHm<|im_end|>',
      ),
    ).toEqual([
      { role: 'system', content: 'Be brief.', name: 'example_user' },
      { role: 'user', content: 'Hm' },
    ])
    expect(readPaste('The sign <|im_start|>user\nHi<|im_end|> begins a turn.').ok).toBe(false)
  })
})

describe('one of several', () => {
  const lines = ['a', 'b'].map((content) =>
    JSON.stringify({ messages: [{ role: 'user', content }] }),
  )

  it('is the last one where there are not so many', () => {
    const imported = read(lines.join('\n'), 7)
    expect(imported.preset.settings.messages).toEqual([{ role: 'user', content: 'b' }])
    expect(imported.notes).toEqual(['Of 2 lines number 2 was read.'])
  })

  it('says so where it cannot be read, and the others can', () => {
    const text = [lines[0], '{"messages": [', lines[1]].join('\n')
    expect(readPaste(text, 1)).toMatchObject({
      ok: false,
      error: expect.stringContaining('That line cannot be read') as string,
    })
    expect(read(text, 2).preset.settings.messages).toEqual([{ role: 'user', content: 'b' }])
  })
})
