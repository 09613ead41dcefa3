import { gzipSync } from 'node:zlib'
import type { FailureKind } from '#lib/result.ts'

/** An answer as raw bytes of HTTP, and how the connection ends after it. */
export interface Fault {
  name: string
  /** The whole answer; nothing at all closes the connection at once. */
  raw: Buffer
  after: 'close' | 'reset' | 'stall'
  kind: FailureKind | undefined
  status?: number
  code?: string
  message?: RegExp
  param?: string
  /** The reply's text that must be kept. */
  text?: string
  retried: boolean
  fallsBack: boolean
}

const http = (status: number, type: string, body: string | Buffer, more = '') =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 ${status} X\r\ncontent-type: ${type}\r\nx-request-id: req-7\r\nconnection: close\r\n${more}\r\n`,
    ),
    Buffer.from(body),
  ])
const json = (status: number, error: object, more = '') =>
  http(status, 'application/json', JSON.stringify({ error }), more)
const sse = (...data: string[]) => data.map((one) => `data: ${one}\n\n`).join('')
const part = (content: string, finish: string | null = null) =>
  JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] })
const events = 'text/event-stream'
const whole = '{"choices":[{"index":0,"message":{"content":"Hello"},"finish_reason":"stop"}]}'
const good = sse(part('Hel'), part('lo', 'stop'), '[DONE]')

const row = (
  name: string,
  raw: Buffer,
  kind: FailureKind | undefined,
  rest: Partial<Fault> = {},
): Fault => ({ name, raw, kind, after: 'close', retried: false, fallsBack: false, ...rest })

const statuses = [400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503].map((status) =>
  row(
    `status ${status}`,
    json(status, { message: 'No', code: 'c', param: 'temperature' }),
    'upstream',
    {
      status,
      code: 'c',
      message: /^No$/,
      param: 'temperature',
      retried: [408, 409, 429].includes(status) || status >= 500,
      fallsBack: status !== 400 && status !== 422,
    },
  ),
)
const again = { retried: true, fallsBack: true }
const once = { retried: false, fallsBack: true }

/** What an upstream can do wrong, and what has to come of it. */
export const faults: readonly Fault[] = [
  ...statuses,
  row('a parameter named in prose', json(400, { message: "Unsupported: 'top_k'" }), 'upstream', {
    status: 400,
    param: 'top_k',
  }),
  row('an HTML error page', http(502, 'text/html', '<html><title>Bad</title><b>'), 'upstream', {
    ...again,
    status: 502,
    message: /: Bad$/,
  }),
  row(
    'x-should-retry: false',
    json(500, { message: 'No' }, 'x-should-retry: false\r\n'),
    'upstream',
    {
      ...once,
      status: 500,
    },
  ),
  row('an HTML page with 200', http(200, 'text/html', '<title>Login</title>'), 'upstream', {
    ...once,
    code: 'not_a_completion',
    message: /: Login$/,
  }),
  row('an empty 200', http(200, 'application/json', ''), 'upstream', {
    ...once,
    code: 'empty_reply',
  }),
  row('204', http(204, 'application/json', ''), 'upstream', { ...once, status: 204 }),
  row('torn JSON', http(200, 'application/json', whole.slice(0, 40)), 'interrupted', again),
  row(
    'an error in the stream',
    http(200, events, sse('{"error":{"message":"Busy","code":503}}')),
    'upstream',
    { ...again, message: /^Busy$/ },
  ),
  row(
    'an error event',
    http(200, events, 'event: error\ndata: {"message":"Busy"}\n\n'),
    'upstream',
    { ...again, message: /^Busy$/ },
  ),
  row(
    'an error after text',
    http(200, events, sse(part('Hel'), '{"error":{"message":"Busy"}}')),
    'upstream',
    { text: 'Hel' },
  ),
  row('no finish and no [DONE]', http(200, events, sse(part('Hel'))), 'interrupted', {
    text: 'Hel',
  }),
  row('a torn last chunk', http(200, events, `${sse(part('Hel'))}data: {"cho`), 'interrupted', {
    text: 'Hel',
  }),
  row('a reset before any answer', Buffer.alloc(0), 'interrupted', { ...again, after: 'reset' }),
  row('silence', Buffer.alloc(0), 'timeout', { ...again, after: 'stall' }),
  row('a stall after text', http(200, events, sse(part('Hel'))), 'timeout', {
    text: 'Hel',
    after: 'stall',
  }),
  row('something that is not HTTP', Buffer.from('SSH-2.0-x\r\n'), 'unreachable', again),
  row(
    'a line without end',
    http(200, events, `${sse(part('Hel'))}data: ${'x'.repeat(9000)}`),
    'upstream',
    { code: 'reply_too_long' },
  ),
  row(
    'bad gzip',
    http(200, events, 'not gzip', 'content-encoding: gzip\r\n'),
    'interrupted',
    again,
  ),
  row('no [DONE] after a finish', http(200, events, sse(part('Hello', 'stop'))), undefined, {
    text: 'Hello',
  }),
  row('a stream sent as JSON', http(200, 'application/json', good), undefined, { text: 'Hello' }),
  row('JSON sent as a stream', http(200, events, whole), undefined, { text: 'Hello' }),
  row(
    'comments, CRLF and a BOM',
    http(200, events, `\uFEFF: hi\n\n${good}`.replaceAll('\n', '\r\n')),
    undefined,
    { text: 'Hello' },
  ),
  row('gzip unasked', http(200, events, gzipSync(good), 'content-encoding: gzip\r\n'), undefined, {
    text: 'Hello',
  }),
]
