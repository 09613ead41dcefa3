import { createSlices } from '#components/ui/slices.ts'
import type { TextPieces } from './text-pieces.ts'

/** From this many characters on a text is copied in pieces: in one it would hold the page. */
const long = 1_000_000

/** Copies all of a text to the clipboard. Rejects where the browser does not allow it or has no room. */
export async function copyAll(text: TextPieces): Promise<void> {
  const inPieces = text.length >= long && typeof ClipboardItem === 'function'
  if (!inPieces) return navigator.clipboard.writeText(text.slice(0, text.length))
  // The call has to come with the press of the button; the text may follow.
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blobOf(text) })])
}

/** Saves all of a text as a file with this name, where the browser keeps what is downloaded. */
export async function saveAll(text: TextPieces, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await blobOf(text))
  link.download = name
  link.click()
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function blobOf(text: TextPieces): Promise<Blob> {
  const slices = createSlices()
  const blobs: Blob[] = []
  for (let from = 0; from < text.length; from += long) {
    // A pair of surrogates that is cut in two would be lost.
    blobs.push(new Blob([text.slice(cutAt(text, from), cutAt(text, from + long))]))
    await slices()
  }
  return new Blob(blobs, { type: 'text/plain' })
}

function cutAt(text: TextPieces, offset: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(offset, offset + 1)) ? offset + 1 : offset
}
