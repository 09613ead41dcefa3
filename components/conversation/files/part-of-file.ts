import { readDataUrl } from '#lib/request/data-url.ts'
import { mostRequestBytes } from '#lib/request/request-size.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { bytesText } from './bytes-text.ts'
import { dataUrlOf } from './data-url-of.ts'
import { shrinkImage } from './shrink-image.ts'

/** A file as a content part. */
export interface FilePart {
  part: Record<string, unknown>
  /** Bytes that it takes in the request. */
  bytes: number
  /** What was done to it, in words; nothing where it is as it was. */
  change?: string | undefined
}

/** What a file becomes: an image, a sound, or a file with its name. */
export type FileKind = 'image' | 'audio' | 'file'

/** The types that a picker offers for each kind. */
export const accepted: Readonly<Record<FileKind, string>> = {
  image: 'image/*',
  audio: '.wav,.mp3,audio/wav,audio/mpeg',
  file: '',
}

/** What a dropped file becomes by its type. */
export function kindOf({ type, name }: File): FileKind {
  if (type.startsWith('image/')) return 'image'
  return audioFormat(type, name) ? 'audio' : 'file'
}

/** A file as a content part, or why it cannot be one. */
export async function partOfFile(file: File, kind: FileKind): Promise<Result<FilePart, string>> {
  try {
    if (kind === 'image') return await imagePart(file)
    // Base64 takes four characters for three bytes.
    if (file.size > (mostRequestBytes * 3) / 4) {
      return fail(
        `It is ${bytesText(file.size)}, and a whole request to Nucleus at most ${bytesText(mostRequestBytes)} with base64.`,
      )
    }
    return kind === 'audio' ? await audioPart(file) : await filePart(file)
  } catch {
    return fail('It cannot be read.')
  }
}

async function imagePart(file: File): Promise<Result<FilePart, string>> {
  const image = await shrinkImage(file)
  if (!image.ok) return image
  const { url, change } = image.value
  return ok({ part: { type: 'image_url', image_url: { url } }, bytes: url.length, change })
}

async function audioPart(file: File): Promise<Result<FilePart, string>> {
  const format = audioFormat(file.type, file.name)
  if (!format) return fail('Audio is taken as WAV or MP3.')
  const data = readDataUrl(await dataUrlOf(file))?.data ?? ''
  if (data === '') return fail('It is empty.')
  return ok({ part: { type: 'input_audio', input_audio: { data, format } }, bytes: data.length })
}

async function filePart(file: File): Promise<Result<FilePart, string>> {
  const data = await dataUrlOf(file)
  const part = { type: 'file', file: { filename: file.name, file_data: data } }
  return ok({ part, bytes: data.length })
}

function audioFormat(type: string, name: string): 'wav' | 'mp3' | undefined {
  if (/^audio\/(x-|vnd\.)?wave?$/.test(type) || /\.wav$/i.test(name)) return 'wav'
  return /^audio\/(mpeg|mp3)$/.test(type) || /\.mp3$/i.test(name) ? 'mp3' : undefined
}
