import 'server-only'
import { createParser } from 'eventsource-parser'
import type { RunEvent } from '#lib/reply/run-events.ts'

/** One server-sent event; `whole` is false for a last one that lacks its blank line. */
export interface ServerEvent {
  event: string | undefined
  data: string
  whole: boolean
}

/** The server-sent events of a text that arrives in pieces, in order; `[DONE]` included. */
export async function* readSse(pieces: AsyncIterable<string>): AsyncGenerator<ServerEvent> {
  const ready: ServerEvent[] = []
  let whole = true
  const parser = createParser({
    onEvent: ({ event, data }) => void ready.push({ event, data, whole }),
  })
  for await (const piece of pieces) {
    parser.feed(piece)
    yield* ready.splice(0)
  }
  whole = false
  parser.feed('\n\n')
  yield* ready.splice(0)
}

/**
 * One run event as a server-sent event: the type as `event`, its time as `id`, and as data the raw
 * text where there is one (so that tokens are not parsed on their way), else JSON.
 */
export function writeSse(event: RunEvent): string {
  const head = `event: ${event.type}\n`
  if (!('data' in event)) {
    return `${head}data: ${JSON.stringify(event)}\n\n`
  }
  const data = event.data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
  return `${head}id: ${event.at}\n${data.join('')}\n`
}
