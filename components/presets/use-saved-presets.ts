'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Result } from '#lib/result.ts'
import { keepsNothing, subscribeKeeping } from '#components/playground/storage.ts'
import { listPresets, subscribeSaved, type SavedPresets } from './saved-presets.ts'

/** The saved presets, in step with all tabs; nothing until they are read. */
export function useSavedPresets(): Result<SavedPresets, string> | undefined {
  const [saved, setSaved] = useState<Result<SavedPresets, string>>()
  useEffect(() => {
    let round = 0
    const read = async () => {
      round += 1
      const mine = round
      const list = await listPresets()
      // A slow answer must not replace a later one.
      if (mine === round) setSaved(list)
    }
    void read()
    const leave = subscribeSaved(() => void read())
    const onFocus = () => void read()
    window.addEventListener('focus', onFocus)
    return () => {
      round = -1
      leave()
      window.removeEventListener('focus', onFocus)
    }
  }, [])
  return saved
}

/** Whether nothing is to be kept on this device, re-rendering on change. */
export function useKeepsNothing(): boolean {
  return useSyncExternalStore(subscribeKeeping, keepsNothing, () => false)
}
