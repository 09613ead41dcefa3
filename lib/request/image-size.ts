/** How large a picture is, in its own pixels. */
export interface ImageSize {
  width: number
  height: number
}

/**
 * The size that a PNG, GIF, JPEG or WebP file says it has, from its first bytes; nothing where they are
 * none of these, or too few.
 */
export function sizeOfImage(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (startsWith(bytes, '\x89PNG'))
      return { width: view.getUint32(16), height: view.getUint32(20) }
    if (startsWith(bytes, 'GIF8')) {
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    }
    if (startsWith(bytes, '\xff\xd8')) return sizeOfJpeg(view)
    if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return sizeOfWebp(bytes, view)
  } catch {
    // A DataView throws where the file ends before its size was told.
  }
  return undefined
}

function startsWith(bytes: Uint8Array, signature: string, offset = 0): boolean {
  return [...signature].every((character, at) => bytes[offset + at] === character.charCodeAt(0))
}

/** Goes from segment to segment until one that starts a frame. */
function sizeOfJpeg(view: DataView): ImageSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (startsFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return undefined
}

function sizeOfWebp(bytes: Uint8Array, view: DataView): ImageSize | undefined {
  const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  if (startsWith(bytes, 'VP8X', 12)) {
    return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 }
  }
  if (startsWith(bytes, 'VP8L', 12)) {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (!startsWith(bytes, 'VP8 ', 12)) return undefined
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}
