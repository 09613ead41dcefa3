import { deflateSync, Inflate } from 'fflate'

/** Raw DEFLATE (RFC 1951) with a preset dictionary, which may be empty. */
export function deflate(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, ...given(dictionary) })
}

/** Compressed bytes that are unpacked at once; they can expand about a thousandfold. */
const slice = 256

/**
 * The inverse of `deflate`. Stops as soon as there are more than `limit` bytes, so that a bomb costs no
 * more than a link that is just allowed. Gives `large` then, and `damaged` for what is no DEFLATE.
 */
export function inflate(
  bytes: Uint8Array,
  dictionary: Uint8Array,
  limit: number,
): Uint8Array | 'large' | 'damaged' {
  if (bytes.length === 0) return 'damaged'
  const out = { pieces: [] as Uint8Array[], length: 0 }
  const stream = new Inflate(given(dictionary), (piece) => {
    out.pieces.push(piece)
    out.length += piece.length
  })
  try {
    for (let at = 0; at < bytes.length; at += slice) {
      stream.push(bytes.subarray(at, at + slice), at + slice >= bytes.length)
      if (out.length > limit) return 'large'
    }
  } catch {
    return 'damaged'
  }
  return joined(out.pieces, out.length)
}

function given(dictionary: Uint8Array): { dictionary?: Uint8Array } {
  return dictionary.length > 0 ? { dictionary } : {}
}

function joined(pieces: Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
