import 'server-only'
import {
  assemble,
  modelId,
  parseTeachingRequest,
  type ChatCompletionChunk,
  type TeachingRequest,
} from '#lib/teaching-model/index.ts'
import { teachingLimiter } from './limits.ts'
import { noStore, openAiErrorResponse } from './responses.ts'
import { unhurried } from './teaching.ts'

/** Most bytes of a request to the teaching model. */
export const mostTeachingBytes = 1_000_000

/** Answers one chat completion in OpenAI's format, streamed or whole. Nothing is forwarded. */
export async function serveTeaching(body: unknown, signal: AbortSignal): Promise<Response> {
  const parsed = parseTeachingRequest(body)
  if (!parsed.ok) return openAiErrorResponse(parsed.error)
  const place = teachingLimiter.enter('v1')
  if (!place.ok) return openAiErrorResponse({ ...place.error, status: 429 })
  return parsed.value.stream
    ? streamed(parsed.value, place.value)
    : whole(parsed.value, signal, place.value)
}

/** The models that `/v1` offers. */
export function teachingModelList() {
  return {
    object: 'list',
    data: [{ id: modelId, object: 'model', created: 0, owned_by: 'nucleus' }],
  }
}

async function whole(
  request: TeachingRequest,
  signal: AbortSignal,
  done: () => void,
): Promise<Response> {
  const chunks: ChatCompletionChunk[] = []
  try {
    for await (const chunk of unhurried(request)) {
      if (signal.aborted) break
      chunks.push(chunk)
    }
  } finally {
    done()
  }
  // A client that has left reads no answer.
  if (signal.aborted) return new Response(null, { status: 499 })
  return Response.json(assemble(chunks), { headers: noStore })
}

function streamed(request: TeachingRequest, done: () => void): Response {
  const encoder = new TextEncoder()
  const chunks = unhurried(request)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next()
      const data = next.done ? '[DONE]' : JSON.stringify(next.value)
      controller.enqueue(encoder.encode(`data: ${data}\n\n`))
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
