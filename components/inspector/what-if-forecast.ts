'use client'

import { useEffect, useMemo, useState } from 'react'
import { ForkForecast, type Fork } from '#lib/logprobs/what-if/forecast.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { whatIfReader } from '#lib/reply/what-if-reader.ts'
import type { WhatIfState } from './what-if-store.ts'

/** How long one slice may keep the page busy, in milliseconds. */
const slice = 8

/** What a re-run would do with the recorded text. */
export interface ForkNews {
  /** Nothing where the re-run follows the text to its end. */
  fork: Fork | undefined
  /** How many tokens say nothing of their probability. */
  unknown: number
}

/** Works through a reply in slices, and goes on where the reply grows. */
class ForecastJob {
  readonly #forecast = new ForkForecast()
  readonly #tokens: TokenStore
  readonly #read: ReturnType<typeof whatIfReader>
  #unknown = 0

  constructor(tokens: TokenStore, { settings, basis }: Pick<WhatIfState, 'settings' | 'basis'>) {
    this.#tokens = tokens
    this.#read = whatIfReader(tokens, settings, basis)
  }

  /** Works for one slice; gives the news once it is at the end. */
  work(): ForkNews | undefined {
    const until = performance.now() + slice
    while (this.#forecast.length < this.#tokens.length) {
      const known = this.#read(this.#forecast.length)
      if (!known) this.#unknown += 1
      this.#forecast.push(known?.lower ?? 0, known?.upper ?? 1)
      // Reading the clock costs more than a token.
      if (this.#forecast.length % 64 === 0 && performance.now() > until) return undefined
    }
    return { fork: this.#forecast.fork(), unknown: this.#unknown }
  }
}

/** Where a re-run with the sliders would leave the reply; nothing until that is computed. */
export function useForkForecast(tokens: TokenStore, state: WhatIfState): ForkNews | undefined {
  const { settings, basis } = state
  const { length } = tokens
  const job = useMemo(() => new ForecastJob(tokens, { settings, basis }), [tokens, settings, basis])
  const [done, setDone] = useState<{ job: ForecastJob; length: number; news: ForkNews }>()
  useEffect(() => {
    let stop = () => {}
    const go = () => {
      const news = job.work()
      if (news) setDone({ job, length, news })
      else stop = whenIdle(go)
    }
    stop = whenIdle(go)
    return () => stop()
  }, [job, length])
  return done?.job === job && done.length === length ? done.news : undefined
}

/** Calls back when the page has nothing else to do; gives what calls it off. */
function whenIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(callback, 1)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(callback, { timeout: 200 })
  return () => cancelIdleCallback(handle)
}
