import type { Interval } from '#lib/logprobs/measures.ts'

/** One candidate at the position of a lesson. */
export interface Candidate {
  token: string
  /** As it was recorded, 0 to 1. */
  recorded: number
  /** What it would be at the value of the control that was asked about. */
  chance: Interval
}

/** All candidates that the record names, and the rest together. */
export interface Distribution {
  candidates: Candidate[]
  rest: { recorded: number; chance: Interval }
}
