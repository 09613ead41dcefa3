import type { Row } from '../language/sources.ts'
import type { TeachingModel } from '../model.ts'
import { weighPassages } from './topics.ts'
import type { Turn } from './turns.ts'

/** What a conversation makes of the model's text. */
export interface Reading {
  /** How much each passage of the corpus counts. */
  weights: Float64Array
  /** Passages made from the conversation itself. */
  rows: Row[]
}

/** Reads the turns before the reply. The reply so far does not turn the topic. */
export function readConversation(model: TeachingModel, turns: readonly Turn[]): Reading {
  return { weights: weighPassages(model.topics, turns), rows: [] }
}
