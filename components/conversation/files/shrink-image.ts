import { mostPixels } from '#lib/request/data-url.ts'
import { sizeOfImage } from '#lib/request/image-size.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { bytesText } from './bytes-text.ts'
import { dataUrlOf } from './data-url-of.ts'

/** The longest side of an image that is sent, in pixels: providers scale larger ones down themselves. */
const longest = 2048

/** An image of at most this many bytes and `longest` pixels a side is sent as it is in the file. */
const small = 1_000_000

/** Files beyond this are not even looked at. */
const mostBytes = 100_000_000

const kept: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])

/** An image ready to be sent. */
export interface SentImage {
  url: string
  /** What was done to it, in words; nothing where it is as it was. */
  change: string | undefined
}

/** A file of an image as a data URL that providers take, scaled down where it is large. */
export async function shrinkImage(file: Blob): Promise<Result<SentImage, string>> {
  if (file.type === 'image/svg+xml')
    return fail('SVG is no picture that models read. Save it as PNG.')
  if (file.size > mostBytes) return fail(`It is larger than ${bytesText(mostBytes)}.`)
  const size = sizeOfImage(new Uint8Array(await file.slice(0, 400_000).arrayBuffer()))
  if (size && size.width * size.height > 4 * mostPixels) return fail('It has too many pixels.')
  const isShort = size && Math.max(size.width, size.height) <= longest
  if (isShort && file.size <= small && kept.has(file.type)) {
    return ok({ url: await dataUrlOf(file), change: undefined })
  }
  try {
    return ok(await redrawn(file))
  } catch {
    return fail('This browser cannot read it as an image.')
  }
}

async function redrawn(file: Blob): Promise<SentImage> {
  const bitmap = await createImageBitmap(file)
  const { width, height } = bitmap
  const scale = Math.min(1, longest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('There is no canvas.')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const blob = await encoded(canvas, context, file.type)
  const scaled = `scaled from ${width} × ${height} to ${canvas.width} × ${canvas.height}`
  const again = `saved anew as ${blob.type.replace('image/', '').toUpperCase()}`
  return { url: await dataUrlOf(blob), change: scale < 1 ? scaled : again }
}

/** Photographs stay what they were; drawings stay PNG unless that would be large. */
async function encoded(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  type: string,
): Promise<Blob> {
  if (type === 'image/jpeg' || type === 'image/webp') return blobOf(canvas, type)
  const png = await blobOf(canvas, 'image/png')
  if (png.size <= small) return png
  const other = await blobOf(canvas, isOpaque(canvas, context) ? 'image/jpeg' : 'image/webp')
  return other.size < png.size ? other : png
}

function isOpaque(
  { width, height }: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
): boolean {
  const { data } = context.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error('Nothing was drawn.'))
    canvas.toBlob(done, type, 0.85)
  })
}
