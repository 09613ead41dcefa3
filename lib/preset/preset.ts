import type { ParameterName, Settings } from '#lib/parameters/index.ts'

/** An experiment that can be kept, shared and opened: what is set, and what its author says of it. */
export interface Preset {
  settings: Settings
  name?: string
  /** What it shows or is for. */
  description?: string
  /** Words of its author to whoever opens it. */
  authorNote?: string
  /** The only parameters that whoever opens it may change; all where it is absent. */
  unlocked?: ParameterName[]
}

/** Something that a link, a file or a pasted text asked for and does not get. */
export interface Refusal {
  name: string
  reason: string
}
