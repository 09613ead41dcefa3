import 'server-only'
import { createParser } from 'eventsource-parser'
import type { RunEvent } from '#lib/reply/run-events.ts'

/** The data of each server-sent event of a byte stream, in order; `[DONE]` included. */
export async function* readSse(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const ready: string[] = []
  const parser = createParser({ onEvent: ({ data }) => ready.push(data) })
  const decoder = new TextDecoder()
  for await (const bytes of body) {
    parser.feed(decoder.decode(bytes, { stream: true }))
    yield* ready.splice(0)
  }
  parser.feed(`${decoder.decode()}\n\n`)
  yield* ready.splice(0)
}

/**
 * One run event as a server-sent event: the type as `event`, its time as `id`, and as data the raw
 * chunk where there is one (so that tokens are not parsed on their way), else JSON.
 */
export function writeSse(event: RunEvent): string {
  const head = `event: ${event.type}\n`
  if (event.type !== 'chunk' && event.type !== 'completion') {
    return `${head}data: ${JSON.stringify(event)}\n\n`
  }
  const data = event.data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
  return `${head}id: ${event.at}\n${data.join('')}\n`
}
