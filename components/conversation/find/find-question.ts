import type { findMatches, Match, Query, replaceMatches } from '#lib/request/find.ts'

/** What is asked of the worker: matches, or with a replacement the texts that come of it. */
export interface Question {
  texts: readonly string[]
  query: Query
  replacement?: string
  /** The one match that is replaced; all where it is absent. */
  only?: Pick<Match, 'text' | 'start'>
}

export type Found = ReturnType<typeof findMatches>
export type Replaced = ReturnType<typeof replaceMatches>

/** What it answers. */
export interface Answer {
  found?: Found
  replaced?: Replaced
}
