import { mostRequestBytes } from '#lib/request/request-size.ts'
import { eventStreamResponse } from '#lib/server/event-stream.ts'
import { readJson } from '#lib/server/json-request.ts'
import { failureResponse } from '#lib/server/responses.ts'
import { serveRun } from '#lib/server/serve-run.ts'
import { admit } from '#lib/server/visitor.ts'

/** Streams one run as server-sent events; leaving it stops the upstream request. */
export async function POST(request: Request): Promise<Response> {
  const gate = await admit(request, 'api')
  if (!gate.ok) return failureResponse(gate.error)
  const input = await readJson(request, mostRequestBytes)
  if (!input.ok) return failureResponse(input.error)
  const run = serveRun(input.value, gate.value)
  if (!run.ok) return failureResponse(run.error)
  const { events, abort, done } = run.value
  request.signal.addEventListener('abort', abort)
  return eventStreamResponse(events, { leave: abort, done })
}
