import { setTimeout as wait } from 'node:timers/promises'
import {
  beginSse,
  finishChunk,
  sendChunk,
  tokenChunk,
  type Answer,
} from '#e2e/fixtures/upstream.ts'
import { now } from './clock.ts'

/** Streams tokens at a steady pace; each chunk says in `written_at` when it was written. */
export function steadily({
  tokens,
  perSecond,
  top,
}: {
  tokens: number
  perSecond: number
  top: number
}): Answer {
  return async (response) => {
    beginSse(response)
    const began = performance.now()
    // Slow streams look at the clock less often, so that many of them leave the processor free.
    const pause = Math.max(1, 250 / perSecond)
    for (let sent = 0; sent < tokens && !response.closed;) {
      const due = Math.min(tokens, ((performance.now() - began) * perSecond) / 1000)
      for (; sent < due; sent += 1)
        sendChunk(response, { ...tokenChunk(` word${sent}`, { top }), written_at: now() })
      await wait(pause)
    }
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  }
}

/** Streams a reply in paragraphs as fast as the reader takes it. */
export function atOnce({ tokens, top }: { tokens: number; top: number }): Answer {
  return async (response) => {
    beginSse(response)
    for (let sent = 0; sent < tokens; sent += 1) {
      const text = sent % 60 === 59 ? '.\n\n' : ` word${sent}`
      sendChunk(response, tokenChunk(text, { top }))
      if (response.writableNeedDrain)
        await new Promise<void>((resolve) => response.once('drain', resolve))
    }
    sendChunk(response, finishChunk())
    response.end('data: [DONE]\n\n')
  }
}
