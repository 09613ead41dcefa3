'use client'

import { mainBlock } from '#lib/reply/blocks.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import { useRuns, type RunRecord } from '#components/run/run-store.ts'
import { choiceName } from './choice-name.ts'

/** Another reply that a choice can be compared with. */
export interface Other {
  id: string
  title: string
  tokens: TokenStore
}

/** The other choices of a run, then those of the other runs of this session that have tokens. */
export function useComparable(run: RunRecord, shown: TokenStore): Other[] {
  const { runs } = useRuns()
  const all = [run, ...runs.filter((one) => one !== run).toReversed()]
  return all.flatMap((one) =>
    one.reply.choices.flatMap((choice, place) => {
      const { tokens } = mainBlock(choice)
      if (tokens === shown || tokens.length === 0) return []
      const name = one.reply.choices.length > 1 ? ` ${choiceName(place)}` : ''
      const title = one === run ? `Choice${name}` : `Run ${one.number}${name}`
      return [{ id: `${one.id} ${place}`, title, tokens }]
    }),
  )
}
