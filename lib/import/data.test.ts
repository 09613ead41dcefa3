import { describe, expect, it } from 'vitest'
import { fileText } from '#lib/preset/file.ts'
import { linkFor } from '#lib/preset/link.ts'
import { readPaste } from './index.ts'

function read(value: unknown) {
  const result = readPaste(typeof value === 'string' ? value : JSON.stringify(value))
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const messages = [{ role: 'user' as const, content: 'Hello' }]
const small = { model: 'gpt-4o-mini', messages, temperature: 0.3 }
const reply = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'gpt-4o-mini-2024-07-18',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
}

describe('data', () => {
  it('is read from a body, with the tolerance for what people paste', () => {
    expect(read(small)).toMatchObject({
      kind: 'json',
      preset: { settings: small },
      notes: [],
      refused: [],
    })
    expect(
      read(
        '{“model”: “gpt-4o-mini”, "temperature": 0.3, // warm\n "messages": [{"role": "user", "content": "Hello",}]}',
      ).preset.settings,
    ).toEqual(small)
    expect(read('{"temperature": 0.3}').preset.settings).toEqual({ temperature: 0.3 })
    expect(read(messages).preset.settings).toEqual({ messages })
  })

  it.each([
    [
      'a payload of LiteLLM’s loggers',
      {
        id: 'x',
        call_type: 'acompletion',
        model: 'gpt-4o-mini',
        messages,
        response: reply,
        status: 'success',
        custom_llm_provider: 'openai',
        api_base: 'https://api.openai.com',
        model_parameters: { temperature: 0.3 },
        metadata: { user_api_key_hash: 'abc' },
        hidden_params: { headers: { 'x-test': '1' } },
      },
    ],
    [
      'a spend log with texts in it',
      {
        request_id: 'x',
        api_key: 'hash',
        spend: 0.1,
        model: 'gpt-4o-mini',
        custom_llm_provider: 'openai',
        messages: JSON.stringify(messages),
        response: JSON.stringify(reply),
        proxy_server_request: JSON.stringify(small),
      },
    ],
    [
      'a debug line of the Python client',
      `DEBUG:openai._base_client:Request options: {'method': 'post', 'url': 'https://api.openai.com/v1/chat/completions', 'headers': {'X-Stainless': 'x'}, 'files': None, 'json_data': {'messages': [{'role': 'user', 'content': 'Hello'}], 'model': 'gpt-4o-mini', 'temperature': 0.3}}`,
    ],
    [
      'a HAR file',
      {
        log: {
          entries: [
            {
              request: {
                method: 'POST',
                url: 'https://api.openai.com/v1/chat/completions',
                headers: [{ name: 'Authorization', value: 'Bearer sk-hidden' }],
                postData: { mimeType: 'application/json', text: JSON.stringify(small) },
              },
            },
          ],
        },
      },
    ],
  ])('is read from %s', (_, entry) => {
    const imported = read(entry)
    expect(imported.kind).toBe('log')
    expect(imported.preset.settings).toEqual({ provider: 'openai', ...small })
    expect(JSON.stringify(imported)).not.toContain('hidden')
  })

  it('prefers what a client sent to a proxy, and finds the proxy', () => {
    expect(
      read({
        model: 'gpt-4o-mini',
        messages,
        custom_llm_provider: 'azure',
        proxy_server_request: {
          url: 'http://0.0.0.0:4000/chat/completions',
          method: 'POST',
          headers: {},
          body: { ...small, model: 'team-alias' },
        },
      }).preset.settings,
    ).toEqual({ provider: 'litellm', ...small, model: 'team-alias' })
  })

  it('is read from an error that quotes the request', () => {
    const message = `litellm.BadRequestError: nope. Received: {'model': 'gpt-4o-mini', 'messages': [{'role': 'user', 'content': 'Hello'}], 'temperature': 0.3}`
    expect(read({ error: { message, type: null, code: 400 } }).preset.settings).toEqual(small)
  })

  it('takes the first of several lines of a batch', () => {
    const line = (id: string) =>
      JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body: small })
    const imported = read(`${line('a')}\n${line('b')}\n`)
    expect(imported).toMatchObject({
      kind: 'json',
      preset: { settings: small },
      notes: ['Of 2 lines the first was read.'],
    })
    expect(read(line('a')).preset.settings).toEqual(small)
  })

  it('says of a reply that it is one', () => {
    const imported = read(reply)
    expect(imported.preset.settings).toEqual({ model: 'gpt-4o-mini-2024-07-18' })
    expect(imported.notes[0]).toContain('a reply, not a request')
  })

  it('leaves the routing of OpenRouter to the additional parameters', () => {
    const provider = { order: ['a'], allow_fallbacks: false }
    expect(read({ ...small, provider }).preset.settings).toEqual({
      ...small,
      extra_body: { provider },
    })
  })

  it('writes other forms of a request as a chat, and says so', () => {
    const imported = read({
      model: 'm',
      instructions: 'Be brief.',
      input: 'Hello',
      max_output_tokens: 9,
    })
    expect(imported.preset.settings).toEqual({
      model: 'm',
      max_completion_tokens: 9,
      messages: [{ role: 'system', content: 'Be brief.' }, ...messages],
    })
    expect(imported.notes).toHaveLength(2)
    expect(read({ model: 'm', messages, logprobs: 5 }).preset.settings).toEqual({
      model: 'm',
      messages,
      logprobs: true,
      top_logprobs: 5,
    })
  })

  it('never reaches a prototype', () => {
    const imported = read(
      "{'model': 'm', '__proto__': {'polluted': 1}, 'metadata': {'constructor': {'a': 1}}}",
    )
    expect(imported.preset.settings).toEqual({ model: 'm' })
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('what Nucleus writes itself', () => {
  const preset = { name: 'Warm', settings: { ...small, provider: 'teaching' as const } }

  it('is read from a link, whole or in part, packed or by hand', () => {
    const made = linkFor(preset)
    if (!made.ok) throw new Error(made.error)
    for (const text of [
      `http://127.0.0.1:3000/#${made.value}`,
      ` <https://nucleus.example/#${made.value}>\n`,
      made.value,
      `#${made.value}`,
    ])
      expect(read(text)).toMatchObject({ kind: 'link', preset, whole: true })
    expect(read('https://nucleus.example/#temperature=0.3&top_p=0.5')).toMatchObject({
      kind: 'link',
      preset: { settings: { temperature: 0.3, top_p: 0.5 } },
      whole: false,
    })
  })

  it('is read from a file with its run', () => {
    const run = { settings: preset.settings, completion: JSON.stringify(reply) }
    const imported = read(fileText(preset, run))
    expect(imported).toMatchObject({ kind: 'file', preset, run })
    expect(imported.understood).toEqual([
      'a preset file for Teaching model',
      '2 parameters',
      '1 message',
      'a recorded run',
    ])
  })
})
