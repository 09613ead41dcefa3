'use client'

import type { AidProps } from '#components/parameters/widgets/aid.ts'

/** Helps to write the JSON of Tools. */
export function ToolsAid({ text }: AidProps) {
  return text === '' ? null : null
}
