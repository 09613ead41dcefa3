import 'server-only'
import { modelId } from '#lib/teaching-model/index.ts'
import { readJson } from './json-request.ts'
import { teachingLimiter } from './limits.ts'
import { atPace, readPace } from './pace.ts'
import { noStore, openAiErrorResponse } from './responses.ts'
import { inSlices, resultInSlices } from './slices.ts'
import { warmTeachingModel, type Endpoint } from './teaching-endpoints.ts'

/** Most bytes of a request to the teaching model. */
const mostTeachingBytes = 1_000_000

/** Answers one completion in OpenAI's format, streamed or whole. Nothing is forwarded. */
export async function serveTeaching<Asked, Chunk>(
  endpoint: Endpoint<Asked, Chunk>,
  request: Request,
): Promise<Response> {
  const pace = readPace(request.headers)
  if (!pace.ok) return openAiErrorResponse(pace.error)
  const body = await readJson(request, mostTeachingBytes)
  if (!body.ok) return openAiErrorResponse(body.error)
  const parsed = endpoint.parse(body.value)
  if (!parsed.ok) return openAiErrorResponse(parsed.error)
  const place = teachingLimiter.enter('v1')
  if (!place.ok) return openAiErrorResponse({ ...place.error, status: 429 })
  const reply = beginReply(endpoint, parsed.value, pace.value, request.signal, place.value)
  try {
    const fits = await resultInSlices(endpoint.fit(parsed.value), reply)
    if (fits?.ok) return await (endpoint.isStreamed(parsed.value) ? streamed : whole)(reply)
    reply.done()
    return fits ? openAiErrorResponse(fits.error) : left()
  } catch (error) {
    reply.done()
    throw error
  }
}

/** The models that `/v1` offers. Who asks for them is about to use one; `npm start` asks first of all. */
export function teachingModelList() {
  warmTeachingModel()
  return { object: 'list', data: [teachingModelEntry] }
}

/** The entry of a model in that list; nothing where there is none of this name. */
export function teachingModelOf(id: string) {
  return id === modelId ? teachingModelEntry : undefined
}

const teachingModelEntry = { id: modelId, object: 'model', created: 0, owned_by: 'nucleus' }

/** A reply on its way. */
interface Reply<Chunk> {
  /** Its chunks, as they are made, at the pace that was asked for. */
  slices: AsyncGenerator<Chunk[], void>
  assemble(chunks: readonly Chunk[]): object
  signal: AbortSignal
  /** Ends it and gives its place to others. */
  done(): void
}

function beginReply<Asked, Chunk>(
  { run, tokensIn, assemble }: Endpoint<Asked, Chunk>,
  asked: Asked,
  pace: number | undefined,
  requestSignal: AbortSignal,
  leavePlace: () => void,
): Reply<Chunk> {
  const over = new AbortController()
  const signal = AbortSignal.any([requestSignal, over.signal])
  return {
    slices: atPace(inSlices(run(asked), { signal }), pace, tokensIn, { signal }),
    assemble,
    signal,
    done() {
      over.abort()
      leavePlace()
    },
  }
}

async function whole<Chunk>({ slices, assemble, signal, done }: Reply<Chunk>): Promise<Response> {
  const chunks: Chunk[] = []
  for await (const slice of slices) chunks.push(...slice)
  const gone = signal.aborted
  done()
  if (gone) return left()
  return Response.json(assemble(chunks), { headers: noStore })
}

/** All events of a slice go out together. Where making them fails, the stream breaks off. */
function streamed<Chunk>({ slices, signal, done }: Reply<Chunk>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await nextFilled(slices)
        signal.throwIfAborted()
        const events = next.done ? ['[DONE]'] : next.value.map((chunk) => JSON.stringify(chunk))
        controller.enqueue(encoder.encode(events.map((data) => `data: ${data}\n\n`).join('')))
        if (!next.done) return
        controller.close()
        done()
      } catch (error) {
        done()
        throw error
      }
    },
    cancel: done,
  })
  return new Response(body, {
    headers: { ...noStore, 'content-type': 'text/event-stream; charset=utf-8' },
  })
}

/** The next slice with anything in it: a stream asks again only after something has come. */
async function nextFilled<Chunk>(
  slices: AsyncGenerator<Chunk[], void>,
): Promise<IteratorResult<Chunk[], void>> {
  for (;;) {
    const next = await slices.next()
    if (next.done || next.value.length > 0) return next
  }
}

/** A client that has left reads no answer. */
function left(): Response {
  return new Response(null, { status: 499 })
}
