import 'server-only'
import { fail, ok, type Failure, type Result } from '#lib/result.ts'

/**
 * The text of a request's body. Refuses what is longer than `maxBytes` bytes, before reading where
 * the length is announced and else as soon as it is exceeded, and what is not valid UTF-8.
 */
export async function readBodyCapped(
  request: Request,
  maxBytes: number,
): Promise<Result<string, Failure>> {
  if (Number(request.headers.get('content-length')) > maxBytes) return fail(tooLong(maxBytes))
  if (!request.body) return ok('')
  const reader = request.body.getReader()
  try {
    return await readText(reader, maxBytes)
  } catch {
    return fail(cutShort)
  } finally {
    // Tells the sender of a refused body to stop; without effect on one that was read to its end.
    reader.cancel().catch(() => {})
  }
}

async function readText(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Result<string, Failure>> {
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return decode(pieces)
    length += value.byteLength
    if (length > maxBytes) return fail(tooLong(maxBytes))
    pieces.push(value)
  }
}

function decode(pieces: Uint8Array[]): Result<string, Failure> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    return fail({ kind: 'invalid', status: 400, message: 'The body is not valid UTF-8 text.' })
  }
}

function tooLong(maxBytes: number): Failure {
  return {
    kind: 'invalid',
    status: 413,
    message: `The body is larger than the ${maxBytes} bytes that are taken.`,
    steps: ['Shorten the conversation or the largest field.'],
  }
}

const cutShort: Failure = {
  kind: 'interrupted',
  message: 'The request ended before its body was complete.',
}
