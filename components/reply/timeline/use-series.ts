'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { seriesOf, type ReplySeries } from './series.ts'

/**
 * The series of a choice's tokens, read on after every render; re-renders once for each slice that
 * it reads, and one slice a frame is read.
 */
export function useSeries(tokens: TokenStore): ReplySeries {
  const series = seriesOf(tokens)
  useSyncExternalStore(series.subscribe, series.version, () => 0)
  useEffect(() => series.grow())
  return series
}
