import type { StepSource } from '#lib/logprobs/steps.ts'
import type { TextLevel } from '#lib/reply/levels.ts'
import type { TokenStore } from '#lib/reply/token-store.ts'
import type { MetricOption } from '#components/reply/metric-options.ts'

/** One state of the viewer, from data that needs no server. */
export interface GalleryState {
  /** Names the section in addresses. */
  id: string
  title: string
  /** One sentence on what there is to see. */
  look: string
  /** The chunks of the reply as they come over the wire. */
  chunks: readonly string[]
  /** The text that has to stand in the viewer, to the character. */
  text: string
  /** How it is tinted; by likelihood where left out. */
  source?: (tokens: TokenStore) => StepSource
  /** The metric whose legend stands above the text. */
  legend?: MetricOption
  /** The stretch that shares a tint, where it is more than a token. */
  level?: TextLevel
  /** The lowest step that is not dimmed; 0 dims none. */
  floor?: number
  signs?: boolean
  boundaries?: boolean
  /** The 0-based token with the ring. */
  selected?: number
  /** UTF-16 places that get a mark. */
  begins?: readonly number[]
  /** What stands under the text: figures of each token, or of a passage of 0-based tokens. */
  figures?: 'tokens' | { from: number; to: number }
  /** What was asked for, where the reply gave something else. */
  asked?: Readonly<Record<string, unknown>>
}

/** States that belong together. */
export interface GalleryGroup {
  id: string
  title: string
  states: readonly GalleryState[]
}
