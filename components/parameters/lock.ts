'use client'

import type { ParameterName } from '#lib/parameters/index.ts'
import { useCurrentPreset } from '#components/presets/current-preset.ts'

/** Whether the author of the preset locked a parameter, re-rendering on change. */
export function useLock(name: ParameterName): boolean {
  const { unlocked } = useCurrentPreset()
  return unlocked !== undefined && !unlocked.includes(name)
}
