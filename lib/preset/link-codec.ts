import { fail, ok, type Result } from '#lib/result.ts'

/** The version that new links carry. A version is never changed, only followed by the next. */
const version = '1'

/** Most characters of a fragment, and most characters of the JSON inside it. */
export const linkLimits = { fragment: 100_000, json: 1_000_000 } as const

/** Packs a JSON value into a fragment (without `#`): version digit, then base64url of raw DEFLATE. */
export async function packLink(value: unknown): Promise<Result<string, string>> {
  const json = JSON.stringify(value)
  if (json.length > linkLimits.json) return fail('This preset is too large for a link.')
  const packed = await collect(
    through(new TextEncoder().encode(json), new CompressionStream('deflate-raw')),
    Infinity,
  )
  const fragment = version + toBase64Url(packed ?? new Uint8Array())
  return fragment.length > linkLimits.fragment
    ? fail('This preset is too large for a link.')
    : ok(fragment)
}

/** Whether a fragment (without `#`) has the form of a packed link of any version. */
export function isPackedLink(fragment: string): boolean {
  return /^\d[A-Za-z0-9_-]+$/.test(fragment)
}

/** Unpacks a fragment into the JSON value it carries. Expansion stops at the limit, not after it. */
export async function unpackLink(fragment: string): Promise<Result<unknown, string>> {
  if (fragment.length > linkLimits.fragment) return fail('This link is too long to be one of ours.')
  if (!fragment.startsWith(version)) {
    return fail('This link was made by a newer version of Nucleus.')
  }
  try {
    const bytes = fromBase64Url(fragment.slice(1))
    const json = await collect(
      through(bytes, new DecompressionStream('deflate-raw')),
      linkLimits.json,
    )
    return json
      ? ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)))
      : fail('This link unpacks to more than a preset can hold.')
  } catch {
    return fail('This link is damaged: part of it seems to be missing.')
  }
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform)
}

/** All bytes of a stream, or nothing as soon as there are more than `limit`. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = stream.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(pieces, length)
    length += value.length
    if (length > limit) {
      await reader.cancel()
      return undefined
    }
    pieces.push(value)
  }
}

function joined(pieces: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
