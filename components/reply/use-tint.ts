'use client'

import { useMemo } from 'react'
import { heatStep } from '#lib/logprobs/index.ts'
import type { StepColumn } from '#lib/logprobs/steps.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import type { Tint } from './island/frame.ts'
import { useView } from './view.ts'

/** The first step whose tokens are underlined: those below a probability of .1. */
const firstUnderlined = 5

/**
 * What tints the tokens of a choice: steps from a column of the metric in view, and underlines by
 * how likely each token itself was, whatever the metric.
 */
export function useTint(tokens: TokenStore, steps: StepColumn, scale: Tint['scale']): Tint {
  const { floor, signs, boundaries } = useView()
  return useMemo(
    () => ({
      lookOf: (token) => ({
        step: steps.at(token),
        underline: underlineOf(tokens, token),
      }),
      scale,
      floor,
      signs,
      boundaries,
    }),
    [tokens, steps, scale, floor, signs, boundaries],
  )
}

/** How a 0-based token is underlined: 1 below a probability of .1, 2 below .01, else 0. */
export function underlineOf(tokens: TokenStore, token: number): number {
  return Math.max(0, (heatStep(tokens.logprob(token)) ?? 0) - firstUnderlined + 1)
}
