import 'server-only'
import type { RunEvent } from '#lib/reply/run-events.ts'
import { writeSse } from './sse.ts'

/**
 * An SSE response that carries run events as the reader takes them. When the reader goes away,
 * `leave` is called once, which must end the events' source.
 */
export function eventStreamResponse(
  events: AsyncGenerator<RunEvent>,
  { leave, done }: { leave: () => void; done: () => void },
): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await events.next()
      if (!next.done) return controller.enqueue(encoder.encode(writeSse(next.value)))
      done()
      controller.close()
    },
    cancel() {
      leave()
      done()
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  })
}
