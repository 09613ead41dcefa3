'use client'

import { useEffect, useMemo, useState } from 'react'
import { findMatches, type Query } from '#lib/request/find.ts'
import { ok } from '#lib/result.ts'
import type { Found } from './find-question.ts'
import { patternWorker } from './pattern-worker.ts'

interface Asked {
  texts: readonly string[]
  query: Query
}

/** The matches; a pattern is looked for in a worker, and has none until that answers. */
export function useMatches(texts: readonly string[], query: Query): Found | undefined {
  const [answer, setAnswer] = useState<Asked & { found: Found }>()
  const isAsked = query.isPattern && query.text !== ''
  useEffect(() => {
    if (!isAsked) return
    let isWanted = true
    void patternWorker.find({ texts, query }).then((found) => {
      if (isWanted && found) setAnswer({ texts, query, found })
    })
    return () => void (isWanted = false)
  }, [texts, query, isAsked])
  useEffect(() => () => patternWorker.end(), [])
  const plain = useMemo(() => {
    if (query.isPattern) return undefined
    return query.text === '' ? ok([]) : findMatches(texts, query)
  }, [texts, query])
  if (!isAsked) return plain ?? ok([])
  return answer?.texts === texts && answer.query === query ? answer.found : undefined
}
