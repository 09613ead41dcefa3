import type { AnySettings } from '#lib/parameters/descriptor.ts'
import { completionOf } from '#lib/reply/completion.ts'
import type { Reply } from '#lib/reply/reply.ts'

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

/** A run that is over, as it travels: exact, with all that was recorded of its tokens. */
export function recordedRunOf(
  { settings, reply }: { settings: AnySettings; reply: Reply },
  recordedAt?: number,
): RecordedRun {
  return {
    settings,
    completion: JSON.stringify(completionOf(reply)),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(reply.endedAt === undefined ? {} : { took: reply.endedAt }),
  }
}
