import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { beginSse, finishChunk, tokenChunk, type Answer } from '#e2e/fixtures/upstream.ts'

/** A word that stands once in a long answer, near its end. */
export const lastWord = 'Finisterre'

/** Writes as fast as the reader takes it. */
async function write(response: ServerResponse, text: string): Promise<void> {
  if (response.closed || response.write(text)) return
  const either = new AbortController()
  const { signal } = either
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })])
  either.abort()
}

/**
 * Streams chunks of about 1,300 characters each. One in a hundred carries text, so that what is
 * measured is the response and not the reply that is drawn of it.
 */
export function manyChunks(count: number): Answer {
  return async (response) => {
    beginSse(response)
    const pad = 'padding '.repeat(140)
    for (let sent = 0; sent < count; sent += 1) {
      const word = sent === count - 10 ? lastWord : `w${sent}`
      const content = sent % 100 === 0 ? ` ${word}` : ''
      const chunk = { ...tokenChunk(content, { logprobs: false }), word, pad }
      await write(response, `data: ${JSON.stringify(chunk)}\n\n`)
    }
    response.end(`data: ${JSON.stringify(finishChunk())}\n\ndata: [DONE]\n\n`)
  }
}

/** One JSON on one line: tokens with 20 alternatives and bytes, about 1,330 characters each. */
export function oneLine(tokens: number, content = ''): Answer {
  return async (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    await write(response, '{"id":"chatcmpl-long","object":"chat.completion","model":"test-a",')
    await write(response, `"choices":[{"index":0,"message":{"role":"assistant","content":`)
    const words = Array.from({ length: tokens }, (_, at) =>
      at === tokens - 10 ? ` ${lastWord}` : ` word${at % 5000}`,
    )
    await write(response, `${JSON.stringify(content || words.join(''))}},"logprobs":{"content":[`)
    for (const [at, word] of words.entries()) {
      const entry = (text: string, logprob: number) => ({
        token: text,
        logprob,
        bytes: [...Buffer.from(text)],
      })
      const top = Array.from({ length: 20 }, (_, place) =>
        entry(place === 0 ? word : ` alt${(at + place * 37) % 5000}`, -0.41 - place / 7),
      )
      const one = { ...entry(word, -0.41), top_logprobs: top }
      await write(response, `${at === 0 ? '' : ','}${JSON.stringify(one)}`)
    }
    response.end(
      ']},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":1,"total_tokens":10}}',
    )
  }
}
