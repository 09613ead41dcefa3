import { isPublicHost } from '#lib/preset/address.ts'
import { sizeOfImage, type ImageSize } from './image-size.ts'

/** A data URL, taken apart. */
export interface DataUrl {
  /** In lower case, such as `image/png`; empty where none is given. */
  type: string
  isBase64: boolean
  data: string
}

/** Reads a data URL; nothing for any other text. */
export function readDataUrl(url: string): DataUrl | undefined {
  const comma = url.indexOf(',')
  if (!/^data:/i.test(url) || comma < 0) return undefined
  const [type = '', ...parameters] = url.slice('data:'.length, comma).split(';')
  return {
    type: type.trim().toLowerCase(),
    isBase64: parameters.some((one) => one.trim().toLowerCase() === 'base64'),
    data: url.slice(comma + 1),
  }
}

/** The images that a browser may draw from a message: no SVG, and nothing that has to be fetched. */
const drawn: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Most pixels of an image that is drawn; a small file can claim to be a picture of any size. */
export const mostPixels = 60_000_000

/** Characters of base64 in which a picture has told its size; room for a camera's notes before it. */
const headCharacters = 400_000

/** The size of the image in a data URL that can be drawn safely; nothing for any other URL. */
export function drawableSize(url: string): ImageSize | undefined {
  const read = readDataUrl(url)
  if (!read?.isBase64 || !drawn.has(read.type)) return undefined
  const size = sizeOfImage(headOf(read.data))
  return size && size.width * size.height <= mostPixels ? size : undefined
}

function headOf(data: string): Uint8Array {
  const head = data.slice(0, headCharacters)
  try {
    return Uint8Array.from(atob(head), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

/** Who fetches an image, and what to know about its address; nothing to know about a plain https one. */
export function addressNotes(url: string): { host: string | undefined; notes: string[] } {
  const read = readDataUrl(url)
  if (read) return { host: undefined, notes: dataNotes(read) }
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed) return { host: undefined, notes: [] }
  const { protocol, hostname, host } = parsed
  if (protocol === 'gs:' || protocol === 's3:') {
    return { host, notes: ['A bucket: only a provider of the same cloud reads it.'] }
  }
  if (protocol !== 'http:' && protocol !== 'https:') return { host: undefined, notes: [] }
  return {
    host,
    notes: [
      ...(protocol === 'http:' ? ['Not encrypted: many providers take https only.'] : []),
      ...(isPublicHost(hostname)
        ? []
        : ['A private address: only a provider in the same network reaches it.']),
    ],
  }
}

function dataNotes({ type, isBase64 }: DataUrl): string[] {
  if (!isBase64) return ['Providers expect base64 in a data URL.']
  return drawn.has(type) ? [] : ['Few providers take this type; it is not drawn here.']
}

/** The type of a file in a few letters: `PNG`, `PDF`; the whole type where it has no such name. */
export function typeName(type: string): string {
  const short = /^(?:image|audio|application)\/(?:x-)?([a-z0-9]{2,5})$/.exec(type)?.[1]
  return short?.toUpperCase() ?? (type === '' ? 'data' : type)
}
