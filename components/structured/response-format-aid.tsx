'use client'

import type { AidProps } from '#components/parameters/widgets/aid.ts'

/** Helps to write the JSON of response_format. */
export function ResponseFormatAid({ text }: AidProps) {
  return text === '' ? null : null
}
