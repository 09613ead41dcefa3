'use client'

import { useEffect, useState } from 'react'
import { readPaste, type Imported } from '#lib/import/index.ts'
import type { Result } from '#lib/result.ts'

/** A text and what it was read as. */
interface Read {
  text: string
  result: Result<Imported, string>
}

/** How long the reading waits for the next key, in milliseconds. */
const pause = 150

/** Reads a text a moment after it changed, so that typing is never held up; nothing for an empty one. */
export function useReading(text: string): Result<Imported, string> | undefined {
  const [read, setRead] = useState<Read>()
  const isEmpty = text.trim() === ''
  useEffect(() => {
    if (isEmpty) return
    const timer = setTimeout(() => setRead({ text, result: readPaste(text) }), pause)
    return () => clearTimeout(timer)
  }, [text, isEmpty])
  // The last result stands until the next one is there.
  return isEmpty ? undefined : read?.result
}
