'use client'

import { generate } from 'lean-qr'
import { useMemo } from 'react'

/** Modules of light around a code, as ISO/IEC 18004 asks for. */
const quiet = 4

/** A link as a QR code, black on white in either theme, or why it is too long for one. */
export function QrCode({ text }: { text: string }) {
  const code = useMemo(() => codeOf(text), [text])
  if (!code) {
    return (
      <p className="mt-3 rounded-[6px] border border-line bg-sunken px-3 py-2 text-ink-2">
        This link has {text.length.toLocaleString('en')} characters; a QR code holds at most 2,953.
        Leave something out, or save it as a file.
      </p>
    )
  }
  const size = code.size + 2 * quiet
  return (
    <svg
      role="img"
      aria-label="QR code of the link"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto mt-3 w-72 max-w-full rounded-[6px] border border-line"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  )
}

function codeOf(text: string): { size: number; path: string } | undefined {
  const bitmap = bitmapOf(text)
  if (!bitmap) return undefined
  const { size } = bitmap
  const places = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)])
  const dark = places.filter(([x = 0, y = 0]) => bitmap.get(x, y))
  const path = dark.map(([x = 0, y = 0]) => `M${x + quiet} ${y + quiet}h1v1h-1z`).join('')
  return { size, path }
}

function bitmapOf(text: string) {
  try {
    return generate(text)
  } catch {
    // The library says so when a text is too long for the largest code.
    return undefined
  }
}
