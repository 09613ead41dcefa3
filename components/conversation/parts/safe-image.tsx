'use client'

import { useMemo } from 'react'
import { drawableSize } from '#lib/request/data-url.ts'

/**
 * A picture that a message carries in itself: PNG, JPEG, GIF or WebP as base64, of a sane size. Nothing
 * for any other address: the browser of whoever opens a link must not call out, nor run an SVG.
 */
export function SafeImage({ url, alt }: { url: string; alt: string }) {
  const size = useMemo(() => drawableSize(url), [url])
  if (!size) return null
  return (
    <img
      src={url}
      alt={alt}
      width={size.width}
      height={size.height}
      decoding="async"
      className="h-24 w-auto max-w-56 flex-none rounded-[4px] border border-line bg-sunken object-contain"
    />
  )
}
