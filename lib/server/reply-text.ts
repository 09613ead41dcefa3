import 'server-only'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { pipeline, type Duplex, type Readable } from 'node:stream'

/** How much and how long is borne from an upstream. */
export interface ReplyLimits {
  /** Most silence in ms between two pieces of an answer, and before the first. */
  idleMs: number
  /** Most bytes of one answer, after decompression. */
  replyBytes: number
  /** Most characters of one line of a stream. */
  lineCharacters: number
}

export const replyLimits: ReplyLimits = {
  idleMs: 120_000,
  replyBytes: 64_000_000,
  lineCharacters: 8_000_000,
}

/** An answer was longer than it may be. */
export class ReplyTooLongError extends Error {
  override name = 'ReplyTooLongError'
}

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** A body without its content encoding, for servers that compress unasked. */
export function decompressed(body: Readable, encoding: string | undefined): Readable {
  const decoder = decoders[encoding?.trim().toLowerCase() ?? '']
  // The reader of the last stream is told of errors; nothing is left to do here.
  return decoder ? pipeline(body, decoder(), () => {}) : body
}

/**
 * The text of a body, piece by piece, without a byte order mark; bytes that are not UTF-8 become
 * U+FFFD. Throws `ReplyTooLongError` past the limits; lines are counted only in a stream.
 */
export async function* textPieces(
  body: AsyncIterable<Uint8Array>,
  { replyBytes, lineCharacters }: Omit<ReplyLimits, 'idleMs'>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let bytes = 0
  let line = 0
  for await (const piece of body) {
    bytes += piece.length
    const text = decoder.decode(piece, { stream: true })
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
    line = end < 0 ? line + text.length : text.length - end - 1
    if (bytes > replyBytes || line > lineCharacters) {
      // The lines that were complete are kept.
      yield text.slice(0, end + 1)
      throw new ReplyTooLongError()
    }
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/** The pieces from the first that is not blank, and that first character; empty without one. */
export async function sniff(
  pieces: AsyncGenerator<string>,
): Promise<{ first: string; pieces: AsyncGenerator<string> }> {
  let head = ''
  while (head.trimStart() === '') {
    const { value, done } = await pieces.next()
    if (done) break
    head = value
  }
  return { first: head.trimStart().charAt(0), pieces: joined(head, pieces) }
}

async function* joined(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== '') yield head
  yield* rest
}
