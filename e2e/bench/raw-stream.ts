import { request, type IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { envelope, jsonType } from '#e2e/fixtures/raw-requests.ts'
import type { Nucleus } from '#e2e/fixtures/nucleus.ts'

/** What a run of the measurements asks for beside the model and the messages. */
export const streamed = { stream: true, logprobs: true, top_logprobs: 20 }

/** Opens a run through Nucleus; gives the answer once its head is there, unread. */
export function openRun(
  nucleus: Nucleus,
  endpoint: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage> {
  const sent = { ...jsonType, origin: nucleus.url, ...headers }
  return post(`${nucleus.url}/api/chat`, sent, envelope({ endpoint }, streamed))
}

/** Opens the same stream at the upstream itself. */
export function openDirect(base: string): Promise<IncomingMessage> {
  const body = { model: 'a', messages: [{ role: 'user', content: 'Hi' }], ...streamed }
  return post(`${base}/chat/completions`, jsonType, JSON.stringify(body))
}

/** Each call has a connection of its own, closed at the end. */
function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, agent: false }, resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Reads an answer to its end and gives the text of every token in order; throws on a failure. */
export async function tokensOf(response: IncomingMessage): Promise<string[]> {
  const zipped = response.headers['content-encoding'] === 'gzip'
  const body: Readable = zipped ? response.pipe(createGunzip()) : response
  const tokens: string[] = []
  let rest = ''
  for await (const text of body.setEncoding('utf8')) {
    const blocks = (rest + String(text)).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block.startsWith('event: failure')) throw new Error(block)
      const content = tokenIn(block)
      if (content !== undefined) tokens.push(content)
    }
  }
  if (response.statusCode !== 200) throw new Error(`Status ${response.statusCode}: ${rest}`)
  return tokens
}

function tokenIn(block: string): string | undefined {
  if (block.startsWith('event: ') && !block.startsWith('event: chunk')) return undefined
  const data = block.slice(block.indexOf('data: ') + 'data: '.length)
  if (data === '[DONE]') return undefined
  const chunk = JSON.parse(data) as { choices: { delta: { content?: string } }[] }
  return chunk.choices[0]?.delta.content
}

/** The tokens that `steadily` writes. */
export function words(count: number): string[] {
  return Array.from({ length: count }, (_, at) => ` word${at}`)
}
