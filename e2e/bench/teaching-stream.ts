import { request, type IncomingMessage } from 'node:http'
import { jsonType } from '#e2e/fixtures/raw-requests.ts'
import type { Nucleus } from '#e2e/fixtures/nucleus.ts'

/** What was measured of one streamed reply of the teaching model. */
export interface Timing {
  /** Milliseconds from the request to the first chunk with text or arguments of a call. */
  first: number
  /** Milliseconds from the request to its end. */
  total: number
  /** Tokens of the reply. */
  tokens: number
}

/** A reply that only its token limit ends. */
export function longReply(tokens: number, more: object = {}) {
  return {
    model: 'nucleus-teaching-1',
    messages: [{ role: 'user', content: 'Tell me about rain.' }],
    max_tokens: tokens,
    // Without the end of the text.
    logit_bias: { 199999: -100 },
    stream: true,
    stream_options: { include_usage: true },
    ...more,
  }
}

/** A reply that keeps to a schema, of which strings are the greater part. */
export function formattedReply(more: object = {}) {
  const text = { type: 'string', minLength: 200 }
  const properties = {
    title: { type: 'string' },
    parts: { type: 'array', items: text, minItems: 8 },
  }
  const schema = { type: 'object', properties, required: ['title', 'parts'] }
  return {
    ...longReply(2000, more),
    logit_bias: {},
    response_format: { type: 'json_schema', json_schema: { name: 'report', schema } },
  }
}

/** A reply that calls a tool twice. */
export function callingReply(more: object = {}) {
  const properties = { city: { type: 'string' }, unit: { enum: ['celsius', 'fahrenheit'] } }
  const parameters = { type: 'object', properties, required: ['city', 'unit'] }
  const described = { name: 'get_weather', description: 'Get the weather in a city', parameters }
  return {
    ...longReply(500, more),
    logit_bias: {},
    messages: [{ role: 'user', content: 'What is the weather in Lisbon and Porto?' }],
    tools: [{ type: 'function', function: described }],
  }
}

/** Streams one reply over a connection of its own and reads it to its end. */
export async function timeReply({ port }: Nucleus, body: object): Promise<Timing> {
  const began = performance.now()
  const response = await post(port, JSON.stringify(body))
  let first = NaN
  let rest = ''
  let tail = ''
  for await (const piece of response.setEncoding('utf8')) {
    const text = String(piece)
    // Only until the first text has come: parsing all would measure this process.
    if (Number.isNaN(first)) {
      rest += text
      if (/"(?:content|arguments)":"[^"]/.test(rest)) first = performance.now() - began
    }
    tail = (tail + text).slice(-2000)
  }
  const total = performance.now() - began
  const tokens = Number(/"completion_tokens":(\d+)/.exec(tail)?.[1])
  if (response.statusCode !== 200 || !tail.endsWith('data: [DONE]\n\n')) throw new Error(tail)
  return { first, total, tokens }
}

/** Milliseconds that the server takes to answer what costs it next to nothing. */
export async function timeModels({ url }: Nucleus): Promise<number> {
  const began = performance.now()
  await (await fetch(`${url}/v1/models`)).arrayBuffer()
  return performance.now() - began
}

function post(port: number, body: string): Promise<IncomingMessage> {
  const options = {
    host: '127.0.0.1',
    port,
    path: '/v1/chat/completions',
    method: 'POST',
    headers: jsonType,
    agent: false,
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(options, resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
