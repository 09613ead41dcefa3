import type { Turn } from '../conversation/turns.ts'
import { planJson, type PlannedJson } from '../reply/json.ts'
import type { Format } from './format.ts'
import { offersFor } from './offers.ts'

/** Below the markers of the speakers; those of tools' arguments are further below. */
const firstMarker = -100

/** The document that a format demands, with what the user's last message offers for it. */
export function formattedFor(
  format: Format | undefined,
  turns: readonly Turn[],
): PlannedJson | undefined {
  if (!format) return undefined
  const question = turns.findLast(({ speaker }) => speaker === 'user')
  return planJson(format.grammar, offersFor(format.schema, question?.text ?? ''), firstMarker)
}
