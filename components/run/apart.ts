import type { PackedReply } from '#lib/reply/packed-reply.ts'
import type { RunEvent } from '#lib/reply/run-events.ts'

/** A whole reply of fewer characters is read at once, in less time than a frame. */
const fewest = 500_000

type WholeEvent = Extract<RunEvent, { type: 'part' | 'completion' }>

/**
 * Passes events on. The text of a long whole reply is read in a worker meanwhile, and its last event
 * waits for what was read: parsing 130 MB would hold the page for seconds. Throws when the signal
 * aborts during that wait.
 */
export function createReader(onEvent: (event: RunEvent) => void, signal: AbortSignal) {
  let worker: Worker | undefined
  const pass = (event: WholeEvent): Promise<void> | void => {
    if (!worker && event.type === 'completion' && event.data.length < fewest) return onEvent(event)
    worker ??= new Worker(new URL('./reply.worker.ts', import.meta.url), { type: 'module' })
    worker.postMessage(event.data, [])
    if (event.type === 'part') return onEvent(event)
    return answerOf(worker, event.at, signal).then((read) =>
      onEvent(read ? { ...event, read } : event),
    )
  }
  return {
    take: (event: RunEvent): Promise<void> | void =>
      event.type === 'part' || event.type === 'completion' ? pass(event) : onEvent(event),
    /** Ends the worker, if there is one; always called. */
    close: () => worker?.terminate(),
  }
}

/** What the worker read; nothing where it could not, so that the text is read here after all. */
function answerOf(
  worker: Worker,
  at: number,
  signal: AbortSignal,
): Promise<PackedReply | undefined> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PackedReply>) => resolve(data))
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      resolve(undefined)
    })
    signal.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')))
    signal.throwIfAborted()
    worker.postMessage(at, [])
  })
}
