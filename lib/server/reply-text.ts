import 'server-only'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { pipeline, type Duplex, type Readable } from 'node:stream'

/** How much and how long is borne from an upstream. */
export interface ReplyLimits {
  /** Most silence in ms between two pieces of an answer, and before the first. */
  idleMs: number
  /**
   * Most bytes of one answer, after decompression. 100,000 tokens with 20 alternatives each are
   * 133 MB of JSON, and models stop at some 128,000.
   */
  replyBytes: number
  /** Most characters of one line of a stream. */
  lineCharacters: number
}

export const replyLimits: ReplyLimits = {
  idleMs: 120_000,
  replyBytes: 256_000_000,
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
 * U+FFFD. Throws `ReplyTooLongError` once the body is longer than `replyBytes`.
 */
export async function* textPieces(
  body: AsyncIterable<Uint8Array>,
  { replyBytes }: Pick<ReplyLimits, 'replyBytes'>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let left = replyBytes
  for await (const bytes of body) {
    const text = decoder.decode(bytes.subarray(0, left), { stream: true })
    left -= bytes.length
    if (text !== '') yield text
    if (left < 0) throw new ReplyTooLongError()
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/**
 * Pieces of a stream as they are, while no line is longer than `lineCharacters`; then what was
 * complete, and `ReplyTooLongError`. Keeps a line without end from being collected for ever.
 */
export async function* withinLines(
  pieces: AsyncIterable<string>,
  { lineCharacters }: Pick<ReplyLimits, 'lineCharacters'>,
): AsyncGenerator<string> {
  let line = 0
  for await (const piece of pieces) {
    const end = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'))
    line = end < 0 ? line + piece.length : piece.length - end - 1
    if (line <= lineCharacters) {
      yield piece
      continue
    }
    yield piece.slice(0, end + 1)
    throw new ReplyTooLongError()
  }
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
