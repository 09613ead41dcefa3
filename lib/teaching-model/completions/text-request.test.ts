import { describe, expect, it } from 'vitest'
import { fitPrompts, parseTextRequest } from '../index.ts'
import { encode } from '../tokens.ts'

function refusal(body: unknown) {
  const parsed = parseTextRequest(body)
  if (parsed.ok) throw new Error('The request was accepted.')
  return parsed.error
}

/** What is said of the size of a body that is right in itself. */
function sizeOf(body: Record<string, unknown>) {
  const parsed = parseTextRequest(body)
  if (!parsed.ok) throw new Error(parsed.error.message)
  const counting = fitPrompts(parsed.value)
  for (;;) {
    const { done, value } = counting.next()
    if (done) return value
  }
}

describe('a text request', () => {
  it('fills in what is absent', () => {
    const parsed = parseTextRequest({ prompt: null, suffix: null, stop: '\n' })
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        prompts: [''],
        echo: false,
        sampling: { max_completion_tokens: 16, n: 1, logprobs: false, stop: ['\n'] },
      },
    })
  })

  it.each([
    ['a text', 'Rain', ['Rain']],
    ['texts', ['Rain', ''], ['Rain', '']],
    ['token ids', [290, 976], [[290, 976]]],
    ['lists of token ids', [[290], [976, 290]], [[290], [976, 290]]],
  ])('takes %s', (_, prompt, prompts) => {
    expect(parseTextRequest({ prompt })).toMatchObject({ ok: true, value: { prompts } })
  })

  it.each([
    [{ prompt: 5 }, 'prompt', 'invalid_value'],
    [{ prompt: [] }, 'prompt', 'invalid_value'],
    [{ prompt: ['a', 5] }, 'prompt', 'invalid_value'],
    [{ prompt: [[]] }, 'prompt', 'invalid_value'],
    [{ prompt: [199_999] }, 'prompt', 'invalid_value'],
    [{ prompt: [-1] }, 'prompt', 'invalid_value'],
    [{ prompt: Array.from({ length: 129 }, () => 'a') }, 'prompt', 'too_many_choices'],
    [{ n: 100, prompt: ['a', 'b'] }, 'prompt', 'too_many_choices'],
    [{ echo: 'yes' }, 'echo', 'invalid_value'],
    [{ logprobs: true }, 'logprobs', 'invalid_value'],
    [{ logprobs: 21 }, 'logprobs', 'invalid_value'],
    [{ logprobs: -1 }, 'logprobs', 'invalid_value'],
    [{ max_tokens: -1 }, 'max_tokens', 'invalid_value'],
    [{ max_tokens: 1.5 }, 'max_tokens', 'invalid_value'],
    [{ max_tokens: 0 }, 'max_tokens', 'invalid_value'],
    [{ max_tokens: 16_385 }, 'max_tokens', 'token_cap_exceeded'],
    [{ max_tokens: 9000, prompt: ['a', 'b'] }, 'max_tokens', 'token_cap_exceeded'],
    [{ best_of: 2 }, 'best_of', 'unsupported_value'],
    [{ suffix: 'end' }, 'suffix', 'unsupported_parameter'],
    [{ messages: [] }, 'messages', 'unsupported_parameter'],
    [{ top_logprobs: 2 }, 'top_logprobs', 'unsupported_parameter'],
    [{ max_completion_tokens: 2 }, 'max_completion_tokens', 'unsupported_parameter'],
    [{ prefix_token_ids: [1] }, 'prefix_token_ids', 'unsupported_parameter'],
    [{ tools: [] }, 'tools', 'unsupported_parameter'],
    [{ temperature: 3 }, 'temperature', 'invalid_value'],
    [{ n: 0 }, 'n', 'invalid_value'],
    [{ logprobs_mode: 'x' }, 'logprobs_mode', 'invalid_value'],
    [{ stream_options: { include_usage: true } }, 'stream_options', 'invalid_value'],
  ])('refuses %o at %s', (body, param, code) => {
    const failure = refusal({ prompt: 'Rain', ...body })
    expect(failure).toMatchObject({ kind: 'invalid', status: 400, param, code })
    expect(failure.message).toContain(param)
  })

  it('answers for no other model, takes best_of equal to n, and wants an object', () => {
    expect(refusal({ model: 'davinci-002' })).toMatchObject({ status: 404, param: 'model' })
    expect(parseTextRequest({ best_of: 3, n: 3 }).ok).toBe(true)
    expect(refusal([])).toMatchObject({ status: 400, message: 'Send a JSON object.' })
  })

  it('must fit into the context window with its reply', () => {
    const word = ' rain'
    expect(encode(word)).toHaveLength(1)
    const prompt = word.repeat(32_700)
    expect(sizeOf({ prompt, max_tokens: 68 })).toEqual({ ok: true, value: 32_700 })
    const over = sizeOf({ prompt, max_tokens: 69 })
    expect(over).toMatchObject({
      ok: false,
      error: { status: 400, code: 'context_length_exceeded', param: 'prompt' },
    })
    for (const number of ['32768', '32700', '69']) expect(JSON.stringify(over)).toContain(number)
    const ids = Array.from({ length: 32_753 }, () => 290)
    expect(sizeOf({ prompt: ids })).toMatchObject({ error: { code: 'context_length_exceeded' } })
    expect(JSON.stringify(sizeOf({ prompt: word.repeat(99_000) }))).toContain('more than 65536')
  })

  it('gives back no more than the token cap', () => {
    const prompt = Array.from({ length: 8192 }, () => 290)
    expect(sizeOf({ prompt, echo: true, n: 2, max_tokens: 0 })).toMatchObject({ ok: true })
    expect(sizeOf({ prompt, echo: true, n: 2, max_tokens: 1 })).toMatchObject({
      error: { code: 'token_cap_exceeded', param: 'prompt' },
    })
  })
})
