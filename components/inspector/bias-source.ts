'use client'

import { idSourceFor, type IdSource } from '#lib/tokenizers/id-source.ts'
import type { RunRecord } from '#components/run/run-store.ts'
import { useNextModel, writerOf } from '#components/tokenizer/next-model.ts'

/** Where the ids come from that the form’s next request needs, for a token of a run. */
export function useIdSource(run: RunRecord, id: number | undefined): IdSource {
  return idSourceFor(id, writerOf(run), useNextModel())
}
