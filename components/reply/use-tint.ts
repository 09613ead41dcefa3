'use client'

import { useMemo } from 'react'
import { heatStep } from '#lib/logprobs/index.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { unknownStep, type Tint } from './island/frame.ts'
import { useView } from './view.ts'

/** What tints the tokens of a choice. */
export function useTint(tokens: TokenStore): Tint {
  const { floor, signs, boundaries } = useView()
  return useMemo(
    () => ({
      lookOf: (token) => {
        const step = heatStep(tokens.logprob(token)) ?? unknownStep
        return { step, underline: step === unknownStep ? 0 : Math.max(0, step - 4) }
      },
      scale: 'heat',
      floor,
      signs,
      boundaries,
    }),
    [tokens, floor, signs, boundaries],
  )
}
