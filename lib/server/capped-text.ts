import 'server-only'

/** The text of a body, or nothing where it is longer than `limit` bytes; the rest is not read. */
export async function cappedText(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for await (const bytes of body) {
    length += bytes.length
    // Leaving the loop closes the connection.
    if (length > limit) return undefined
    text += decoder.decode(bytes, { stream: true })
  }
  return text + decoder.decode()
}
