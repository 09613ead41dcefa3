'use client'

import type { AidProps } from '#components/parameters/widgets/aid.ts'

/** Helps to write the JSON of logit_bias. */
export function LogitBiasAid({ text }: AidProps) {
  return text === '' ? null : null
}
