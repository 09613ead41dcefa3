import 'server-only'

/** The text of a body, and whether it was longer than what was read of it. */
export interface CappedText {
  text: string
  cut: boolean
}

/**
 * Reads the text of an upstream's body, at most `mostBytes` of it. Leaving the body before its end
 * closes the connection, so that nothing more is received. Throws what the body throws.
 */
export async function readCapped(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<CappedText> {
  const decoder = new TextDecoder()
  let text = ''
  let left = mostBytes
  for await (const bytes of body) {
    text += decoder.decode(bytes.subarray(0, left), { stream: true })
    left -= bytes.length
    if (left < 0) return { text, cut: true }
  }
  return { text: text + decoder.decode(), cut: false }
}
