'use client'

import { useEffect, useState } from 'react'
import { readPaste, type Imported } from '#lib/import/index.ts'
import type { Result } from '#lib/result.ts'

/** A text and what it was read as. */
interface Read {
  text: string
  result: Result<Imported, string>
  /** How many requests the text holds; also where the chosen one cannot be read. */
  entries: number | undefined
}

/** How long the reading waits for the next key, in milliseconds. */
const pause = 150

/**
 * Reads a text, and in it the 0-based entry, a moment after it changed, so that typing is never held up;
 * nothing for an empty one.
 */
export function useReading(text: string, entry: number): Read | undefined {
  const [read, setRead] = useState<Read>()
  const isEmpty = text.trim() === ''
  useEffect(() => {
    if (isEmpty) return
    const timer = setTimeout(() => {
      const result = readPaste(text, entry)
      setRead((before) => {
        const known = before?.text === text ? before.entries : undefined
        return { text, result, entries: result.ok ? result.value.entries : known }
      })
    }, pause)
    return () => clearTimeout(timer)
  }, [text, entry, isEmpty])
  // The last result stands until the next one is there.
  return isEmpty ? undefined : read
}
