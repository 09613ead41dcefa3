const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of UTF-8 bytes; what is no UTF-8 becomes U+FFFD. A byte order mark stays. */
export function decodeUtf8(bytes: ArrayLike<number>): string {
  return decoder.decode(Uint8Array.from(bytes))
}

/** Whether UTF-8 bytes end before their last character does (RFC 3629: the lead byte says how long). */
export function endsWithinCharacter(bytes: ArrayLike<number>): boolean {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc2) return back < lengthOf(byte)
    if (byte < 0x80) return false
  }
  return false
}

function lengthOf(lead: number): number {
  if (lead >= 0xf5) return 1
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}
