import { afterEach, describe, expect, it } from 'vitest'
import { teachingLimiter } from '#lib/server/limits.ts'
import * as rest from './[[...path]]/route.ts'
import * as chat from './chat/completions/route.ts'
import * as text from './completions/route.ts'
import * as model from './models/[model]/route.ts'
import * as models from './models/route.ts'

const origin = 'http://127.0.0.1:3000'
const messages = [{ role: 'user', content: 'Tell me about rain.' }]
const question = { messages, max_tokens: 4, seed: 1 }

interface Context {
  params: Promise<{ model: string }>
}

type Handler = (request: Request, context: Context) => Response | Promise<Response>

interface Sent {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** A request as a program sends it; a body that is no text goes out as JSON. */
function requestTo(path: string, { method = 'POST', body, headers, signal }: Sent): Request {
  const content = typeof body === 'string' ? body : JSON.stringify(body)
  return new Request(`${origin}${path}`, {
    method,
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: content }),
    ...(signal ? { signal } : {}),
  })
}

async function answer(handler: Handler, path: string, sent: Sent) {
  const response = await handler(requestTo(path, sent), { params: Promise.resolve({ model: 'x' }) })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const askChat = (sent: Sent) => answer(chat.POST, '/v1/chat/completions', sent)
const askText = (sent: Sent) => answer(text.POST, '/v1/completions', sent)

/** The error object of an answer, whose shape is checked. */
function errorOf({ headers, text: body }: { headers: Headers; text: string }) {
  expect(headers.get('content-type')).toMatch(/^application\/json/)
  expect(headers.get('cache-control')).toBe('no-store')
  const { error, ...others } = JSON.parse(body)
  expect(others).toEqual({})
  expect(Object.keys(error)).toEqual(['message', 'type', 'param', 'code'])
  expect(error.message).toMatch(/\.$/)
  return error
}

const invalid = 'invalid_request_error'
const long = ' rain'.repeat(33_000)

describe.each([
  ['chat', askChat, question],
  ['text', askText, { prompt: 'Rain', max_tokens: 4 }],
])('a bad request for %s', (_, ask, good: object) => {
  it.each([
    ['malformed JSON', '{"n": ', 400, null, null],
    ['no body', '', 400, null, null],
    ['a list', '[]', 400, null, 'invalid_value'],
    ['another model', { model: 'gpt-4o' }, 404, 'model', 'model_not_found'],
    ['temperature 3', { temperature: 3 }, 400, 'temperature', 'invalid_value'],
    ['top_p as text', { top_p: '1' }, 400, 'top_p', 'invalid_value'],
    ['n of 0', { n: 0 }, 400, 'n', 'invalid_value'],
    ['five stops', { stop: ['a', 'b', 'c', 'd', 'e'] }, 400, 'stop', 'invalid_value'],
    ['a bias of 101', { logit_bias: { '5': 101 } }, 400, 'logit_bias', 'invalid_value'],
    ['too many tokens', { max_tokens: 20_000 }, 400, 'max_tokens', 'token_cap_exceeded'],
  ])('with %s', async (__, change, status, param, code) => {
    const body = typeof change === 'string' ? change : { ...good, ...change }
    const got = await ask({ body })
    expect(got.status).toBe(status)
    expect(errorOf(got)).toMatchObject({ type: invalid, param, code })
  })

  it('that is too large', async () => {
    const got = await ask({ body: { ...good, user: 'x'.repeat(1_000_000) } })
    expect(got.status).toBe(413)
    expect(errorOf(got)).toMatchObject({ type: invalid, param: null })
  })

  it('with a pace that cannot be kept', async () => {
    const got = await ask({ body: good, headers: { 'x-nucleus-tokens-per-second': '0' } })
    expect(got.status).toBe(400)
    expect(errorOf(got)).toMatchObject({ type: invalid, param: 'x-nucleus-tokens-per-second' })
  })

  it('in another form than JSON, or for another host', async () => {
    expect((await ask({ body: good, headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    const foreign = await ask({ body: good, headers: { host: 'evil.example' } })
    expect(foreign.status).toBe(403)
    expect(errorOf(foreign).message).toContain('evil.example')
  })
})

describe('too long for the context window', () => {
  it.each([
    ['chat', askChat, { messages: [{ role: 'user', content: long }] }, 'messages'],
    [
      'streamed chat',
      askChat,
      { messages: [{ role: 'user', content: long }], stream: true },
      'messages',
    ],
    ['text', askText, { prompt: long }, 'prompt'],
    ['text among others', askText, { prompt: ['Rain', long] }, 'prompt'],
  ])('%s', async (_, ask, body, param) => {
    const got = await ask({ body })
    expect(got.status).toBe(400)
    const error = errorOf(got)
    expect(error).toMatchObject({ type: invalid, param, code: 'context_length_exceeded' })
    expect(error.message).toMatch(/maximum context length is 32768 tokens.*3300\d/)
  })
})

describe('too many at once', () => {
  const taken: (() => void)[] = []
  afterEach(() => taken.splice(0).forEach((leave) => leave()))

  it('is refused with 429, until a place is free', async () => {
    for (let place = teachingLimiter.enter('v1'); place.ok; place = teachingLimiter.enter('v1')) {
      taken.push(place.value)
    }
    expect(taken.length).toBeGreaterThanOrEqual(50)
    for (const [ask, body] of [
      [askChat, question],
      [askText, { prompt: 'Rain' }],
    ] as const) {
      const got = await ask({ body })
      expect(got.status).toBe(429)
      expect(errorOf(got)).toMatchObject({ type: 'rate_limit_error', code: 'too_many_requests' })
    }
    taken.pop()?.()
    expect((await askChat({ body: question })).status).toBe(200)
    expect((await askText({ body: { prompt: 'Rain' } })).status).toBe(200)
    expect((await askChat({ body: { ...question, stream: true } })).status).toBe(200)
    expect((await askText({ body: { prompt: long } })).status).toBe(400)
    const gone = await askChat({ body: question, signal: AbortSignal.abort() }).catch(
      () => undefined,
    )
    expect(gone?.status ?? 499).not.toBe(200)
    expect((await askText({ body: { prompt: 'Rain' } })).status).toBe(200)
  })
})

describe('a wrong method', () => {
  it.each([
    ['/v1/chat/completions', chat, 'GET', 'POST'],
    ['/v1/chat/completions', chat, 'PUT', 'POST'],
    ['/v1/completions', text, 'GET', 'POST'],
    ['/v1/completions', text, 'DELETE', 'POST'],
    ['/v1/models', models, 'POST', 'GET'],
    ['/v1/models/x', model, 'DELETE', 'GET'],
  ] as const)('at %s', async (path, route, method, allowed) => {
    const handler: Handler | undefined = new Map<string, Handler>(Object.entries(route)).get(method)
    if (!handler) throw new Error(`${path} has no answer for ${method}.`)
    const got = await answer(handler, path, { method })
    expect(got.status).toBe(405)
    expect(got.headers.get('allow')).toBe(allowed)
    const error = errorOf(got)
    expect(error).toMatchObject({ type: invalid, code: 'method_not_supported' })
    expect(error.message).toContain(path)
  })
})

describe('what is not there', () => {
  it('an unknown path is 404 for every method', async () => {
    for (const [method, handler] of Object.entries(rest)) {
      const got = await answer(handler, '/v1/embeddings', { method })
      expect(got.status).toBe(404)
      expect(errorOf(got)).toMatchObject({ type: invalid, code: 'unknown_url' })
    }
  })

  it('an unknown model is 404, the known one is there', async () => {
    const get = async (name: string) => {
      const context = { params: Promise.resolve({ model: name }) }
      return await model.GET(requestTo(`/v1/models/${name}`, { method: 'GET' }), context)
    }
    const known = await get('nucleus-teaching-1')
    expect(await known.json()).toMatchObject({ id: 'nucleus-teaching-1', object: 'model' })
    const unknown = await get('gpt-4o')
    expect(unknown.status).toBe(404)
    const got = { headers: unknown.headers, text: await unknown.text() }
    expect(errorOf(got)).toMatchObject({ code: 'model_not_found', param: 'model' })
    const list = await answer(models.GET, '/v1/models', { method: 'GET' })
    expect(JSON.parse(list.text).data).toHaveLength(1)
  })
})

describe('a reply', () => {
  const dataOf = (body: string) => body.split('\n\n').map((event) => event.slice('data: '.length))

  it('streams as server-sent events that end with [DONE]', async () => {
    for (const ask of [askChat, askText]) {
      const body = { ...(ask === askChat ? question : { prompt: 'Rain', seed: 1 }), stream: true }
      const got = await ask({ body: { ...body, stream_options: { include_usage: true } } })
      expect(got.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
      const events = dataOf(got.text)
      expect(events.slice(-2)).toEqual(['[DONE]', ''])
      expect(JSON.parse(events.at(-3) ?? '')).toMatchObject({ choices: [] })
    }
  })

  it('comes at the pace that is asked for, and no place stays taken', async () => {
    const headers = { 'x-nucleus-tokens-per-second': '1000' }
    const plain = await askChat({ body: question })
    const paced = await askChat({ body: question, headers })
    expect(JSON.parse(paced.text).choices).toEqual(JSON.parse(plain.text).choices)
  })

  it('ends at once when its reader leaves, however slow it is', async () => {
    const headers = { 'x-nucleus-tokens-per-second': '0.1' }
    // More, one after the other, than there are places.
    for (let visit = 0; visit < 70; visit++) {
      const response = await chat.POST(
        requestTo('/v1/chat/completions', { body: { ...question, stream: true }, headers }),
        { params: Promise.resolve({ model: 'x' }) },
      )
      expect(response.status).toBe(200)
      const reader = response.body?.getReader()
      const { value } = (await reader?.read()) ?? {}
      expect(new TextDecoder().decode(value)).toContain('assistant')
      await reader?.cancel()
    }
    expect((await askChat({ body: question })).status).toBe(200)
  })
})
