import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  assemble,
  complete,
  modelId,
  parseTeachingRequest,
  type TeachingRequest,
} from '#lib/teaching-model/index.ts'
import { teachingLimiter } from './limits.ts'
import { noStore, openAiErrorResponse } from './responses.ts'
import { freshReply, teachingModel } from './teaching.ts'

/** Most bytes of a request to the teaching model. */
export const mostTeachingBytes = 1_000_000

/** Answers one chat completion in OpenAI's format, streamed or whole. Nothing is forwarded. */
export function serveTeaching(body: unknown, signal: AbortSignal): Response {
  const parsed = parseTeachingRequest(body)
  if (!parsed.ok) return openAiErrorResponse(parsed.error)
  const place = teachingLimiter.enter('v1')
  if (!place.ok) return openAiErrorResponse({ ...place.error, status: 429 })
  return parsed.value.stream
    ? streamed(parsed.value, signal, place.value)
    : whole(parsed.value, place.value)
}

/** The models that `/v1` offers. */
export function teachingModelList() {
  return {
    object: 'list',
    data: [{ id: modelId, object: 'model', created: 0, owned_by: 'nucleus' }],
  }
}

function whole(request: TeachingRequest, done: () => void): Response {
  try {
    const reply = assemble(complete(teachingModel(), request, freshReply()))
    return Response.json(reply, { headers: noStore })
  } finally {
    done()
  }
}

function streamed(request: TeachingRequest, signal: AbortSignal, done: () => void): Response {
  const encoder = new TextEncoder()
  const chunks = complete(teachingModel(), request, freshReply())
  signal.addEventListener('abort', done, { once: true })
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = signal.aborted ? { done: true as const, value: undefined } : chunks.next()
      const data = next.done ? '[DONE]' : JSON.stringify(next.value)
      controller.enqueue(encoder.encode(`data: ${data}\n\n`))
      await nextTurn()
      if (!next.done) return
      done()
      controller.close()
    },
    cancel: done,
  })
  return new Response(body, {
    headers: { ...noStore, 'content-type': 'text/event-stream; charset=utf-8' },
  })
}
