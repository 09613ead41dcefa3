import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that reached the server. */
export interface Arrival {
  url: string
  headers: IncomingHttpHeaders
  text: string
}

/** A server on loopback that answers like OpenAI's and keeps what comes. */
export interface Recorder {
  origin: string
  arrivals: Arrival[]
  close(): Promise<void>
}

const completion = {
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
}
const chunk = {
  id: 'c',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: null }],
}

/** Starts such a server on a free port. */
export async function startRecorder(): Promise<Recorder> {
  const arrivals: Arrival[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (piece: string) => (text += piece))
    request.on('end', () => {
      arrivals.push({ url: request.url ?? '', headers: request.headers, text })
      const streamed = /"stream": ?true/.test(text)
      response.writeHead(200, {
        'content-type': streamed ? 'text/event-stream' : 'application/json',
      })
      const stream = `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`
      response.end(streamed ? stream : JSON.stringify(completion))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is never a text.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    arrivals,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
