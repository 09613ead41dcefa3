'use client'

import { useState } from 'react'

/**
 * Which messages are one line, by the keys of their cards. It is of this page and in no preset; what
 * nobody folded or opened is open, but on a phone, where it is one line until it has the focus.
 */
export function useFolds() {
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(() => new Map())
  return {
    /** Whether a card is folded; nothing where nobody said. */
    of: (key: string) => folds.get(key),
    set: (keys: readonly string[], fold: boolean) =>
      setFolds((before) => new Map([...before, ...keys.map((key) => [key, fold] as const)])),
  }
}

export type Folds = ReturnType<typeof useFolds>
