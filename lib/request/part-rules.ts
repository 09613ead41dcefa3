/** What is wrong with a content part, and where in it. */
export interface PartFault {
  message: string
  path: string[]
}

/** Base64 as providers take it, with or without its padding. */
const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Addresses that a provider can fetch an image from; `gs` and `s3` are buckets of two of them. */
const fetched = /^(https?|gs|s3):\/\/[^\s/]/i

const imageUrlRule =
  'The address of an image is https://…, or a data URL of an image: data:image/png;base64,…'
const audioRule = 'The data of a sound is base64, without a data URL before it.'

/** The first thing that makes a content part useless for every provider; nothing for unknown types. */
export function partFault(part: Readonly<Record<string, unknown>>): PartFault | undefined {
  const inner = typeof part.type === 'string' ? part[part.type] : undefined
  if (typeof inner !== 'object' || inner === null) return undefined
  if (part.type === 'image_url' && 'url' in inner && !isImageUrl(inner.url)) {
    return { message: imageUrlRule, path: ['image_url', 'url'] }
  }
  if (part.type === 'input_audio' && 'data' in inner && !isBase64(inner.data)) {
    return { message: audioRule, path: ['input_audio', 'data'] }
  }
  return undefined
}

function isImageUrl(url: unknown): boolean {
  return typeof url === 'string' && (fetched.test(url) || /^data:image\//i.test(url))
}

function isBase64(data: unknown): boolean {
  return typeof data === 'string' && base64.test(data)
}
