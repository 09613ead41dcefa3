import type { AnySettings } from '#lib/parameters/descriptor.ts'

/** A run that was made earlier, perhaps elsewhere, in a form that travels. */
export interface RecordedRun {
  /** The settings that it was made with. */
  settings: AnySettings
  /** The JSON text of one `chat.completion` with all choices and their log probabilities. */
  completion: string
  /** When it was made, in milliseconds since 1970, where that is known. */
  recordedAt?: number
  /** How long it took, in milliseconds, where that is known. */
  took?: number
}
