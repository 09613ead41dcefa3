'use client'

import { useEffect, useMemo, useState } from 'react'
import { StepColumn, stepReader, type StepSource } from '#lib/logprobs/steps.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { levelSteps } from './level-steps.ts'
import { useView } from './view.ts'

/** How many tokens are looked at in one idle moment; a few milliseconds with 20 alternatives. */
const budget = 4000

/** So few tokens take less than a millisecond. */
const fewTokens = 200

/** Milliseconds before new steps are counted: while a slider moves, none of them are worth it. */
const pause = 150

/** The steps of a choice by one metric, and how many tokens have each, counted in idle moments. */
export function useSteps(tokens: TokenStore, source: StepSource) {
  const steps = useMemo(
    () => new StepColumn(stepReader(tokens, source), () => tokens.length),
    [tokens, source],
  )
  return useCounted(tokens, steps)
}

/**
 * The same at a level above the token, where the metric has one: tokens then share the step of their
 * sentence, line or paragraph, which changes as text comes.
 */
export function useLevelSteps(tokens: TokenStore, content: string, source: StepSource) {
  const { level } = useView()
  const isToken = level === 'token' || source.metric !== 'likelihood'
  const seen = isToken ? undefined : content
  const steps = useMemo(() => {
    const isLevel = level !== 'token' && seen !== undefined
    const read = isLevel ? levelSteps(tokens, seen, level) : stepReader(tokens, source)
    return new StepColumn(read, () => tokens.length)
  }, [tokens, source, level, seen])
  return useCounted(tokens, steps)
}

function useCounted(tokens: TokenStore, steps: StepColumn) {
  const [, setRounds] = useState(0)
  const { length } = tokens
  // What a flush of a stream brings is counted along, without a render of its own.
  if (!steps.isFresh && steps.remaining <= fewTokens) steps.fill(fewTokens)
  useEffect(() => {
    if (length === 0 || steps.complete) return undefined
    const count = () => {
      const complete = steps.fill(budget)
      setRounds((rounds) => rounds + 1)
      return !complete
    }
    return whenIdle(count, steps.isFresh ? pause : 0)
  }, [steps, length])
  return { steps, counts: steps.counts, complete: steps.complete }
}

/** Calls `work` in idle moments, not before `after` milliseconds, for as long as it says that there is more, until called itself. */
function whenIdle(work: () => boolean, after: number): () => void {
  let handle = 0
  const later = () => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) handle = requestIdleCallback(once, { timeout: 500 })
    else handle = Number(setTimeout(once, 50))
  }
  const once = () => {
    if (work()) later()
  }
  const start = setTimeout(later, after)
  return () => {
    clearTimeout(start)
    if ('cancelIdleCallback' in window) cancelIdleCallback(handle)
    else clearTimeout(handle)
  }
}
