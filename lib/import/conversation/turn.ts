/** A message in OpenAI’s form, not yet checked. */
export type Turn = Record<string, unknown>

/** What a text is called with, as OpenAI writes it. */
export function callOf(id: string, name: unknown, input: unknown): Record<string, unknown> {
  const text = typeof input === 'string' ? input : JSON.stringify(input ?? {})
  return { id, type: 'function', function: { name: String(name), arguments: text } }
}

/** Content with as little around it as can be: one text alone, else a list of parts; null for none. */
export function contentOf(parts: readonly Record<string, unknown>[]): unknown {
  const [first] = parts
  if (!first) return null
  return parts.length === 1 && first.type === 'text' ? first.text : parts
}

/** A part that is a text. */
export function textPart(text: string): Record<string, unknown> {
  return { type: 'text', text }
}

/** A part that is an image, by its address or its bytes in base64. */
export function imagePart(url: string): Record<string, unknown> {
  return { type: 'image_url', image_url: { url } }
}
